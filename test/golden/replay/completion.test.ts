import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { listedDeviations, replayCompletionFile } from './completion.js';

const folder = new URL('../completion/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const replayed = new Map(
  await Promise.all(
    files.map(async (file) => {
      const results = await replayCompletionFile(JSON.parse(readFileSync(new URL(file, folder), 'utf8')), file);
      return [file, results] as const;
    }),
  ),
);

describe.each(files)('PowerShell 7.6.5 and this package agree on %s', (file) => {
  it.each((replayed.get(file) ?? []).filter(({ applicable }) => applicable !== false))(
    '$id',
    ({ passed, difference }) => {
      expect(passed, difference).toBe(true);
    },
  );
});

test('Every listed deviation is one of a case', () => {
  const ids = new Set([...replayed.values()].flat().map(({ id }) => id));
  expect(Object.keys(listedDeviations()).filter((id) => !ids.has(id))).toEqual([]);
});

test('Most cases about commands, parameters and values apply', () => {
  const about = ['command-names.json', 'parameter-names.json', 'parameter-values.json', 'completers.json'];
  const results = about.flatMap((file) => replayed.get(file) ?? []);
  const applicable = results.filter((result) => result.applicable !== false);
  expect(applicable.length / results.length).toBeGreaterThan(0.9);
});

test('A wrong expectation is noticed', async () => {
  const cmdlets = { 'Test-One': { parameters: { Name: { type: 'string' } } } };
  const match = { text: '-Name', listItem: 'Name', type: 'ParameterName', toolTip: '[string] Name' };
  const right = { replacementIndex: 9, replacementLength: 2, matches: [match] };
  const cases = [
    { id: 'right', expect: right },
    { id: 'place', expect: { ...right, replacementIndex: 8 } },
    { id: 'nothing', expect: { ...right, matches: [] } },
    { id: 'text', expect: { ...right, matches: [{ ...match, text: '-N' }] } },
    { id: 'type', expect: { ...right, matches: [{ ...match, type: 'ParameterValue' }] } },
    { id: 'toolTip', expect: { ...right, matches: [{ ...match, toolTip: '[int] Name' }] } },
  ].map((each) => ({ ...each, input: 'Test-One -N', cursor: 11 }));
  const results = await replayCompletionFile({ about: '', cmdlets, cases }, 'completion.json', {});
  expect(results.filter(({ passed }) => passed).map(({ id }) => id)).toEqual(['right']);
});
