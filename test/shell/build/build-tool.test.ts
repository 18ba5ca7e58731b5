/** `cmdlet build` and its like as people type them. */
import { afterEach, describe, expect, it } from 'vitest';
import { cmdlet } from '../command.js';
import { manifest, TemporaryPack } from './temporary-pack.js';

const packs: TemporaryPack[] = [];
const packWith = (files: Readonly<Record<string, string>>, dependencies: readonly string[] = []): TemporaryPack => {
  const pack = new TemporaryPack(files, dependencies);
  packs.push(pack);
  return pack;
};
afterEach(() => {
  for (const pack of packs.splice(0)) pack.remove();
});

const javascript = {
  'package.json': manifest.replaceAll('./dist/', './src/'),
  'src/index.js': `import { defineCmdlet, definePack } from '@cmdlet/core';
const GetRow = defineCmdlet({ verb: 'Get', noun: 'Row', synopsis: 'Gets rows.', process() {} });
export default definePack({ name: 'rows', cmdlets: [GetRow] });
`,
};

describe('cmdlet', () => {
  it('builds the pack in a folder, and shows what it did', { timeout: 60_000 }, async () => {
    const pack = packWith(javascript, ['@cmdlet/core']);
    const { exitCode, stdout, stderr } = await cmdlet(['build', pack.folder]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(/^1 command in src\/cmdlets\.json, \d+ ms\n$/);

    const checked = await cmdlet(['build', '--check'], { workingDirectory: pack.folder });
    expect(checked.stdout).toMatch(/^1 command checked, \d+ ms\n$/);

    const help = await cmdlet(['help', 'Get-Row'], { workingDirectory: pack.folder });
    expect(help.stdout).toContain('Gets rows.');

    const docs = await cmdlet(['docs', '--output', 'pages'], { workingDirectory: pack.folder });
    expect(docs).toEqual({ exitCode: 0, stdout: '1 page in pages\n', stderr: '' });
    expect(pack.read('pages/Get-Row.md')).toContain('# Get-Row');
  });

  it('shows what is wrong with a pack, and fails', { timeout: 60_000 }, async () => {
    const pack = packWith({ ...javascript, 'src/index.js': 'nonsense(' }, ['@cmdlet/core']);
    const { exitCode, stdout } = await cmdlet(['build'], { workingDirectory: pack.folder });
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^error PackLoadFailed: .*src\/index\.js cannot be loaded: .*\nNot built: 1 error\.\n$/s);
  });

  it.each([
    [['build', '--fast'], 2, 'UnknownOption'],
    [['build', 'a', 'b'], 2, 'InvalidArgument'],
    [['build', '--watch', '--check'], 2, 'InvalidOptionValue'],
    [['build', '--watch=yes'], 2, 'InvalidOptionValue'],
    [['build', 'none'], 1, 'PackNotFound'],
    [['new'], 2, 'InvalidArgument'],
    [['new', 'house', 'Get-Row'], 2, 'InvalidArgument'],
    [['new', 'cmdlet'], 2, 'MissingArgument'],
    [['new', 'cmdlet', 'Delete-Row'], 1, 'UnapprovedVerb'],
    [['docs'], 1, 'IndexNotFound'],
  ])('%j ends with %i and %s', async (words, exitCode, id) => {
    const pack = packWith(javascript);
    const outcome = await cmdlet(words, { workingDirectory: pack.folder });
    expect({ exitCode: outcome.exitCode, stdout: outcome.stdout }).toEqual({ exitCode, stdout: '' });
    expect(outcome.stderr).toContain(id);
  });

  it('makes a cmdlet', async () => {
    const pack = packWith(javascript);
    const outcome = await cmdlet(['new', 'cmdlet', 'Get-Column'], { workingDirectory: pack.folder });
    expect(outcome).toEqual({
      exitCode: 0,
      stdout: 'Made src/get-column.js\nMade test/get-column.test.js\nChanged src/index.js\n',
      stderr: '',
    });
  });
});
