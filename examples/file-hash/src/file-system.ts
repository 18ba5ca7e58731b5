import { createHash } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { opendir, realpath, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { type Algorithm, FileHash } from './file-hash.js';
import { FolderFile } from './folder-file.js';

/** What the cmdlets do with files: a service, so that a test can put another in its place. */
export class FileSystem {
  /** What is in a folder: files, and the paths of folders. Links are left out. */
  async *entries(folder: string): AsyncGenerator<FolderFile | string> {
    for await (const entry of await opendir(folder)) {
      const path = join(resolve(folder), entry.name);
      if (entry.isDirectory()) yield path;
      else if (entry.isFile()) yield new FolderFile(path, dirname(path), basename(path), (await stat(path)).size);
    }
  }

  /** Reads a file piece by piece, so that a signal ends it at once, however long it is. */
  async hash(path: string, algorithm: Algorithm, signal: AbortSignal): Promise<FileHash> {
    const hash = createHash(algorithm);
    let length = 0;
    for await (const chunk of createReadStream(path, { signal }) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      length += chunk.length;
    }
    return new FileHash(algorithm, hash.digest('hex'), path, length);
  }

  /** Whether its owner may not write to it. */
  async isReadOnly(path: string): Promise<boolean> {
    return ((await stat(path)).mode & constants.S_IWUSR) === 0;
  }

  /** Whether both files are there and are not one and the same. */
  async areTwo(left: string, right: string): Promise<boolean> {
    try {
      return (await realpath(left)) !== (await realpath(right));
    } catch {
      return false;
    }
  }

  async remove(path: string): Promise<void> {
    await rm(path);
  }
}
