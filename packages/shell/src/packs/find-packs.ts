import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type CommandIndex, readIndex } from '@cmdlet/core';
import { text } from '../text.js';
import type { FoundPack } from './found-pack.js';
import { PackError } from './pack-error.js';

/**
 * The `"cmdlets"` field of a pack's package.json: the module whose default export is the pack, and its index.
 *
 * A text alone is the module.
 */
type CmdletsField = string | { readonly module: string; readonly index?: string };

interface PackageManifest {
  readonly name?: string;
  readonly cmdlets?: CmdletsField;
}

/** Packs, and what could not be read of others: those do not keep the rest from being used. */
export interface PackSearch {
  readonly packs: readonly FoundPack[];
  readonly failures: readonly PackError[];
}

/**
 * Finds packs: those that are named, that of the project, then those in `node_modules`, from the working directory
 * upwards. A package is a pack if its package.json has a field `"cmdlets"`. The first of equal packages counts.
 *
 * @throws PackError for a pack that is named and cannot be read; others that cannot are in the result
 */
export async function findPacks(workingDirectory: string, named: readonly string[]): Promise<PackSearch> {
  const packs = new Map<string, FoundPack>();
  const failures: PackError[] = [];
  const add = async (directory: string, mustBePack: boolean): Promise<void> => {
    try {
      const pack = await packIn(directory);
      if (pack === undefined && mustBePack) throw new PackError(text.noPackThere(directory), 'PackNotFound', directory);
      if (pack !== undefined && !packs.has(pack.name)) packs.set(pack.name, pack);
    } catch (error) {
      failures.push(PackError.from(error, directory));
    }
  };
  for (const path of named) await add(resolve(workingDirectory, path), true);
  if (failures[0] !== undefined) throw failures[0];
  for (const directory of upwards(workingDirectory)) {
    await add(directory, false);
    for (const installed of await packagesIn(join(directory, 'node_modules'))) await add(installed, false);
  }
  return { packs: [...packs.values()], failures };
}

/** The pack in a folder, or that a file is the module of; undefined if the folder holds none. */
async function packIn(path: string): Promise<FoundPack | undefined> {
  if (await isFile(path)) return { name: path, directory: dirname(path), module: path, index: undefined };
  const manifest = await manifestOf(path);
  if (manifest?.cmdlets === undefined) return undefined;
  const field = typeof manifest.cmdlets === 'string' ? { module: manifest.cmdlets } : manifest.cmdlets;
  return {
    name: manifest.name ?? path,
    directory: path,
    module: resolve(path, field.module),
    index: field.index === undefined ? undefined : await indexOf(resolve(path, field.index)),
  };
}

async function manifestOf(directory: string): Promise<PackageManifest | undefined> {
  let json: string;
  try {
    json = await readFile(join(directory, 'package.json'), 'utf8');
  } catch {
    return undefined;
  }
  // Most packages are no packs: parsing only those that may be one is most of the speed of the search.
  return json.includes('"cmdlets"') ? (JSON.parse(json) as PackageManifest) : undefined;
}

async function indexOf(file: string): Promise<CommandIndex | undefined> {
  let json: string;
  try {
    json = await readFile(file, 'utf8');
  } catch {
    // Not built yet: the pack itself tells.
    return undefined;
  }
  return readIndex(JSON.parse(json));
}

function* upwards(from: string): Generator<string> {
  for (let directory = from; ; directory = dirname(directory)) {
    yield directory;
    if (dirname(directory) === directory) return;
  }
}

async function packagesIn(modules: string): Promise<string[]> {
  const names = await namesIn(modules);
  const scopes = names.filter((name) => name.startsWith('@'));
  const scoped = await Promise.all(
    scopes.map(async (scope) => (await namesIn(join(modules, scope))).map((name) => `${scope}/${name}`)),
  );
  return [...names.filter((name) => !name.startsWith('@') && !name.startsWith('.')), ...scoped.flat()].map((name) =>
    join(modules, name),
  );
}

async function namesIn(directory: string): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch {
    return [];
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
