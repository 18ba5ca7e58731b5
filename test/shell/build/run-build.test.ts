/** Whole builds of packs, as `cmdlet build` does them. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type CommandIndex, type Pack, readIndex, Session } from '@cmdlet/core';
import { helpLines } from '@cmdlet/utility';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { formatMessage } from '../../../packages/shell/src/build/build-message.js';
import type { BuildResult } from '../../../packages/shell/src/build/finish-build.js';
import { runBuild } from '../../../packages/shell/src/build/run-build.js';
import { findPacks } from '../../../packages/shell/src/packs/find-packs.js';
import { forecastSource, manifest, TemporaryPack, tsconfig, weatherFiles } from './temporary-pack.js';

/** A compiler at work on a busy machine. */
const LONG = 60_000;

describe('a pack', () => {
  const pack = new TemporaryPack(weatherFiles);
  let result: BuildResult;
  let index: CommandIndex;

  beforeAll(async () => {
    result = await runBuild({ folder: pack.folder });
    index = readIndex(JSON.parse(pack.read('dist/cmdlets.json')));
  }, LONG);
  afterAll(() => pack.remove());

  it('is compiled, and its index is written', () => {
    expect(result.messages).toEqual([]);
    expect(result.succeeded).toBe(true);
    expect(result.written.map((path) => path.slice(pack.folder.length + 1)).sort()).toEqual([
      'dist/cmdlets.json',
      'dist/get-forecast.js',
      'dist/get-forecast.js.map',
      'dist/index.js',
      'dist/index.js.map',
      'dist/scale.js',
      'dist/scale.js.map',
    ]);
    expect(result.index?.pack).toEqual({ name: 'weather', version: '1.0.0' });
  });

  it('has help from comments', () => {
    const lines = helpLines(index.commands[0] as CommandIndex['commands'][number], 'full').map((line) => line.trim());
    expect(lines).toEqual(
      expect.arrayContaining([
        'Tells the weather.',
        'It asks a station.',
        'City to look up.',
        'NOTES',
        'Nobody knows more.',
        'RELATED LINKS',
        'https://example.org/weather',
        'Get-Forecast Oslo',
      ]),
    );
    expect(index.commands[0]?.examples).toEqual([
      { title: 'Of one city', code: 'Get-Forecast Oslo', output: ['Oslo: rain, Celsius'] },
    ]);
  });

  it('has types, values and defaults from properties', () => {
    const facts = index.commands[0]?.parameters.map(({ name, type, values, defaultValue }) => [
      name,
      type,
      values,
      defaultValue,
    ]);
    expect(facts).toEqual([
      ['City', 'string', [], null],
      ['Scale', 'string', ['Celsius', 'Fahrenheit'], 'Celsius'],
      ['Detail', 'string[]', [], null],
    ]);
  });

  it('runs with what was derived', async () => {
    const { pack: built } = (await import(pathToFileURL(join(pack.folder, 'dist/index.js')).href)) as { pack: Pack };
    await using session = await Session.create({ packs: [built] });
    expect(await session.invoke('Get-Forecast', { city: 'Oslo', detail: 'wind', scale: 'fahrenheit' })).toEqual([
      'Oslo: rain, wind, Fahrenheit',
    ]);
    await expect(session.invoke('Get-Forecast', { city: 'Oslo', scale: 'Kelvin' })).rejects.toMatchObject({
      errorRecord: { errorId: 'ParameterArgumentValidationError' },
    });
  });

  it('keeps the places of the sources in its source maps', () => {
    const code = pack.read('dist/get-forecast.js').split('\n');
    const map = JSON.parse(pack.read('dist/get-forecast.js.map')) as { mappings: string; sources: string[] };
    expect(map.sources).toEqual(['../src/get-forecast.ts']);
    const emitted = code.findIndex((line) => line.includes('yield'));
    expect(sourceLineOf(map.mappings, emitted)).toBe(
      forecastSource.split('\n').findIndex((line) => line.includes('yield')),
    );
  });

  it('is found by the command', async () => {
    const { packs, failures } = findPacks(pack.folder, []);
    expect(failures).toEqual([]);
    expect(packs[0]).toMatchObject({ name: 'weather' });
  });

  it('is what a check expects, until something is changed', { timeout: LONG }, async () => {
    const check = (): Promise<BuildResult> => runBuild({ folder: pack.folder, check: true });
    expect((await check()).messages).toEqual([]);

    pack.write('dist/cmdlets.json', pack.read('dist/cmdlets.json').replace('Tells the weather.', 'Tells.'));
    pack.write('dist/scale.js', '// old');
    const { messages, succeeded, written } = await check();
    expect({ succeeded, written }).toEqual({ succeeded: false, written: [] });
    expect(messages.map((message) => formatMessage(message, pack.folder))).toEqual([
      'error OutputOutdated: dist/scale.js is not what the sources say. Run cmdlet build.',
      'error CommandIndexOutdated: dist/cmdlets.json is not what the classes of the pack say. Run cmdlet build.',
    ]);
    expect(pack.read('dist/scale.js')).toBe('// old');
  });

  it('says where it is wrong, and is left as it is', { timeout: LONG }, async () => {
    const before = pack.read('dist/get-forecast.js');
    pack.write(
      'src/get-forecast.ts',
      forecastSource
        .replace("scale: Scale = 'Celsius'", 'scale: Skale')
        .replace('@Parameter()\n  detail', '@Parameter({ type: Number })\n  detail'),
    );
    const { messages, succeeded } = await runBuild({ folder: pack.folder });
    expect(succeeded).toBe(false);
    expect(messages.map((message) => formatMessage(message, pack.folder))).toEqual([
      "src/get-forecast.ts:21:10 - error TS2552: Cannot find name 'Skale'. Did you mean 'Scale'?",
      'src/get-forecast.ts:24:22 - error TypeDiffers: type: Number is declared for GetForecast.detail, which is string[]. Write type: [String], or leave it out.',
    ]);
    expect(pack.read('dist/get-forecast.js')).toBe(before);
  });
});

