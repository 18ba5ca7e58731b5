/** `cmdlet build --watch` as a process: what it leaves when it is ended. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forecastSource, TemporaryPack, weatherFiles } from '../shell/build/temporary-pack.js';
import { runNode } from './run-node.js';

const bin = fileURLToPath(new URL('../../packages/shell/bin/cmdlet.cjs', import.meta.url));

/** What is told last of a build that went well. */
const BUILT = /\n1 command in dist\/cmdlets.json, \d+ ms\n$/;

describe('cmdlet build --watch', () => {
  let pack: TemporaryPack;
  let watch: ChildProcess | undefined;
  beforeEach(() => {
    pack = new TemporaryPack(weatherFiles);
  });
  afterEach(() => {
    watch?.kill('SIGKILL');
    pack.remove();
  });

  it.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM'] as const)(
    'keeps the command current, and leaves nothing behind after %s',
    { timeout: 90_000 },
    async (signal) => {
      watch = spawn(process.execPath, [bin, 'build', pack.folder, '--watch'], { stdio: ['ignore', 'pipe', 'pipe'] });
      const ended = once(watch, 'close');
      let shown = '';
      for (const stream of [watch.stdout, watch.stderr]) stream?.on('data', (text) => (shown += String(text)));
      const index = join(pack.folder, 'dist/cmdlets.json');
      const told = (text: string) =>
        expect
          .poll(() => (existsSync(index) ? readFileSync(index, 'utf8') : shown), { timeout: 60_000 })
          .toContain(text);
      await told('Tells the weather.');

      pack.write(
        'src/get-forecast.ts',
        forecastSource.replace("'rain'", "'snow'").replace('Tells the', 'Foretells the'),
      );
      await told('Foretells the weather.');
      expect(await runNode(bin, 'Get-Forecast', 'Oslo', '--pack', pack.folder)).toContain('Oslo: snow, Celsius');

      // What fails is shown where it stands in the source; its index stays as it was until then.
      pack.write('src/get-forecast.ts', `${forecastSource}throw new Error('Not today.');\n`);
      const place = `src/get-forecast.ts:${forecastSource.split('\n').length}:7 - error PackLoadFailed`;
      await expect.poll(() => shown, { timeout: 60_000 }).toContain(place);
      expect(readFileSync(index, 'utf8')).toContain('Foretells the weather.');
      pack.write('src/get-forecast.ts', forecastSource);
      await told('Tells the weather.');
      // The index is in its place a moment before it is told of.
      await expect.poll(() => shown, { timeout: 60_000 }).toMatch(BUILT);

      watch.kill(signal);
      const [code] = (await ended) as [number | null];
      expect({ code, shown }).toEqual({ code: 0, shown: expect.stringMatching(BUILT) });
      expect(
        readdirSync(join(pack.folder, 'dist')).filter((name) => !/^[\w-]+\.(?:js|js\.map|json)$/.test(name)),
      ).toEqual([]);
      expect(readdirSync(pack.folder).sort()).toEqual(['dist', 'node_modules', 'package.json', 'src', 'tsconfig.json']);
    },
  );
});
