import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { listedDeviations, replayConversionFile } from './conversion.js';

const folder = new URL('../conversion/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'types.json');

function resultsOf(file: string) {
  return replayConversionFile(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
}

describe.each(files)('PowerShell 7.6.5 and this package agree on %s', (file) => {
  test.each(resultsOf(file).filter((result) => result.applicable))('$id', ({ passed, difference }) => {
    expect(passed, difference).toBe(true);
  });
});

test('Every listed deviation is one of a case', () => {
  const ids = new Set(files.flatMap((file) => resultsOf(file).map((result) => result.id)));
  expect(Object.keys(listedDeviations()).filter((id) => !ids.has(id))).toEqual([]);
});

test('A wrong expectation is noticed', () => {
  const wrong = [
    { id: 'value', value: '5', to: 'int', expect: { value: 6 } },
    { id: 'error', value: 'x', to: 'int', expect: { value: 0 } },
    { id: 'id', value: 'x', to: 'int', expect: { error: { id: 'ConvertToFinalInvalidCastException' } } },
    { id: 'order', left: 1, right: 2, compare: true, expect: { equals: false, compare: 1 } },
    { id: 'listed', value: '5', to: 'int', expect: { value: 5 } },
  ];
  const results = replayConversionFile(wrong, { listed: { reason: 'none', expect: { value: 6 } } });
  expect(results.filter((result) => result.passed)).toEqual([]);
  expect(results.every((result) => result.difference !== undefined)).toBe(true);
});

test('A case about something that does not exist here is not a pass', () => {
  const foreign = [
    { id: 'type', value: 1, to: 'decimal', expect: { value: { $decimal: '1' } } },
    { id: 'value', value: { $xml: '<a/>' }, to: 'int', expect: { value: 1 } },
    { id: 'operator', left: 1, op: '+', right: 2, expect: { value: 3 } },
    { id: 'command line', parameter: 'int', commandLine: '5', expect: { value: 5 } },
  ];
  expect(replayConversionFile(foreign, {}).map(({ applicable, passed }) => ({ applicable, passed }))).toEqual(
    foreign.map(() => ({ applicable: false, passed: false })),
  );
});
