/** Derivation while a bundler is at work. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type CmdletClass, commandMetadata } from '@cmdlet/core';
import { build } from 'tsup';
import { afterAll, describe, expect, it } from 'vitest';
import { indexBundle } from '../../../packages/shell/src/build/index-bundle.js';
import { cmdletPlugin, cmdletVitePlugin, type TsupPlugin } from '../../../packages/shell/src/build/plugin.js';
import { forecastSource, TemporaryPack, weatherFiles } from './temporary-pack.js';

const pack = new TemporaryPack(weatherFiles);
const tsconfig = join(pack.folder, 'tsconfig.json');
afterAll(() => pack.remove());

/** Bundles the pack and gives what went wrong. */
async function bundle(plugin: TsupPlugin): Promise<readonly string[]> {
  try {
    await build({
      config: false,
      entry: [join(pack.folder, 'src/index.ts')],
      outDir: join(pack.folder, 'dist'),
      format: ['esm'],
      tsconfig,
      skipNodeModulesBundle: true,
      sourcemap: true,
      silent: true,
      plugins: [plugin],
      esbuildOptions: (options) => {
        options.logLevel = 'silent';
      },
    });
    return [];
  } catch (error) {
    const { errors } = error as { errors: { text: string; location: { line: number; column: number } }[] };
    return errors.map(({ text, location }) => `${location.line}:${location.column} ${text}`);
  }
}

describe('tsup', () => {
  it('makes a pack with all that is derived', { timeout: 60_000 }, async () => {
    expect(await bundle(cmdletPlugin({ tsconfig }))).toEqual([]);
    const { GetForecast } = (await import(pathToFileURL(join(pack.folder, 'dist/index.js')).href)) as {
      GetForecast: CmdletClass;
    };
    const { synopsis, parameters } = commandMetadata(GetForecast);
    expect(synopsis).toBe('Tells the weather.');
    expect(parameters.map(({ name, type, values }) => [name, type, values])).toEqual([
      ['City', 'string', []],
      ['Scale', 'string', ['Celsius', 'Fahrenheit']],
      ['Detail', 'string[]', []],
    ]);
    // The index says the same.
    expect(JSON.parse(pack.read('dist/cmdlets.json'))).toMatchObject({ commands: [{ synopsis }] });
    const map = JSON.parse(pack.read('dist/index.js.map')) as { sources: string[]; sourcesContent: string[] };
    expect(map.sourcesContent[map.sources.indexOf('../src/get-forecast.ts')]).toBe(forecastSource);
  });

  it('is told of contradictions, and of their end', { timeout: 60_000 }, async () => {
    const plugin = cmdletPlugin({ tsconfig });
    pack.write(
      'src/get-forecast.ts',
      forecastSource.replace('@Parameter()\n  scale', '@Parameter({ type: Number })\n  scale'),
    );
    expect(await bundle(plugin)).toEqual([expect.stringMatching(/^20:21 TypeDiffers: type: Number is declared/)]);
    pack.write('src/get-forecast.ts', forecastSource);
    expect(await bundle(plugin)).toEqual([]);
  });
});

describe('the index of a bundle', () => {
  const module = join(pack.folder, 'dist/index.js');

  it('is written behind the file that is the module of the pack, and behind no other', async () => {
    pack.delete('dist/cmdlets.json');
    await indexBundle(pack.folder, [join(pack.folder, 'dist/other.js')]);
    expect(pack.has('dist/cmdlets.json')).toBe(false);
    await indexBundle(pack.folder, [module]);
    expect(pack.has('dist/cmdlets.json')).toBe(true);
  });

  it('is not written of a module that cannot be loaded', async () => {
    pack.write('dist/index.js', "throw new Error('Not today.');");
    await expect(indexBundle(pack.folder, [module])).rejects.toMatchObject({
      message: expect.stringContaining('Not today.'),
      errorRecord: { errorId: 'PackLoadFailed' },
    });
  });
});

describe('vitest', () => {
  it('compiles cmdlets, and leaves other files to others', { timeout: 60_000 }, () => {
    const plugin = cmdletVitePlugin({ tsconfig });
    const made = plugin.transform(forecastSource, join(pack.folder, 'src/get-forecast.ts'));
    expect(made?.code).toContain('synopsis: "Tells the weather."');
    expect(JSON.parse(made?.map ?? '')).toMatchObject({ sourcesContent: [forecastSource] });
    expect(plugin.transform('', join(pack.folder, 'src/scale.ts'))).toBeUndefined();
    expect(plugin.transform('', '/node_modules/some/index.ts')).toBeUndefined();
    expect(plugin.transform('', join(pack.folder, 'src/style.css'))).toBeUndefined();
  });
});
