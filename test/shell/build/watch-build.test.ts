/** Builds that follow the changes of a pack. */
import { afterAll, describe, expect, it } from 'vitest';
import type { BuildResult } from '../../../packages/shell/src/build/finish-build.js';
import { watchBuild } from '../../../packages/shell/src/build/watch-build.js';
import { forecastSource, TemporaryPack, tsconfig, weatherFiles } from './temporary-pack.js';

/** The builds of a watch, one after the other. */
class Builds {
  readonly #ended: BuildResult[] = [];
  #wake: (() => void) | undefined;
  started = 0;

  readonly watcher = {
    started: () => {
      this.started++;
    },
    built: (result: BuildResult) => {
      this.#ended.push(result);
      this.#wake?.();
    },
  };

  async next(): Promise<BuildResult> {
    while (this.#ended.length === 0) await new Promise<void>((resolve) => (this.#wake = resolve));
    return this.#ended.shift() as BuildResult;
  }
}

describe('a watch', () => {
  const pack = new TemporaryPack(weatherFiles);
  afterAll(() => pack.remove());
  const written = (result: BuildResult): string[] =>
    result.written.map((path) => path.slice(pack.folder.length + 1)).sort();

  it('builds what changes, goes on after errors, and ends with its signal', { timeout: 60_000 }, async () => {
    const end = new AbortController();
    const builds = new Builds();
    const ended = watchBuild(pack.folder, builds.watcher, end.signal);

    expect((await builds.next()).messages).toEqual([]);
    expect(pack.has('dist/cmdlets.json')).toBe(true);

    pack.write('src/get-forecast.ts', forecastSource.replace("'rain'", "'snow'"));
    expect(written(await builds.next())).toEqual(['dist/get-forecast.js']);
    expect(pack.read('dist/get-forecast.js')).toContain("'snow'");

    // What is derived follows a type in another file, though the class did not change.
    pack.write('src/scale.ts', "export type Scale = 'Celsius' | 'Kelvin';\n");
    const derived = await builds.next();
    expect(written(derived)).toEqual(['dist/cmdlets.json', 'dist/get-forecast.js']);
    expect(derived.index?.commands[0]?.parameters[1]?.values).toEqual(['Celsius', 'Kelvin']);

    pack.write('src/get-forecast.ts', forecastSource.replace('scale: Scale', 'scale: Skale'));
    const failed = await builds.next();
    expect({ succeeded: failed.succeeded, written: failed.written }).toEqual({ succeeded: false, written: [] });

    pack.write('src/get-forecast.ts', forecastSource);
    expect(written(await builds.next())).toEqual(['dist/get-forecast.js']);
    expect(builds.started).toBeGreaterThanOrEqual(4);

    // A tsconfig.json that is gone for a moment ends neither the watch nor the process.
    pack.delete('tsconfig.json');
    const gone = await builds.next();
    expect(gone.messages.map(({ id }) => id)).toEqual(['TS5083']);
    pack.write('tsconfig.json', tsconfig);
    expect((await builds.next()).messages).toEqual([]);

    end.abort();
    await ended;
  });
});
