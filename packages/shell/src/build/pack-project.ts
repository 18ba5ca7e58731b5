import { access, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { BuildError } from './build-error.js';
import { text } from './text.js';

/** A folder with a pack, as its package.json and tsconfig.json describe it. */
export interface PackProject {
  readonly folder: string;
  readonly manifest: string;
  /** The module that exports the pack; undefined if the package says nothing of cmdlets. */
  readonly module: string | undefined;
  /** Whether that module is one of ECMAScript. */
  readonly esm: boolean;
  readonly index: string | undefined;
  /** Where the report of the pack's API is; undefined if the package names none. */
  readonly api: string | undefined;
  /** The declarations of what the package exports; undefined if it names none. */
  readonly types: string | undefined;
  /** Undefined for a pack in JavaScript. */
  readonly tsconfig: string | undefined;
}

/**
 * Reads what a folder says about its pack.
 *
 * @throws BuildError `PackNotFound` without a package.json, `UnreadablePack` for one that is no JSON
 */
export async function readProject(folder: string): Promise<PackProject> {
  const manifest = join(folder, 'package.json');
  const { cmdlets, type, types, exports } = await manifestIn(manifest, folder);
  const field = typeof cmdlets === 'string' ? { module: cmdlets } : cmdlets;
  const pathOf = (path: string | undefined) => (path === undefined ? undefined : resolve(folder, path));
  const module = pathOf(field?.module);
  const tsconfig = join(folder, 'tsconfig.json');
  return {
    folder,
    manifest,
    module,
    esm: module?.endsWith('.mjs') === true || (type === 'module' && module?.endsWith('.cjs') !== true),
    index: pathOf(field?.index),
    api: pathOf(field?.api),
    types: pathOf(exports?.['.']?.import?.types ?? exports?.['.']?.types ?? types),
    tsconfig: (await exists(tsconfig)) ? tsconfig : undefined,
  };
}

/**
 * The file that a package's main entry is, as the pack would load it; undefined if it is not installed, or not built.
 *
 * `require.resolve` alone would give the CommonJS build, beside the one that an ECMAScript pack imports.
 */
export async function entryOf({ folder, esm }: PackProject, name: string): Promise<string | undefined> {
  const require = createRequire(join(folder, 'package.json'));
  try {
    const manifest = require.resolve(`${name}/package.json`);
    const { exports } = JSON.parse(await readFile(manifest, 'utf8')) as { readonly exports?: PackageExports };
    const { node, default: usual } = (esm ? exports?.['.']?.import : undefined) ?? {};
    const imported = node ?? usual;
    if (imported === undefined) return require.resolve(name);
    const entry = resolve(dirname(manifest), imported);
    return (await exists(entry)) ? entry : undefined;
  } catch {
    return undefined;
  }
}

/** As far as they are objects: a text, or a text for a condition, has no such properties. */
interface PackageExports {
  readonly '.'?: {
    readonly types?: string;
    readonly import?: { readonly types?: string; readonly node?: string; readonly default?: string };
  };
}

interface Manifest {
  readonly type?: string;
  readonly types?: string;
  readonly exports?: PackageExports;
  readonly cmdlets?: string | { readonly module: string; readonly index?: string; readonly api?: string };
}

async function manifestIn(path: string, folder: string): Promise<Manifest> {
  let json: string;
  try {
    json = await readFile(path, 'utf8');
  } catch (error) {
    throw new BuildError(text.noManifest(folder), 'PackNotFound', folder, error);
  }
  try {
    return JSON.parse(json) as Manifest;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new BuildError(text.unreadableManifest(path, reason), 'UnreadablePack', path, error);
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
