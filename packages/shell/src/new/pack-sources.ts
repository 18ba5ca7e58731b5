import { access, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BuildError } from '../build/build-error.js';
import { text } from './text.js';

/** The sources of a pack, as far as something is to be added to them. */
export interface PackSources {
  readonly folder: string;
  /** How its files end. */
  readonly extension: 'ts' | 'js';
  /** What the package exports: `src/index.ts`. */
  readonly index: string;
  /** The file with `definePack`; it may be the same. */
  readonly pack: string;
  /** The package that tests take `test` from. */
  readonly runner: 'node:test' | 'vitest';
}

/**
 * Finds the files of a pack that know its cmdlets.
 *
 * @throws BuildError `PackNotFound` for a folder without `src/index.ts` or `src/index.js`
 */
export async function findSources(folder: string): Promise<PackSources> {
  for (const extension of ['ts', 'js'] as const) {
    const index = join(folder, 'src', `index.${extension}`);
    if (await isThere(index)) {
      return {
        folder,
        extension,
        index,
        pack: await fileWithPack(join(folder, 'src'), index, extension),
        runner: (await usesVitest(folder)) ? 'vitest' : 'node:test',
      };
    }
  }
  throw new BuildError(text.noPack(folder), 'PackNotFound', folder);
}

export async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}

async function fileWithPack(sources: string, index: string, extension: string): Promise<string> {
  const names = (await readdir(sources)).filter((name) => name.endsWith(`.${extension}`));
  for (const path of [index, ...names.map((name) => join(sources, name))]) {
    if (/\bdefinePack\s*\(/u.test(await readFile(path, 'utf8'))) return path;
  }
  return index;
}

async function usesVitest(folder: string): Promise<boolean> {
  try {
    return /"vitest"\s*:/u.test(await readFile(join(folder, 'package.json'), 'utf8'));
  } catch {
    return false;
  }
}
