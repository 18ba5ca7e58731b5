import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listedDeviations, replayBindingFile } from './binding.js';

const folder = new URL('../binding/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

describe.each(files)('captured cases of binding, %s', (file) => {
  const results = replayBindingFile(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
  it.each(results.filter(({ applicable }) => applicable))('$id', ({ passed, difference }) => {
    expect(passed, difference).toBe(true);
  });
});

describe('deviations of binding', () => {
  const ids = files.flatMap((file) => replayBindingFile(JSON.parse(readFileSync(new URL(file, folder), 'utf8')), {}));

  it.each(Object.keys(listedDeviations()))('%s is needed: the captured result is not ours', (id) => {
    const found = ids.find((result) => result.id === id);
    expect(found?.passed === true && found.byOption !== true && found.departure === undefined).toBe(false);
  });
});
