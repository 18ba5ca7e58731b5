/** Builds that follow the changes of a pack. */
import { closeSync, existsSync, mkdtempSync, openSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { forecastSource, manifest, TemporaryPack, tsconfig, weatherFiles } from './temporary-pack.js';
import { WatchedBuilds } from './watched-builds.js';

/** A compiler at work on a busy machine. */
const LONG = 60_000;

const packs: TemporaryPack[] = [];
afterEach(() => {
  for (const pack of packs.splice(0)) pack.remove();
});

function packWith(files: Readonly<Record<string, string>>, dependencies?: readonly string[]): TemporaryPack {
  const pack = new TemporaryPack(files, dependencies);
  packs.push(pack);
  return pack;
}

const traces = mkdtempSync(join(tmpdir(), 'cmdlet-loads-'));
const trace = join(traces, 'loads.txt');
afterAll(() => rmSync(traces, { recursive: true }));

/** What makes a module write its name to a file when it is loaded. */
const traced = (name: string): string =>
  `declare const process: { getBuiltinModule(name: string): { appendFileSync(path: string, text: string): void } };
process.getBuiltinModule('node:fs').appendFileSync(${JSON.stringify(trace)}, '${name} ');
`;

/** What was loaded since the last time. */
function loads(): readonly string[] {
  if (!existsSync(trace)) return [];
  const names = readFileSync(trace, 'utf8').trim().split(' ');
  rmSync(trace);
  return names.sort();
}

describe('a watch of a pack in TypeScript', () => {
  it('builds what changes, goes on after errors, and ends with its signal', { timeout: LONG }, async () => {
    const pack = packWith(weatherFiles);
    const builds = new WatchedBuilds(pack);
    expect((await builds.next()).messages).toEqual([]);
    expect(pack.has('dist/cmdlets.json')).toBe(true);

    pack.write('src/get-forecast.ts', forecastSource.replace("'rain'", "'snow'"));
    expect(await builds.written()).toEqual(['dist/get-forecast.js']);
    expect(pack.read('dist/get-forecast.js')).toContain("'snow'");

    // What is derived follows a type in another file, though the class did not change.
    pack.write('src/scale.ts', "export type Scale = 'Celsius' | 'Kelvin';\n");
    const derived = await builds.next();
    expect(derived.written.map((path) => path.slice(pack.folder.length + 1)).sort()).toEqual([
      'dist/cmdlets.json',
      'dist/get-forecast.js',
    ]);
    expect(derived.index?.commands[0]?.parameters[1]?.values).toEqual(['Celsius', 'Kelvin']);

    pack.write('src/get-forecast.ts', forecastSource.replace('scale: Scale', 'scale: Skale'));
    const failed = await builds.next();
    expect({ succeeded: failed.succeeded, written: failed.written }).toEqual({ succeeded: false, written: [] });
    pack.write('src/get-forecast.ts', forecastSource);
    expect(await builds.written()).toEqual(['dist/get-forecast.js']);

    pack.write('src/get-forecast.ts', forecastSource.replace('@Parameter()', '@Parameter({ type: Number })'));
    expect(await builds.complaints()).toEqual(['TypeDiffers']);
    pack.write('src/get-forecast.ts', forecastSource.replace('export class', 'export clas'));
    expect(await builds.complaints()).toContain('TS1128');
    pack.write('src/get-forecast.ts', forecastSource.replace("'rain'", "'hail'"));
    expect(await builds.written()).toEqual(['dist/get-forecast.js']);
    expect(builds.started).toBeGreaterThanOrEqual(6);

    // A tsconfig.json that is gone for a moment ends neither the watch nor the process.
    pack.delete('tsconfig.json');
    expect(await builds.complaints()).toEqual(['TS5083']);
    pack.write('tsconfig.json', tsconfig);
    expect((await builds.next()).messages).toEqual([]);
    await builds.end();

    // Nothing hears of a change any more, and nothing but what was built is there.
    const { started } = builds;
    pack.write('src/scale.ts', "export type Scale = 'Celsius';\n");
    await new Promise((resolve) => setImmediate(resolve));
    expect(builds.started).toBe(started);
    expect(readdirSync(join(pack.folder, 'dist')).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('loads only what changed and what imports it', { timeout: LONG }, async () => {
    const station = `${traced('station')}export const station = 'Blindern';\n`;
    const other = `${traced('other')}import { Cmdlet, PSCmdlet } from '@cmdlet/core';
import { station } from './station.js';
/** Names the station. */
@Cmdlet('Get', 'Station', { outputType: String })
export class GetStation extends PSCmdlet<string> {
  override *processRecord(): Generator<string> {
    yield station;
  }
}
`;
    const forecast = `${traced('forecast')}${forecastSource}`;
    const pack = packWith({
      ...weatherFiles,
      'src/station.ts': station,
      'src/get-station.ts': other,
      'src/get-forecast.ts': forecast,
      'src/index.ts': `${traced('index')}import { definePack } from '@cmdlet/core';
import { GetForecast } from './get-forecast.js';
import { GetStation } from './get-station.js';
export default definePack({ name: 'weather', cmdlets: [GetForecast, GetStation] });
`,
    });
    await using builds = new WatchedBuilds(pack);
    const first = await builds.next();
    expect(first.messages.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(loads()).toEqual(['forecast', 'index', 'other', 'station']);
    const warnings = first.messages.map(({ id, place }) => `${id} ${place}`);
    expect(warnings).toEqual(['MissingExample Get-Station']);

    pack.write('src/get-forecast.ts', forecast.replace('Tells the weather.', 'Tells it.'));
    const second = await builds.next();
    expect(loads()).toEqual(['forecast', 'index']);
    expect(second.index?.commands.map(({ synopsis }) => synopsis)).toEqual(['Tells it.', 'Names the station.']);
    // What was found at a command that did not change is still said.
    expect(second.messages.map(({ id, place }) => `${id} ${place}`)).toEqual(warnings);

    pack.write('src/station.ts', station.replace('Blindern', 'Tryvann'));
    await builds.next();
    expect(loads()).toEqual(['index', 'other', 'station']);

    // A type leaves nothing to be loaded.
    pack.write('src/scale.ts', `${weatherFiles['src/scale.ts']}export type Other = string;\n`);
    await builds.next();
    expect(loads()).toEqual([]);

    // What fails is tried in another thread, from the beginning.
    pack.write('src/station.ts', `${station}throw new Error('Not today.');\n`);
    expect(await builds.next()).toMatchObject({ succeeded: false, messages: [{ id: 'PackLoadFailed' }] });
    loads();
    pack.write('src/station.ts', station);
    expect((await builds.next()).succeeded).toBe(true);
    expect(loads()).toEqual(['forecast', 'index', 'other', 'station']);
  });

  it('sees new files, and takes away what was made of removed ones', { timeout: LONG }, async () => {
    const pack = packWith(weatherFiles);
    await using builds = new WatchedBuilds(pack);
    await builds.next();
    pack.write('src/get-station.ts', forecastSource.replaceAll('Forecast', 'Station'));
    await builds.until(() => pack.has('dist/get-station.js'));
    const withBoth = (weatherFiles['src/index.ts'] ?? '')
      .replace('\n\n', "\nimport { GetStation } from './get-station.js';\n\n")
      .replace('[GetForecast]', '[GetForecast, GetStation]');
    pack.write('src/index.ts', withBoth);
    const both = await builds.until(({ index }) => index?.commands.length === 2);
    expect(both.index?.commands.map(({ name }) => name)).toEqual(['Get-Forecast', 'Get-Station']);

    pack.delete('src/get-station.ts');
    expect(await builds.complaints()).toContain('TS2307');
    expect(pack.has('dist/get-station.js')).toBe(true);
    pack.write('src/index.ts', weatherFiles['src/index.ts'] ?? '');
    const one = await builds.until(({ succeeded }) => succeeded);
    expect(one.index?.commands.map(({ name }) => name)).toEqual(['Get-Forecast']);
    expect(readdirSync(join(pack.folder, 'dist')).filter((name) => name.includes('station'))).toEqual([]);
  });

  it('follows package.json and tsconfig.json', { timeout: LONG }, async () => {
    const pack = packWith(weatherFiles);
    await using builds = new WatchedBuilds(pack);
    await builds.next();
    pack.write('package.json', manifest.replace('./dist/cmdlets.json', './index.json'));
    await builds.until(() => pack.has('index.json'));

    pack.write('package.json', '{');
    expect(await builds.complaints()).toEqual(['UnreadablePack']);
    pack.write('package.json', manifest.replaceAll('./dist/', './built/'));
    expect(await builds.complaints()).toEqual(['ModuleNotBuilt']);
    pack.write('tsconfig.json', tsconfig.replace('"dist"', '"built"'));
    expect(await builds.written()).toContain('built/cmdlets.json');
  });

  it('begins a pack in JavaScript anew when it gets a tsconfig.json', { timeout: LONG }, async () => {
    const { 'tsconfig.json': settings = '', ...others } = weatherFiles;
    const pack = packWith(others);
    await using builds = new WatchedBuilds(pack);
    expect(await builds.complaints()).toEqual(['ModuleNotBuilt']);
    pack.write('tsconfig.json', settings);
    expect(await builds.written()).toContain('dist/cmdlets.json');
  });

  it('hears of files that an editor moves to their place', { timeout: LONG }, async () => {
    const pack = packWith(weatherFiles);
    await using builds = new WatchedBuilds(pack);
    await builds.next();
    for (const word of ['snow', 'hail']) {
      pack.write('src/get-forecast.ts~', forecastSource.replace("'rain'", `'${word}'`));
      renameSync(join(pack.folder, 'src/get-forecast.ts~'), join(pack.folder, 'src/get-forecast.ts'));
      await builds.until(() => pack.read('dist/get-forecast.js').includes(word));
    }
  });

  it('loads what a bundler writes, if tsconfig.json says noEmit', { timeout: LONG }, async () => {
    const settings = tsconfig.replace('"rootDir"', '"noEmit":true,"rootDir"');
    const pack = packWith({ ...weatherFiles, 'tsconfig.json': settings }, ['@cmdlet/core', 'typescript']);
    await using builds = new WatchedBuilds(pack);
    expect(await builds.complaints()).toEqual(['ModuleNotBuilt']);
    pack.write('dist/index.js', javascript.replace('Gets rows.', 'One.'));
    expect(await builds.written()).toEqual(['dist/cmdlets.json']);
    pack.write('dist/index.js', javascript.replace('Gets rows.', 'Two.'));
    const { index } = await builds.until(({ written }) => written.length > 0);
    expect(index?.commands[0]?.synopsis).toBe('Two.');
  });
});

const javascript = `import { defineCmdlet, definePack } from '@cmdlet/core';
const GetRow = defineCmdlet({ verb: 'Get', noun: 'Row', synopsis: 'Gets rows.', process() {} });
export default definePack({ name: 'rows', cmdlets: [GetRow] });
`;

describe('a watch of a pack in JavaScript', () => {
  const settings = manifest.replaceAll('./dist/', './src/');

  it('loads what changes, files of new folders too', { timeout: LONG }, async () => {
    const pack = packWith({ 'package.json': settings, 'src/index.js': javascript }, ['@cmdlet/core']);
    await using builds = new WatchedBuilds(pack);
    expect(await builds.written()).toEqual(['src/cmdlets.json']);
    pack.write('src/index.js', 'nonsense(');
    expect(await builds.complaints()).toEqual(['PackLoadFailed']);
    pack.write(
      'src/index.js',
      javascript
        .replace("'Gets rows.'", 'synopsis')
        .replace('const', "import { synopsis } from './texts/row.js';\nconst"),
    );
    expect(await builds.complaints()).toEqual(['PackLoadFailed']);
    pack.write('src/texts/row.js', "export const synopsis = 'All of them.';\n");
    await builds.until(({ index }) => index?.commands[0]?.synopsis === 'All of them.');
    pack.write('src/texts/row.js', "export const synopsis = 'Some.';\n");
    await builds.until(({ index }) => index?.commands[0]?.synopsis === 'Some.');
    expect(pack.read('src/cmdlets.json')).toContain('Some.');
  });

  it('loads modules of CommonJS again, and what required them', { timeout: LONG }, async () => {
    const source = `const { defineCmdlet, definePack } = require('@cmdlet/core');
const GetRow = defineCmdlet({ verb: 'Get', noun: 'Row', synopsis: require('./synopsis.cjs'), process() {} });
exports.pack = definePack({ name: 'rows', cmdlets: [GetRow] });
`;
    const files = {
      'package.json': settings.replace('index.js', 'index.cjs'),
      'src/index.cjs': source,
      'src/synopsis.cjs': "module.exports = 'One.';",
    };
    const pack = packWith(files, ['@cmdlet/core']);
    await using builds = new WatchedBuilds(pack);
    await builds.next();
    for (const synopsis of ['Two.', 'Three.']) {
      pack.write('src/synopsis.cjs', `module.exports = '${synopsis}';`);
      await builds.until(({ index }) => index?.commands[0]?.synopsis === synopsis);
    }
  });

  it('replaces its index as a whole', { timeout: LONG }, async () => {
    const pack = packWith({ 'package.json': settings, 'src/index.js': javascript }, ['@cmdlet/core']);
    await using builds = new WatchedBuilds(pack);
    await builds.next();
    const before = pack.read('src/cmdlets.json');
    // Whoever had begun to read the index reads it to its end.
    const reader = openSync(join(pack.folder, 'src/cmdlets.json'), 'r');
    try {
      pack.write('src/index.js', javascript.replace('Gets rows.', 'Gets all rows.'));
      await builds.until(() => pack.read('src/cmdlets.json').includes('Gets all rows.'));
      expect(readFileSync(reader, 'utf8')).toBe(before);
    } finally {
      closeSync(reader);
    }
  });
});
