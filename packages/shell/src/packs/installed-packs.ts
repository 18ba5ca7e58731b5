import {
  type Dirent,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { type CommandNames, IndexFile } from '@cmdlet/core';
import { inFolder } from './in-folder.js';
import { PackError } from './pack-error.js';
import { type PackPlace, readPackManifest } from './pack-manifest.js';

/** A pack in node_modules. */
export interface InstalledPack {
  readonly place: PackPlace;
  /** False for a package that is a link to a folder somebody works in. */
  readonly isInstalled: boolean;
  /** Of packs that are installed and have an index. */
  readonly names?: readonly CommandNames[];
}

/** What a look into all packages found, and the state of node_modules for which it is true. */
interface Survey {
  readonly format: typeof FORMAT;
  readonly state: string;
  readonly packs: readonly InstalledPack[];
  /** Packages that are links: what their package.json says may change at any time. */
  readonly links: readonly string[];
}

const FORMAT = 1;

/**
 * The packs in a folder `node_modules`, by the name of their packages.
 *
 * To look into each package takes long where there are hundreds. What was found is kept in `.cache/cmdlet` of that folder,
 * and is true as long as no package manager has changed anything: each of them writes a file of its own when it has.
 * Nothing is kept of a folder without such a file.
 */
export function installedPacks(modules: string, onFailure: (failure: PackError) => void): readonly InstalledPack[] {
  if (timeOf(modules) === undefined) return [];
  const { packs, links } = readSurvey(modules) ?? survey(modules, onFailure);
  if (links.length === 0) return packs;
  const linked = links
    .map((directory) => attempt(directory, onFailure))
    .filter((place) => place !== undefined)
    .map((place) => ({ place, isInstalled: false }));
  return [...packs, ...linked].sort((left, right) => (left.place.directory < right.place.directory ? -1 : 1));
}

/** What npm, pnpm and Yarn write when they have changed something. */
const ACCOUNTS = ['.package-lock.json', '.modules.yaml', '.yarn-state.yml', '.yarn-integrity'];

/** Undefined if no package manager tells. */
function stateOf(modules: string): string | undefined {
  for (const name of ACCOUNTS) {
    const time = timeOf(inFolder(modules, name));
    if (time !== undefined) return `${name} ${time} ${timeOf(modules) ?? ''}`;
  }
  return undefined;
}

function timeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}

function fileOf(modules: string): string {
  return inFolder(modules, '.cache/cmdlet/packs.json');
}

function readSurvey(modules: string): Survey | undefined {
  const state = stateOf(modules);
  if (state === undefined) return undefined;
  let found: Survey;
  try {
    found = JSON.parse(readFileSync(fileOf(modules), 'utf8')) as Survey;
  } catch {
    return undefined;
  }
  return found.format === FORMAT && found.state === state ? found : undefined;
}

function survey(modules: string, onFailure: (failure: PackError) => void): Omit<Survey, 'state'> {
  const packs: InstalledPack[] = [];
  const links: string[] = [];
  let isWhole = true;
  for (const { name, isLink } of packagesIn(modules)) {
    const directory = join(modules, name);
    if (isLink && !isStored(directory)) {
      links.push(directory);
      continue;
    }
    const place = attempt(directory, (failure) => {
      isWhole = false;
      onFailure(failure);
    });
    if (place !== undefined) packs.push(installed(place));
  }
  const found = { format: FORMAT, packs, links } as const;
  // Nothing is kept of what is wrong: it is to be told each time.
  if (isWhole) keep(found, modules);
  return found;
}

/** Whether a link leads into the store of a package manager. */
function isStored(directory: string): boolean {
  try {
    return realpathSync(directory).split(sep).includes('node_modules');
  } catch {
    return false;
  }
}

function installed(place: PackPlace): InstalledPack {
  const { indexFile } = place;
  try {
    if (indexFile === null) return { place, isInstalled: true };
    return { place, isInstalled: true, names: new IndexFile(readFileSync(indexFile, 'utf8')).names };
  } catch {
    // Told when the pack is used.
    return { place, isInstalled: true };
  }
}

function attempt(directory: string, onFailure: (failure: PackError) => void): PackPlace | undefined {
  try {
    return readPackManifest(directory);
  } catch (error) {
    onFailure(PackError.from(error, directory));
    return undefined;
  }
}

/** Writes the survey down, where that is possible. */
function keep(found: Omit<Survey, 'state'>, modules: string): void {
  if (stateOf(modules) === undefined) return;
  const file = fileOf(modules);
  try {
    // Before the state is taken: a new folder changes it.
    mkdirSync(dirname(file), { recursive: true });
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, JSON.stringify({ ...found, state: stateOf(modules) }));
    renameSync(draft, file);
  } catch {
    // A folder that cannot be written to: the next look takes as long as this one.
  }
}

interface FoundPackage {
  /** Scope included. */
  readonly name: string;
  readonly isLink: boolean;
}

function packagesIn(modules: string): FoundPackage[] {
  return entriesOf(modules).flatMap((entry) => {
    if (entry.name.startsWith('.')) return [];
    if (!entry.name.startsWith('@')) return [packageOf(entry, entry.name)];
    return entriesOf(join(modules, entry.name)).map((inner) => packageOf(inner, `${entry.name}/${inner.name}`));
  });
}

function packageOf(entry: Dirent, name: string): FoundPackage {
  return { name, isLink: entry.isSymbolicLink() };
}

function entriesOf(directory: string): Dirent[] {
  try {
    return readdirSync(directory, { withFileTypes: true }).sort((left, right) => (left.name < right.name ? -1 : 1));
  } catch {
    return [];
  }
}
