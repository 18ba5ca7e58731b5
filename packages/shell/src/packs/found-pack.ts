import type { CommandIndex } from '@cmdlet/core';

/** A pack that was found, with nothing of it loaded but its index. */
export interface FoundPack {
  /** Name of the package. */
  readonly name: string;
  /** Folder of its package.json. */
  readonly directory: string;
  /** File whose default export, or export `pack`, is the pack. */
  readonly module: string;
  /** What it holds; undefined for a pack without an index, which has to be loaded to be known. */
  readonly index: CommandIndex | undefined;
}
