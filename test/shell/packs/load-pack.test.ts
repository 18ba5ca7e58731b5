import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Pack } from '@cmdlet/core';
import * as core from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { loadPack } from '../../../packages/shell/src/packs/load-pack.js';
import { folderWith, linkCore, packModule } from './folders.js';

const placeOf = (folder: string, module: string) => ({
  name: 'sample',
  directory: folder,
  module: join(folder, module),
  indexFile: null,
  needsJobs: false,
});

describe('A pack in CommonJS', () => {
  it('uses the core of the command', async () => {
    const folder = folderWith({ 'index.cjs': packModule('sample', ['Get', 'Name']) });
    linkCore(folder);
    expect((await loadPack(placeOf(folder, 'index.cjs'))).name).toBe('sample');
    const { core: used } = createRequire(join(folder, 'x.js'))('./index.cjs') as { core: typeof core };
    expect(used.Session).toBe(core.Session);
  });

  it('finds the core without another look at what is installed', async () => {
    const folder = folderWith({
      'index.cjs': "exports.default = { name: 'sample', cmdlets: [], core: () => require('@cmdlet/core') };",
    });
    linkCore(folder);
    const pack = (await loadPack(placeOf(folder, 'index.cjs'))) as Pack & { readonly core: () => typeof core };
    rmSync(join(folder, 'node_modules/@cmdlet/core'), { recursive: true });
    expect(pack.core().Session).toBe(core.Session);
  });

  it('is taken where it stands beside the module that is named', async () => {
    const folder = folderWith({ 'index.js': 'throw new Error("not this one")', 'index.cjs': packModule('sample') });
    linkCore(folder);
    expect((await loadPack(placeOf(folder, 'index.js'))).name).toBe('sample');
  });

  it.each([
    ['a newer major version is refused', '99.0.0', 'IncompatiblePack'],
    ['an older version is left its own core', '0.0.9', undefined],
    ['a later version of the same major is left its own core', '0.1.999', undefined],
  ])('made for %s', async (_what, version, errorId) => {
    const folder = folderWith({
      'index.cjs': "const core = require('@cmdlet/core'); exports.default = { name: core.own, cmdlets: [] };",
      'node_modules/@cmdlet/core/package.json': { name: '@cmdlet/core', version, main: './main.cjs' },
      'node_modules/@cmdlet/core/main.cjs': "exports.own = 'own';",
    });
    const loading = loadPack(placeOf(folder, 'index.cjs'));
    if (errorId === undefined) expect((await loading).name).toBe('own');
    else await expect(loading).rejects.toMatchObject({ errorId });
  });
});

describe('A pack in TypeScript', () => {
  const sources = {
    'package.json': { type: 'module' },
    'src/index.ts': `import { definePack } from '@cmdlet/core';
import { GetPlace } from './get-place.js';
import { where } from './where.js';
export default definePack({ name: where(import.meta.url), cmdlets: [GetPlace] });`,
    'src/get-place.ts': `import { Cmdlet, Parameter, PSCmdlet } from '@cmdlet/core';
@Cmdlet('Get', 'Place')
export class GetPlace extends PSCmdlet<string> {
  @Parameter() city!: string;
  @Parameter() days = 3;
}`,
    'src/where.ts': `import { basename } from 'node:path';
import type { GetPlace } from './get-place.js';
export const where = (url: string): string => basename(url);`,
  };

  it('is compiled with the types of its properties, and finds its modules by the names of their output', async () => {
    const folder = folderWith(sources);
    linkCore(folder);
    linkTypeScript(folder);
    const pack = await loadPack(placeOf(folder, 'src/index.ts'));
    expect(pack.name).toBe('index.ts');
    const [cmdlet] = await core.loadCmdlets(pack);
    const { parameters } = core.commandMetadata(cmdlet as Parameters<typeof core.commandMetadata>[0]);
    expect(parameters.map(({ name, type }) => `${name} ${type}`)).toEqual(['City string', 'Days double']);
  });

  it('is TypeScriptNotFound where nothing compiles it, which says what to install', async () => {
    const folder = folderWith(sources);
    await expect(loadPack(placeOf(folder, 'src/index.ts'))).rejects.toMatchObject({
      errorId: 'TypeScriptNotFound',
      message: expect.stringContaining('npm install --save-dev typescript') as string,
    });
  });

  it('is named in stacks with the lines of its source', async () => {
    const failing = "interface Nothing { no: 1 }\n\n\nexport const where = () => { throw new Error('out of order'); };";
    const folder = folderWith({ ...sources, 'src/where.ts': failing });
    linkCore(folder);
    linkTypeScript(folder);
    const error: unknown = await loadPack(placeOf(folder, 'src/index.ts')).catch((thrown: unknown) => thrown);
    expect(String((error as Error & { cause: Error }).cause.stack)).toMatch(/src\/where\.ts:4:/u);
  });

  it('is PackLoadFailed with file and line where it is no TypeScript', async () => {
    const folder = folderWith({ ...sources, 'src/where.ts': 'export const where = String;\nexport const x = {{{' });
    linkCore(folder);
    linkTypeScript(folder);
    await expect(loadPack(placeOf(folder, 'src/index.ts'))).rejects.toMatchObject({
      errorId: 'PackLoadFailed',
      message: expect.stringMatching(/src\/where\.ts:2:\d+ /u) as string,
    });
  });

  it('is PackLoadFailed with what the compiler or the module says', async () => {
    const folder = folderWith({ ...sources, 'src/where.ts': 'throw new Error("out of order");' });
    linkCore(folder);
    linkTypeScript(folder);
    for (let time = 0; time < 2; time++) {
      await expect(loadPack(placeOf(folder, 'src/index.ts'))).rejects.toMatchObject({
        errorId: 'PackLoadFailed',
        message: expect.stringContaining('out of order') as string,
      });
    }
  });
});

describe('A module', () => {
  it.each([
    ['throws', 'PackLoadFailed', 'throw new Error("broken");'],
    ['is not there', 'PackLoadFailed', undefined],
    ['exports no pack', 'PackNotFound', 'exports.nothing = 1;'],
  ])('that %s is %s', async (_what, errorId, content) => {
    const folder = folderWith(content === undefined ? {} : { 'index.cjs': content });
    await expect(loadPack(placeOf(folder, 'index.cjs'))).rejects.toMatchObject({ errorId });
  });
});

it('A module that is not built yet is told of without words of the loader', async () => {
  await expect(loadPack(placeOf(folderWith({}), 'dist/index.js'))).rejects.toMatchObject({
    errorId: 'PackLoadFailed',
    message: expect.stringMatching(/dist\/index\.js is not there\. Build the pack first/u) as string,
  });
});

function linkTypeScript(folder: string): void {
  const { symlinkSync } = createRequire(import.meta.url)('node:fs') as typeof import('node:fs');
  symlinkSync(
    new URL('../../../node_modules/typescript', import.meta.url).pathname,
    join(folder, 'node_modules/typescript'),
  );
}
