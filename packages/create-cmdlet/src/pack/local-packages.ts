import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { CreateError } from '../create-error.js';
import type { PackageManager } from '../programs/package-manager.js';
import { text } from '../text.js';

/** Packed packages (`npm pack`) by package name: `file:` and the path of each. */
export type LocalPackages = Readonly<Record<string, string>>;

/**
 * The packed packages in a folder.
 *
 * @throws CreateError `NoLocalPackage` if there is none, `UnreadableLocalPackage` for a file that holds no package
 */
export function localPackagesIn(folder: string): LocalPackages {
  const files = filesOf(folder).filter((name) => name.endsWith('.tgz'));
  if (files.length === 0) throw new CreateError('NoLocalPackage', text.noLocalPackage(folder));
  return Object.fromEntries(
    files.map((name) => {
      const file = join(folder, name);
      return [packageNameIn(file), `file:${file.replaceAll('\\', '/')}`];
    }),
  );
}

/** Makes the package in a folder, and whatever it depends on, depend on local packages. */
export function dependOn(packages: LocalPackages, folder: string, manager: PackageManager): void {
  const file = join(folder, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, unknown>>;
  const local = (dependencies: unknown): object =>
    Object.fromEntries(
      Object.entries(dependencies as Readonly<Record<string, string>>).map(([name, range]) => [
        name,
        packages[name] ?? range,
      ]),
    );
  const changed = {
    ...manifest,
    dependencies: local(manifest['dependencies']),
    devDependencies: local(manifest['devDependencies']),
    ...overrides(packages, manager),
  };
  writeFileSync(file, `${JSON.stringify(changed, null, 2)}\n`);
}

function filesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    throw new CreateError('NoLocalPackage', text.noLocalPackage(folder), undefined, error);
  }
}

/** A package is a tar file whose first folder, whatever it is called, holds its package.json. */
function packageNameIn(file: string): string {
  try {
    const tar = gunzipSync(readFileSync(file));
    for (let at = 0; at + BLOCK <= tar.length; ) {
      const field = (begin: number, end: number): string =>
        tar.toString('utf8', at + begin, at + end).replace(/\0.*$/s, '');
      const size = Number.parseInt(field(124, 136), 8) || 0;
      if (/^[^/]+\/package\.json$/.test(field(0, 100))) {
        const manifest = JSON.parse(tar.toString('utf8', at + BLOCK, at + BLOCK + size)) as { readonly name: string };
        return manifest.name;
      }
      at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    }
  } catch (error) {
    throw new CreateError('UnreadableLocalPackage', text.unreadableLocalPackage(file), undefined, error);
  }
  throw new CreateError('UnreadableLocalPackage', text.unreadableLocalPackage(file));
}

const BLOCK = 512;

/** How each package manager is told which package is meant wherever one of that name is asked for. */
function overrides(packages: LocalPackages, manager: PackageManager): object {
  if (manager === 'pnpm') return { pnpm: { overrides: packages } };
  return manager === 'yarn' ? { resolutions: packages } : { overrides: packages };
}
