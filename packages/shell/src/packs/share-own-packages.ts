import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { Module } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { text } from '../text.js';
import { inFolder } from './in-folder.js';
import { ownPackages, ownVersion } from './own-packages.js';
import { PackError } from './pack-error.js';
import type { PackPlace } from './pack-manifest.js';

/**
 * Lets modules of a pack have this command's own copies of `@cmdlet/core` and its like where they ask for theirs: these are
 * put under the file names that theirs have in `require.cache`, from which `import` of these packages takes them too. That
 * is fast, and there is one core.
 *
 * Done where ours does what theirs does: of the same major version (of 0.x: the same minor), and not older. A pack with an
 * older major version keeps its own copy; the two get along.
 *
 * @param require that of the pack's module
 * @throws PackError `IncompatiblePack` for a newer major version
 */
export function shareOwnPackages(require: NodeJS.Require, module: string, pack: PackPlace): void {
  const { cache } = require;
  const scopes = scopesAbove(dirname(module));
  for (const [name, load] of Object.entries(ownPackages)) {
    const theirs = installedIn(scopes, name);
    if (theirs === undefined) continue;
    if (cache[theirs.file] === undefined) {
      if (isNewerMajor(theirs.version, ownVersion)) {
        const message = text.incompatiblePack(pack.name, name, theirs.version, ownVersion);
        throw new PackError(message, 'IncompatiblePack', pack.directory);
      }
      if (!includes(ownVersion, theirs.version)) continue;
      cache[theirs.file] = standIn(theirs.file, load);
    }
    rememberPath(name, require.resolve.paths(name) ?? [], theirs.file);
  }
}

function standIn(file: string, load: () => object): Module {
  const entry = new Module(file);
  entry.filename = file;
  entry.loaded = true;
  // Loaded when it is asked for.
  Object.defineProperty(entry, 'exports', { get: load, configurable: true, enumerable: true });
  return entry;
}

/**
 * Tells Node what it would find for modules of one folder, as if it had looked. The first look through the `exports` of a
 * package takes a tenth of a short call. Where Node keeps no such list it looks.
 */
function rememberPath(name: string, places: readonly string[], file: string): void {
  const found: unknown = Reflect.get(Module, '_pathCache');
  if (typeof found === 'object' && found !== null) Reflect.set(found, [name, ...places].join('\0'), file);
}

interface InstalledPackage {
  readonly version: string;
  /** What `require` loads. */
  readonly file: string;
}

/** The folders in which modules of a folder find packages of our scope, nearest first. */
function scopesAbove(folder: string): readonly string[] {
  const scopes: string[] = [];
  for (let place = folder, above = dirname(place); ; place = above, above = dirname(place)) {
    // As Node looks.
    const scope = place.endsWith(MODULES) ? undefined : inFolder(place, `node_modules${sep}${SCOPE}`);
    if (scope !== undefined && existsSync(scope)) scopes.push(scope);
    if (above === place) return scopes;
  }
}

const SCOPE = '@cmdlet';
const MODULES = `${sep}node_modules`;

/**
 * A package of ours as modules find it. What `main` of its package.json says is what `require` takes; asking
 * `require.resolve` would take five times as long.
 */
function installedIn(scopes: readonly string[], name: string): InstalledPackage | undefined {
  for (const scope of scopes) {
    const directory = scope + sep + name.slice(SCOPE.length + 1);
    const path = inFolder(directory, 'package.json');
    if (!existsSync(path)) continue;
    const { version, main } = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, unknown>>;
    const file = typeof main === 'string' ? join(directory, main) : '';
    return typeof version === 'string' && existsSync(file) ? { version, file: realpathSync.native(file) } : undefined;
  }
  return undefined;
}

type Triple = readonly [major: number, minor: number, patch: number];

function isNewerMajor(theirs: string, ours: string): boolean {
  return numbersOf(theirs)[0] > numbersOf(ours)[0];
}

/** Whether what works with `theirs` works with `ours`. */
function includes(ours: string, theirs: string): boolean {
  const [ourMajor, ourMinor, ourPatch] = numbersOf(ours);
  const [major, minor, patch] = numbersOf(theirs);
  if (ourMajor !== major || (major === 0 && ourMinor !== minor)) return false;
  return ourMinor > minor || (ourMinor === minor && ourPatch >= patch);
}

function numbersOf(version: string): Triple {
  const [major = 0, minor = 0, patch = 0] = version.split(/[.+-]/u, 3).map(Number);
  return [major, minor, patch];
}
