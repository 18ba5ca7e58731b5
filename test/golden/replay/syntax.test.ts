import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { listedDeviations, replaySyntaxFile } from './syntax.js';

const folder = new URL('../syntax/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const replayed = new Map(
  await Promise.all(
    files.map(async (file) => {
      const results = await replaySyntaxFile(JSON.parse(readFileSync(new URL(file, folder), 'utf8')), file);
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

test('A wrong expectation is noticed', async () => {
  const cmdlets = { 'Test-One': { parameters: { Name: { type: 'string' } } } };
  const line = 'Test-One [-Name <string>] [<CommonParameters>]';
  const cases = [
    { id: 'right', expect: { syntax: [line] } },
    { id: 'line', expect: { syntax: ['Test-One [<CommonParameters>]'] } },
    { id: 'set', expect: { syntax: [line], parameterSets: [] } },
    { id: 'error', expect: { error: { id: 'E', message: '', terminating: false } } },
    { id: 'help', help: [''], expect: { syntax: [line], help: { '': ['NAME'] } } },
  ];
  const given = { about: '', cmdlets, cases: cases.map((each) => ({ ...each, cmdlet: 'Test-One' })) };
  const results = await replaySyntaxFile(given, 'syntax.json', {});
  expect(results.filter(({ passed }) => passed).map(({ id }) => id)).toEqual(['right']);
});
