import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Pack } from '@cmdlet/core';
import { text } from '../text.js';
import { importModule } from './import-module.js';
import { messageOf, PackError } from './pack-error.js';
import type { PackPlace } from './pack-manifest.js';
import { shareOwnPackages } from './share-own-packages.js';

type Exports = Readonly<Record<string, unknown>>;

/**
 * Loads the module of a pack.
 *
 * Where a CommonJS build stands beside the module, `index.cjs` beside `index.js`, it is taken: it is loaded faster.
 * Modules in TypeScript are compiled as they are loaded.
 *
 * @throws PackError `PackLoadFailed` if it throws, `PackNotFound` if it exports no pack, `IncompatiblePack` if it was
 *   made for a newer major version, `TypeScriptNotFound` if nothing is installed that compiles it
 */
export async function loadPack(place: PackPlace): Promise<Pack> {
  const { module, directory, name } = place;
  if (!existsSync(module)) throw new PackError(text.moduleMissing(name, module), 'PackLoadFailed', directory);
  let loaded: Exports;
  try {
    loaded = await loadModule(commonJsBuildOf(module), place);
  } catch (error) {
    if (error instanceof PackError) throw error;
    throw new PackError(
      text.packThrew(name, module, withoutRequireStack(messageOf(error))),
      'PackLoadFailed',
      directory,
      error,
    );
  }
  // A CommonJS module that is imported arrives as the default export of its namespace.
  const inner = isObject(loaded['default']) ? loaded['default'] : {};
  const named = [loaded['default'], loaded['pack'], inner['default'], inner['pack']];
  const pack = [loaded, ...named, ...Object.values(loaded)].find(isPack);
  if (pack === undefined) throw new PackError(text.exportsNoPack(name, module), 'PackNotFound', directory);
  return pack;
}

/** Node tells after what it could not find who asked for it, one file a line. */
function withoutRequireStack(message: string): string {
  return message.split('\nRequire stack:\n', 1)[0] ?? message;
}

async function loadModule(file: string, place: PackPlace): Promise<Exports> {
  const require = createRequire(file);
  shareOwnPackages(require, file, place);
  if (/\.[cm]?tsx?$/u.test(file)) {
    const { loadTypeScriptModule } = await import('./typescript-module.js');
    return loadTypeScriptModule(file);
  }
  const loaded: unknown = isCommonJs(file) ? require(file) : await importModule(pathToFileURL(file).href);
  return isObject(loaded) ? loaded : {};
}

function commonJsBuildOf(module: string): string {
  const build = module.replace(/\.m?js$/u, '.cjs');
  return build !== module && existsSync(build) ? build : module;
}

function isCommonJs(file: string): boolean {
  if (file.endsWith('.cjs')) return true;
  return file.endsWith('.js') && typeOfPackage(dirname(file)) !== 'module';
}

/** The field `type` of the nearest package.json. */
function typeOfPackage(directory: string): unknown {
  for (let folder = directory; ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest)) {
      const { type } = JSON.parse(readFileSync(manifest, 'utf8')) as { readonly type?: unknown };
      return type;
    }
    if (dirname(folder) === folder) return undefined;
  }
}

function isPack(value: unknown): value is Pack {
  return isObject(value) && typeof value['name'] === 'string' && Array.isArray(value['cmdlets']);
}

function isObject(value: unknown): value is Exports {
  return typeof value === 'object' && value !== null;
}
