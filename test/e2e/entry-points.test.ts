import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';

interface Manifest {
  readonly name: string;
  readonly exports?: Record<string, unknown>;
}

const packagesFolder = new URL('../../packages/', import.meta.url);
const require = createRequire(import.meta.url);

const entryPoints = readdirSync(packagesFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => JSON.parse(readFileSync(new URL(`${name}/package.json`, packagesFolder), 'utf8')) as Manifest)
  .flatMap(({ name, exports = {} }) =>
    Object.entries(exports)
      .filter(
        ([, target]) => typeof target === 'object' && target !== null && 'import' in target && 'require' in target,
      )
      .map(([path]) => name + path.slice(1)),
  );

describe('Built packages', () => {
  test.each(entryPoints)('%s offers the same names to import and to require', async (entryPoint) => {
    const imported = Object.keys((await import(entryPoint)) as object).sort();
    const required = Object.keys(require(entryPoint) as object).sort();
    expect(required).toEqual(imported.filter((name) => name !== 'default' && name !== 'module.exports'));
  });

  // The command lends packs its own.
  test.each(['core', 'jobs', 'utility'])('@cmdlet/%s is the same for import and for require', async (name) => {
    const imported = (await import(`@cmdlet/${name}`)) as Record<string, unknown>;
    const required = require(`@cmdlet/${name}`) as Record<string, unknown>;
    expect(Object.keys(required).filter((each) => required[each] !== imported[each])).toEqual([]);
  });
});
