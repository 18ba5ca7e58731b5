/** `cmdlet docs` on a folder. */
import { afterEach, describe, expect, it } from 'vitest';
import { runPackTool } from '../../../packages/shell/src/build/pack-tool.js';
import { manifest, TemporaryPack } from '../build/temporary-pack.js';
import { forecastIndex } from './help-pages.js';

const packs: TemporaryPack[] = [];
const packWith = (files: Readonly<Record<string, string>>): TemporaryPack => {
  const pack = new TemporaryPack(files, []);
  packs.push(pack);
  return pack;
};
afterEach(() => {
  for (const pack of packs.splice(0)) pack.remove();
});

/** Calls the tool and gives its exit code, its output, and the id of its error. */
async function docs(pack: TemporaryPack, ...words: string[]): Promise<readonly [number, string, unknown]> {
  let written = '';
  let errorId: unknown;
  const exitCode = await runPackTool('docs', words, {
    workingDirectory: pack.folder,
    environment: {},
    stop: new AbortController().signal,
    write: (text) => {
      written += text;
      return undefined;
    },
    showError: (error) => {
      errorId = (error as { errorRecord: { errorId: string } }).errorRecord.errorId;
    },
  });
  return [exitCode, written, errorId];
}

describe('pages of a pack', () => {
  it.each([
    [[], '2 pages in docs\n', 'docs/Get-Forecast.md'],
    [['--format', 'man'], '2 pages in man\n', 'man/man1/Get-Forecast.1'],
    [['--format=html'], '2 pages in site\n', 'site/search.js'],
    [['--output', 'reference/new'], '2 pages in reference/new\n', 'reference/new/README.md'],
  ])('%j: %j', async (words, said, file) => {
    const pack = packWith({ 'dist/cmdlets.json': JSON.stringify(await forecastIndex) });
    expect(await docs(pack, ...words)).toEqual([0, said, undefined]);
    expect(pack.has(file)).toBe(true);
  });

  it('are made from an index that no package.json names', async () => {
    const pack = packWith({ 'package.json': '{}', 'parts/weather.json': JSON.stringify(await forecastIndex) });
    expect(await docs(pack, '--index', 'parts/weather.json')).toEqual([0, '2 pages in docs\n', undefined]);
    expect(pack.has('docs/Get-Forecast.md')).toBe(true);
    expect(await docs(pack, '--index=parts/other.json')).toEqual([1, '', 'IndexNotFound']);
  });

  it.each([
    ['no index', { 'package.json': manifest }, [], 1, 'IndexNotFound'],
    ['an index that is none', { 'dist/cmdlets.json': '{' }, [], 1, 'InvalidCommandIndex'],
    ['an index of another version', { 'dist/cmdlets.json': '{ "formatVersion": 99 }' }, [], 1, 'InvalidCommandIndex'],
    ['a package that names none', { 'package.json': '{ "cmdlets": "./a.js" }' }, [], 1, 'IndexNotFound'],
    ['another format', {}, ['--format', 'pdf'], 2, 'InvalidOptionValue'],
    ['a format that is not named', {}, ['--format'], 2, 'MissingOptionValue'],
    ['an unknown option', {}, ['--all'], 2, 'UnknownOption'],
    ['two folders', {}, ['a', 'b'], 2, 'InvalidArgument'],
  ])('%s is an error', async (_what, files: Readonly<Record<string, string>>, words, exitCode, id) => {
    expect(await docs(packWith(files), ...words)).toEqual([exitCode, '', id]);
  });
});
