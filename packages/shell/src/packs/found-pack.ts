import { readFileSync, statSync } from 'node:fs';
import { type CommandNames, IndexFile, type Pack } from '@cmdlet/core';
import { text } from '../text.js';
import { loadPack } from './load-pack.js';
import { messageOf, PackError } from './pack-error.js';
import type { PackPlace } from './pack-manifest.js';
import type { PackSource } from './pack-source.js';

/** What is known of a pack beside its place. */
export interface FoundPackOptions {
  /** Whether it was installed, and not built here: then its index is as old as its code, whatever the files' times say. */
  readonly isInstalled: boolean;
  /** Names of its commands, where they are known without its index. */
  readonly names?: readonly CommandNames[];
  /** Is told when the index cannot be used, and why. */
  readonly onFailure: (failure: PackError) => void;
}

/** A pack in a folder, with nothing of it read but what is asked for. */
export class FoundPack implements PackSource {
  readonly name: string;
  readonly needsJobs: boolean;
  readonly place: PackPlace;
  readonly #options: FoundPackOptions;
  /** Null if there is none. */
  #index: IndexFile | null | undefined;
  #loading: Promise<Pack> | undefined;

  constructor(place: PackPlace, options: FoundPackOptions) {
    this.name = place.name;
    this.needsJobs = place.needsJobs;
    this.place = place;
    this.#options = options;
  }

  names(): readonly CommandNames[] | undefined {
    return this.#options.names ?? this.index()?.names;
  }

  index(): IndexFile | undefined {
    if (this.#index === undefined) {
      try {
        this.#index = this.#readIndex() ?? null;
      } catch (error) {
        const { directory } = this.place;
        this.#options.onFailure(
          error instanceof PackError
            ? error
            : new PackError(text.unusableIndex(directory, messageOf(error)), 'InvalidCommandIndex', directory, error),
        );
        this.#index = null;
      }
    }
    return this.#index ?? undefined;
  }

  load(): Promise<Pack> {
    this.#loading ??= loadPack(this.place);
    return this.#loading;
  }

  #readIndex(): IndexFile | undefined {
    const { indexFile, module, directory } = this.place;
    if (indexFile === null) return undefined;
    let content: string;
    try {
      content = readFileSync(indexFile, 'utf8');
    } catch {
      // Not built yet: the pack itself tells.
      return undefined;
    }
    if (!this.#options.isInstalled && isNewer(module, indexFile)) {
      throw new PackError(text.outdatedIndex(indexFile, module), 'CommandIndexOutdated', directory);
    }
    return new IndexFile(content);
  }
}

/** Builds write several files, in any order. */
const ONE_BUILD = 1000;

function isNewer(file: string, than: string): boolean {
  const time = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return time(file) - time(than) > ONE_BUILD;
}
