import { chmod, type FileHandle, open, stat } from 'node:fs/promises';
import { CmdletException } from '@cmdlet/core';
import { text } from '../views/text.js';
import { byteOrderMark, encodeText, type FileEncoding } from './file-encoding.js';

/** How a file is opened for text. */
export interface TextFileOptions {
  readonly encoding: FileEncoding;
  /** Adds to what is there. */
  readonly append: boolean;
  /** Fails if there is something. */
  readonly noClobber: boolean;
  /** Writes to a read-only file too, and leaves it read-only. */
  readonly force: boolean;
}

const CHUNK = 65_536;
const WRITABLE = 0o200;

/** A file that text is written to, some kilobytes at a time. */
export class TextFile {
  #pending = '';
  /** The last write that was begun; they follow one another. */
  #written: Promise<void> = Promise.resolve();

  private constructor(
    private readonly handle: FileHandle,
    private readonly path: string,
    private readonly encoding: FileEncoding,
    private readonly restore: (() => Promise<void>) | undefined,
  ) {}

  /** @throws CmdletException `NoClobber` if the file exists and must not; `FileOpenFailure` if it cannot be opened */
  static async open(path: string, options: TextFileOptions): Promise<TextFile> {
    const { append, noClobber, force, encoding } = options;
    try {
      const restore = force ? await makeWritable(path) : undefined;
      const handle = await open(path, append ? 'a' : noClobber ? 'wx' : 'w');
      const file = new TextFile(handle, path, encoding, restore);
      const { size } = await handle.stat();
      if (size === 0) await handle.write(byteOrderMark(encoding));
      return file;
    } catch (cause) {
      if (noClobber && (cause as { code?: unknown }).code === 'EEXIST') {
        const facts = { errorId: 'NoClobber', category: 'ResourceExists', target: path, cause } as const;
        throw new CmdletException(text.fileExists(path), facts);
      }
      throw cannotWrite(path, 'FileOpenFailure', 'OpenError', cause);
    }
  }

  /** Takes a text. @returns a promise when so much came together that it is being written */
  write(text: string): Promise<void> | undefined {
    this.#pending += text;
    return this.#pending.length < CHUNK ? undefined : this.#flush();
  }

  /** Writes what is left and closes the file. */
  async close(): Promise<void> {
    try {
      await this.#flush();
    } finally {
      await this.handle.close();
      await this.restore?.();
    }
  }

  #flush(): Promise<void> {
    const bytes = encodeText(this.#pending, this.encoding);
    this.#pending = '';
    this.#written = this.#written.then(() => this.#append(bytes));
    return this.#written;
  }

  async #append(bytes: Uint8Array): Promise<void> {
    try {
      await this.handle.writeFile(bytes);
    } catch (cause) {
      throw cannotWrite(this.path, 'FileWriteFailure', 'WriteError', cause);
    }
  }
}

async function makeWritable(path: string): Promise<(() => Promise<void>) | undefined> {
  const mode = await stat(path).then(
    (found) => found.mode,
    () => undefined,
  );
  if (mode === undefined || (mode & WRITABLE) !== 0) return undefined;
  await chmod(path, mode | WRITABLE);
  return () => chmod(path, mode);
}

function cannotWrite(
  path: string,
  errorId: string,
  category: CmdletException['category'],
  cause: unknown,
): CmdletException {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new CmdletException(text.cannotWrite(path, reason), { errorId, category, target: path, cause });
}