describe('a pack in JavaScript', () => {
  const packs: TemporaryPack[] = [];
  afterEach(() => {
    for (const pack of packs.splice(0)) pack.remove();
  });
  const packWith = (files: Readonly<Record<string, string>>, dependencies?: readonly string[]): TemporaryPack => {
    const pack = new TemporaryPack(files, dependencies);
    packs.push(pack);
    return pack;
  };
  const javascript = manifest.replaceAll('./dist/', './src/');
  const source = `import { defineCmdlet, definePack } from '@cmdlet/core';
const RemoveRows = defineCmdlet({ verb: 'Remove', noun: 'Rows', process() {} });
export default definePack({ name: 'rows', cmdlets: [RemoveRows] });
`;

  it('needs no compiler, and is linted', { timeout: LONG }, async () => {
    const pack = packWith({ 'package.json': javascript, 'src/index.js': source }, ['@cmdlet/core', '@cmdlet/testing']);
    const { succeeded, messages, index } = await runBuild({ folder: pack.folder });
    expect(succeeded).toBe(true);
    expect(index?.commands.map(({ name }) => name)).toEqual(['Remove-Rows']);
    expect(messages.map(({ severity, id, place }) => `${severity} ${id} ${place}`)).toContain(
      'warning PluralNoun Remove-Rows',
    );
    expect(readIndex(JSON.parse(pack.read('src/cmdlets.json'))).commands).toHaveLength(1);
  });

  it('is not linted without @cmdlet/testing', { timeout: LONG }, async () => {
    const pack = packWith({ 'package.json': javascript, 'src/index.js': source }, ['@cmdlet/core']);
    expect((await runBuild({ folder: pack.folder })).messages).toEqual([]);
  });

  it.each([
    ['no field "cmdlets"', { 'package.json': '{ "name": "rows" }' }, 'PackNotFound'],
    ['a module that is not there', { 'package.json': javascript }, 'ModuleNotBuilt'],
    ['a module that fails', { 'package.json': javascript, 'src/index.js': "throw new Error('no');" }, 'PackLoadFailed'],
    [
      'a module that ends its thread',
      { 'package.json': javascript, 'src/index.js': 'process.exit(3);' },
      'PackLoadFailed',
    ],
    ['a module without a pack', { 'package.json': javascript, 'src/index.js': 'export const a = 1;' }, 'PackNotFound'],
    [
      'a command declared twice',
      {
        'package.json': javascript,
        'src/index.js': source.replace('[RemoveRows]', '[RemoveRows, () => Promise.resolve({ RemoveRows })]'),
      },
      'DuplicateCmdletName',
    ],
  ])('with %s is an error', { timeout: LONG }, async (_what, files: Readonly<Record<string, string>>, id) => {
    const pack = packWith(files, ['@cmdlet/core']);
    const { messages, succeeded } = await runBuild({ folder: pack.folder });
    expect(succeeded).toBe(false);
    expect(messages.map((message) => [message.severity, message.id])).toEqual([['error', id]]);
  });

  it.each([
    ['a folder without package.json', {}, 'PackNotFound'],
    ['a package.json that is none', { 'package.json': '{' }, 'UnreadablePack'],
    ['TypeScript that is not installed', { 'tsconfig.json': tsconfig }, 'TypeScriptNotFound'],
  ])('%s is refused', async (what, files: Readonly<Record<string, string>>, errorId) => {
    const pack = packWith(files, []);
    const folder = what.includes('without') ? join(pack.folder, 'none') : pack.folder;
    await expect(runBuild({ folder })).rejects.toMatchObject({ errorRecord: { errorId } });
  });

  it('that never gets ready is given up', { timeout: LONG }, async () => {
    const waiting = `await new Promise((resolve) => setInterval(() => resolve, 1_000_000));`;
    const pack = packWith({ 'package.json': javascript, 'src/index.js': waiting }, ['@cmdlet/core']);
    const stop = new AbortController();
    const built = runBuild({ folder: pack.folder, signal: stop.signal });
    setImmediate(() => stop.abort());
    const { succeeded, messages } = await built;
    expect({ succeeded, ids: messages.map(({ id }) => id) }).toEqual({ succeeded: false, ids: ['PackLoadFailed'] });
  });

  it('without an index in package.json is told so', { timeout: LONG }, async () => {
    const pack = packWith(
      { 'package.json': '{ "type": "module", "cmdlets": "./src/index.js" }', 'src/index.js': source },
      ['@cmdlet/core'],
    );
    const { succeeded, messages } = await runBuild({ folder: pack.folder });
    expect({ succeeded, ids: messages.map(({ id }) => id) }).toEqual({ succeeded: true, ids: ['IndexNotNamed'] });
  });
});

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The line of the source that a line of the code begins with, both from 0. */
function sourceLineOf(mappings: string, line: number): number | undefined {
  let source = 0;
  let found: number | undefined;
  for (const [index, segments] of mappings.split(';').entries()) {
    for (const [place, segment] of segments.split(',').filter(Boolean).entries()) {
      source += numbersOf(segment)[2] ?? 0;
      if (index === line && place === 0) found = source;
    }
  }
  return found;
}

/** The numbers in a segment: six bits a digit, the highest says that it goes on, the lowest is the sign. */
function numbersOf(segment: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const digit of segment) {
    const bits = DIGITS.indexOf(digit);
    value += (bits & 31) << shift;
    shift += 5;
    if (bits >= 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    value = 0;
    shift = 0;
  }
  return numbers;
}
