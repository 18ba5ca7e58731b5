import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type CommandNames, IndexFile, type Pack } from '@cmdlet/core';
import { utilityPack } from '@cmdlet/utility';
import { jobSupport } from '../run/job-support.js';
import { JOB_PACK } from './pack-manifest.js';
import type { PackSource } from './pack-source.js';

/** The packs that come with the command, those of jobs and of `@cmdlet/utility`. Loaded when something of them is used. */
export function builtInPacks(environment: Environment): readonly PackSource[] {
  return [
    new BuiltInPack(JOB_PACK, './jobs.json', async () => jobSupport(environment)),
    new BuiltInPack('utility', './utility.json', async () => utilityPack),
  ];
}

type Environment = Readonly<Record<string, string | undefined>>;

class BuiltInPack implements PackSource {
  readonly needsJobs = false;
  readonly #indexFile: string;
  readonly #load: () => Promise<Pack>;
  #index: IndexFile | null | undefined;

  constructor(
    readonly name: string,
    indexFile: string,
    load: () => Promise<Pack>,
  ) {
    this.#indexFile = indexFile;
    this.#load = load;
  }

  names(): readonly CommandNames[] | undefined {
    return this.index()?.names;
  }

  index(): IndexFile | undefined {
    if (this.#index === undefined) this.#index = this.#readIndex() ?? null;
    return this.#index ?? undefined;
  }

  load(): Promise<Pack> {
    return this.#load();
  }

  /** Written when the command is built; the sources have none. */
  #readIndex(): IndexFile | undefined {
    try {
      return new IndexFile(readFileSync(fileURLToPath(new URL(this.#indexFile, import.meta.url)), 'utf8'));
    } catch {
      return undefined;
    }
  }
}
