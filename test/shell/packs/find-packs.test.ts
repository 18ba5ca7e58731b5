import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findPacks } from '../../../packages/shell/src/packs/find-packs.js';
import { age, folderWith } from './folders.js';

const pack = (name: string, field: unknown = './index.js') => ({ name, cmdlets: field });
const namesIn = (folder: string, named: readonly string[] = []) =>
  findPacks(folder, named).packs.map(({ name }) => name);

describe('Packs are found', () => {
  it('in the project, in node_modules and in the folders above, the nearest first', () => {
    const folder = folderWith({
      'package.json': pack('top'),
      'node_modules/b/package.json': pack('b'),
      'node_modules/@a/a/package.json': pack('@a/a'),
      'node_modules/none/package.json': { name: 'none' },
      'node_modules/.hidden/package.json': pack('hidden'),
      'inner/package.json': pack('inner'),
      'inner/node_modules/b/package.json': pack('b', './nearer.js'),
      'inner/node_modules/c/package.json': pack('c'),
      'inner/deep/file': '',
    });
    const { packs, failures } = findPacks(join(folder, 'inner/deep'), []);
    expect(packs.map(({ name }) => name)).toEqual(['inner', 'b', 'c', 'top', '@a/a']);
    expect(packs[1]?.place.module).toBe(join(folder, 'inner/node_modules/b/nearer.js'));
    expect(failures).toEqual([]);
  });

  it('by the path of a folder or a module, before all others', () => {
    const folder = folderWith({ 'package.json': pack('top'), 'other/package.json': pack('other'), 'one.ts': '' });
    expect(namesIn(folder, ['other', './one.ts'])).toEqual(['other', join(folder, 'one.ts'), 'top']);
  });

  it.each([
    ['nothing', 'There is no '],
    ['sources', 'it has no package.json'],
    ['plain', 'has no field "cmdlets"'],
    ['torn', 'cannot be read: '],
  ])('or it is said why not: --pack %s', (path, reason) => {
    const folder = folderWith({
      'plain/package.json': { name: 'plain' },
      'torn/package.json': '{ "name": ',
      'sources/index.ts': '',
    });
    expect(() => namesIn(folder, [path])).toThrow(reason);
  });

  it.each([
    ['PackNotFound', 'nothing'],
    ['PackNotFound', 'plain'],
    ['UnreadablePack', 'broken'],
    ['UnreadablePack', 'odd'],
  ])('or it is %s: --pack %s', (errorId, path) => {
    const folder = folderWith({
      'plain/package.json': { name: 'plain' },
      'broken/package.json': '{ "cmdlets": ',
      'odd/package.json': pack('odd', { index: './x.json' }),
    });
    expect(() => findPacks(folder, [path])).toThrow(expect.objectContaining({ errorId }));
  });

  it('though others cannot be read, which is told each time', () => {
    const folder = folderWith({
      'node_modules/.package-lock.json': '',
      'node_modules/a/package.json': pack('a'),
      'node_modules/b/package.json': '{ "cmdlets"',
    });
    for (let time = 0; time < 2; time++) {
      const { packs, failures } = findPacks(folder, []);
      expect(packs.map(({ name }) => name)).toEqual(['a']);
      expect(failures.map(({ errorId }) => errorId)).toEqual(['UnreadablePack']);
    }
  });
});

describe('What was found in node_modules', () => {
  const installed = () =>
    folderWith({ 'node_modules/.package-lock.json': '', 'node_modules/a/package.json': pack('a') });
  const kept = (folder: string) => join(folder, 'node_modules/.cache/cmdlet/packs.json');
  /** Without the package manager. */
  const addQuietly = (folder: string, name: string) => {
    mkdirSync(join(folder, 'node_modules/@scope', name), { recursive: true });
    writeFileSync(join(folder, 'node_modules/@scope', name, 'package.json'), JSON.stringify(pack(name)));
  };

  it('is kept until the package manager has changed something', () => {
    const folder = installed();
    addQuietly(folder, 'b');
    expect(namesIn(folder)).toEqual(['b', 'a']);
    addQuietly(folder, 'c');
    expect(namesIn(folder)).toEqual(['b', 'a']);
    age(join(folder, 'node_modules/.package-lock.json'), 100);
    expect(namesIn(folder)).toEqual(['b', 'c', 'a']);
  });

  it('is not kept where no package manager tells', () => {
    const folder = installed();
    rmSync(join(folder, 'node_modules/.package-lock.json'));
    expect(namesIn(folder)).toEqual(['a']);
    expect(existsSync(kept(folder))).toBe(false);
  });

  it('is looked for again if what was kept cannot be read', () => {
    const folder = installed();
    expect(namesIn(folder)).toEqual(['a']);
    writeFileSync(kept(folder), '{ "format": ');
    expect(namesIn(folder)).toEqual(['a']);
  });

  it('does not hold for packages that are links: they are read each time', () => {
    const folder = installed();
    mkdirSync(join(folder, 'work'));
    writeFileSync(join(folder, 'work/package.json'), '{}');
    symlinkSync(join(folder, 'work'), join(folder, 'node_modules/linked'));
    expect(namesIn(folder)).toEqual(['a']);
    writeFileSync(join(folder, 'work/package.json'), JSON.stringify(pack('linked')));
    expect(namesIn(folder)).toEqual(['a', 'linked']);
  });
});
