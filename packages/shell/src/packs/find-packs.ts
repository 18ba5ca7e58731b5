import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { text } from '../text.js';
import { FoundPack } from './found-pack.js';
import { inFolder } from './in-folder.js';
import { installedPacks } from './installed-packs.js';
import { messageOf, PackError } from './pack-error.js';
import { readPackManifest } from './pack-manifest.js';

/** Packs, and what could not be read of others: those do not keep the rest from being used. */
export interface PackSearch {
  readonly packs: readonly FoundPack[];
  /** More is added while packs are used. */
  readonly failures: PackError[];
}

/**
 * Finds packs: those that are named, that of the project, then those in `node_modules`, from the working directory
 * upwards. A package is a pack if its package.json has a field `"cmdlets"`. The first of equal packages counts.
 *
 * Reads files at once: everything else waits for the result, and at start that takes the least time.
 *
 * @throws PackError for a pack that is named and cannot be read; others that cannot are in the result
 */
export function findPacks(workingDirectory: string, named: readonly string[]): PackSearch {
  const packs = new Map<string, FoundPack>();
  const failures: PackError[] = [];
  const onFailure = (failure: PackError): void => {
    failures.push(failure);
  };
  const add = (pack: FoundPack | undefined): void => {
    if (pack !== undefined && !packs.has(pack.name)) packs.set(pack.name, pack);
  };
  for (const path of named) add(namedPack(resolve(workingDirectory, path), onFailure));
  for (const directory of upwards(workingDirectory)) {
    try {
      const place = readPackManifest(directory);
      if (place !== undefined) add(new FoundPack(place, { isInstalled: false, onFailure }));
    } catch (error) {
      onFailure(PackError.from(error, directory));
    }
    for (const { place, ...known } of installedPacks(inFolder(directory, 'node_modules'), onFailure)) {
      add(new FoundPack(place, { ...known, onFailure }));
    }
  }
  return { packs: [...packs.values()], failures };
}

/** The pack in a folder, or that a file is the module of. */
function namedPack(path: string, onFailure: (failure: PackError) => void): FoundPack {
  const options = { isInstalled: false, onFailure };
  const there = statSync(path, { throwIfNoEntry: false });
  if (there === undefined) throw new PackError(text.nothingThere(path), 'PackNotFound', path);
  if (there.isFile()) {
    const place = { name: path, directory: dirname(path), module: path, indexFile: null, needsJobs: true };
    return new FoundPack(place, options);
  }
  const place = readPackManifest(path);
  if (place === undefined) {
    const manifest = join(path, 'package.json');
    if (!existsSync(manifest)) throw new PackError(text.noManifestThere(path), 'PackNotFound', path);
    checkJson(manifest, path);
    throw new PackError(text.noPackThere(path), 'PackNotFound', path);
  }
  return new FoundPack(place, options);
}

/** A folder that somebody names is looked at more closely than all those of node_modules. */
function checkJson(manifest: string, directory: string): void {
  try {
    JSON.parse(readFileSync(manifest, 'utf8'));
  } catch (error) {
    throw new PackError(text.unreadablePack(directory, messageOf(error)), 'UnreadablePack', directory, error);
  }
}

function* upwards(from: string): Generator<string> {
  for (let directory = from, above = dirname(from); ; directory = above, above = dirname(directory)) {
    yield directory;
    if (above === directory) return;
  }
}
