import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { text } from '../text.js';
import { inFolder } from './in-folder.js';
import { messageOf, PackError } from './pack-error.js';

/** Where a pack is, as its package.json says. Plain data: the list of installed packs is kept in a file. */
export interface PackPlace {
  /** Name of the package. */
  readonly name: string;
  /** Folder of its package.json. */
  readonly directory: string;
  /** File whose default export, or export `pack`, is the pack. */
  readonly module: string;
  /** File of its index, whether it exists or not; null if the package names none. */
  readonly indexFile: string | null;
  /** Whether it depends on {@link JOB_PACK}. */
  readonly needsJobs: boolean;
}

/** The package, and the pack in it, of everything about jobs that is not in the core. */
export const JOB_PACK = '@cmdlet/jobs';

/**
 * The `"cmdlets"` field of a pack's package.json: the module whose default export is the pack, and its index.
 *
 * A text alone is the module.
 */
type CmdletsField = string | { readonly module: string; readonly index?: string };

/**
 * The pack in a folder; undefined if the folder holds no package, or one that is no pack.
 *
 * A package.json that does not even speak of `"cmdlets"` is none of ours, be it JSON or not: npm tells of that.
 *
 * @throws PackError `UnreadablePack` for a package.json that is no JSON, or names no module
 */
export function readPackManifest(directory: string): PackPlace | undefined {
  const path = inFolder(directory, 'package.json');
  // Most folders have none, and an exception takes ten times as long as this question.
  if (!existsSync(path)) return undefined;
  let json: string;
  try {
    json = readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
  // Most packages are no packs: parsing only those that may be one is most of the speed of a search.
  return json.includes('"cmdlets"') ? placeOf(json, directory) : undefined;
}

interface Manifest {
  readonly name?: unknown;
  readonly cmdlets?: unknown;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

function placeOf(json: string, directory: string): PackPlace | undefined {
  let manifest: Manifest;
  try {
    manifest = JSON.parse(json) as Manifest;
  } catch (error) {
    throw new PackError(text.unreadablePack(directory, messageOf(error)), 'UnreadablePack', directory, error);
  }
  const { name, cmdlets } = manifest;
  if (cmdlets === undefined) return undefined;
  if (!isField(cmdlets)) throw new PackError(text.badCmdletsField(directory), 'UnreadablePack', directory);
  const { module, index = null } = typeof cmdlets === 'string' ? { module: cmdlets } : cmdlets;
  return {
    name: typeof name === 'string' ? name : directory,
    directory,
    module: resolve(directory, module),
    indexFile: index === null ? null : resolve(directory, index),
    needsJobs: JOB_PACK in { ...manifest.dependencies, ...manifest.peerDependencies },
  };
}

function isField(value: unknown): value is CmdletsField {
  if (typeof value === 'string') return true;
  if (typeof value !== 'object' || value === null || !('module' in value)) return false;
  return typeof value.module === 'string' && (!('index' in value) || typeof value.index === 'string');
}
