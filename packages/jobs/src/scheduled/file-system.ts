import { readFileSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';

/** A file that is being written. */
export interface WritableFile {
  /** Appends all of the bytes. */
  write(bytes: Uint8Array): Promise<void>;
  /** Resolves when what was written is on the disk. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** What the store of scheduled jobs needs of a file system; failures are those of Node, with a `code`. */
export interface FileSystem {
  readFile(path: string): Promise<Uint8Array>;
  readFileSync(path: string): Uint8Array;
  /** Names of the entries of a directory, in no order. */
  readDirectory(path: string): Promise<string[]>;
  /** Makes a directory. One that is there is `EEXIST`, unless missing ones above are to be made too. */
  makeDirectory(path: string, recursive: boolean): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Removes a file, or a directory with all that is in it. Nothing happens if it is not there. */
  remove(path: string): Promise<void>;
  /** Makes a file that must not be there, for writing. */
  create(path: string): Promise<WritableFile>;
  /** Sees to it that the names in a directory are on the disk. */
  syncDirectory(path: string): Promise<void>;
}

/** The files of this computer. */
export const nodeFileSystem: FileSystem = {
  readFile: (path) => readFile(path),
  readFileSync: (path) => readFileSync(path),
  readDirectory: (path) => readdir(path),
  makeDirectory: async (path, recursive) => {
    await mkdir(path, { recursive, mode: 0o700 });
  },
  rename,
  remove: (path) => rm(path, { recursive: true, force: true }),
  create: async (path) => {
    const file = await open(path, 'wx', 0o600);
    return {
      write: (bytes) => file.appendFile(bytes),
      sync: () => file.sync(),
      close: () => file.close(),
    };
  },
  syncDirectory: async (path) => {
    // Windows has no such thing, and writes names by itself.
    const directory = await open(path, 'r').catch(() => undefined);
    try {
      await directory?.sync();
    } catch {
      // So do file systems over a network.
    } finally {
      await directory?.close();
    }
  },
};

/** The code of a failure of a file system: `ENOENT`, `ENOSPC` … */
export function codeOf(error: unknown): string | undefined {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : undefined;
}
