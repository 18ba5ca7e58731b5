import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildIndex, definePack, writeIndex } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { CommandCatalog } from '../../../packages/shell/src/commands/command-catalog.js';
import { findPacks } from '../../../packages/shell/src/packs/find-packs.js';
import { loadPack } from '../../../packages/shell/src/packs/load-pack.js';
import { age, folderWith, linkCore, packModule } from '../packs/folders.js';

/** A project with an indexed pack `near` and a pack `@far/pack` without an index in node_modules. */
async function project(): Promise<string> {
  const folder = folderWith({
    'package.json': { name: 'near', cmdlets: { module: './index.cjs', index: './cmdlets.json' } },
    'index.cjs': packModule('near', ['Get', 'Name'], ['Get', 'Place']),
    // Loaded for the index, so that the module itself is not yet.
    'same.cjs': packModule('near', ['Get', 'Name'], ['Get', 'Place']),
    'node_modules/@far/pack/package.json': { name: '@far/pack', cmdlets: './index.cjs' },
    'node_modules/@far/pack/index.cjs': packModule('far', ['Get', 'Name'], ['Get', 'Far']),
  });
  linkCore(folder);
  await writeIndexOf(folder, 'same.cjs');
  return folder;
}

async function writeIndexOf(folder: string, module: string): Promise<void> {
  const place = { name: 'near', directory: folder, module: join(folder, module), indexFile: null, needsJobs: false };
  writeFileSync(join(folder, 'cmdlets.json'), writeIndex(await buildIndex(await loadPack(place))));
}

function catalogOf(folder: string): CommandCatalog {
  const { packs, failures } = findPacks(folder, []);
  return new CommandCatalog(packs, failures);
}

describe('A command', () => {
  it.each([
    ['Get-Name', 'near'],
    ['get-name', 'near'],
    ['near\\Get-Name', 'near'],
    ['NEAR/get-name', 'near'],
    ['@far/pack\\Get-Name', '@far/pack'],
    ['@Far/Pack/get-NAME', '@far/pack'],
    ['@far\\pack\\Get-Name', '@far/pack'],
    ['Get-Far', '@far/pack'],
  ])('%s is found in %s', async (name, packName) => {
    expect((await catalogOf(await project()).find(name)).packName).toBe(packName);
  });

  it.each(['Get-Nome', 'near\\Get-Far', 'other\\Get-Name'])('%s is not found', async (name) => {
    const finding = catalogOf(await project()).find(name);
    await expect(finding).rejects.toMatchObject({ errorId: 'CommandNotFoundException' });
  });

  it('is described by the index, without its code', async () => {
    const folder = await project();
    writeFileSync(join(folder, 'index.cjs'), 'throw new Error("loaded")');
    const catalog = catalogOf(folder);
    const { description } = await catalog.find('Get-Place');
    expect(description.syntax).toEqual(['Get-Place [<CommonParameters>]']);
    expect(await catalog.names()).toContain('Get-Place');
    expect(catalog.failures).toEqual([]);
  });

  it('is loaded with the classes of its own module alone', async () => {
    const { load } = await catalogOf(await project()).find('Get-Place');
    expect((await load()).cmdlets.map((cmdlet) => cmdlet.name)).toEqual(['GetPlace']);
  });
});

describe('An index', () => {
  it('that is older than the code is not used, which is told once', async () => {
    const folder = await project();
    age(join(folder, 'cmdlets.json'), 60);
    writeFileSync(join(folder, 'index.cjs'), packModule('near', ['Get', 'New']));
    const catalog = catalogOf(folder);
    expect((await catalog.find('Get-New')).packName).toBe('near');
    await expect(catalog.find('Get-Place')).rejects.toMatchObject({ errorId: 'CommandNotFoundException' });
    expect(catalog.failures.map(({ errorId, message }) => [errorId, message.includes('cmdlet build')])).toEqual([
      ['CommandIndexOutdated', true],
    ]);
  });

  it.each([
    ['no JSON', '{'],
    ['of another version', '{ "formatVersion": 7 }'],
  ])('that is %s is not used, which is told', async (_what, content) => {
    const folder = await project();
    writeFileSync(join(folder, 'cmdlets.json'), content);
    const catalog = catalogOf(folder);
    expect((await catalog.find('Get-Place')).packName).toBe('near');
    expect(catalog.failures.map(({ errorId }) => errorId)).toEqual(['InvalidCommandIndex']);
  });

  it('that tells of commands which are gone has the pack loaded as a whole', async () => {
    const folder = folderWith({
      'package.json': { name: 'near', cmdlets: { module: './index.cjs', index: './cmdlets.json' } },
      'index.cjs': packModule('near', ['Get', 'Other']),
    });
    linkCore(folder);
    await writeIndexOf(folder, 'index.cjs');
    const index = await buildIndex(definePack({ name: 'near', cmdlets: [] }));
    const [other] = (await catalogOf(folder).all()).map(({ description }) => description);
    const gone = { ...other, name: 'Get-Gone', source: 0 } as (typeof index.commands)[number];
    writeFileSync(join(folder, 'cmdlets.json'), writeIndex({ ...index, commands: [gone] }));
    const catalog = catalogOf(folder);
    const { load } = await catalog.find('Get-Gone');
    expect((await load()).cmdlets).toHaveLength(1);
    expect(catalog.failures.map(({ errorId }) => errorId)).toEqual(['CommandIndexOutdated']);
  });
});
