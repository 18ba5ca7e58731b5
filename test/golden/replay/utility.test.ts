import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { listedDeviations, replayUtilityFile } from './utility.js';

const folder = new URL('../utility/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const replayed = new Map(
  await Promise.all(
    files.map(async (file) => {
      const results = await replayUtilityFile(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
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

describe('a wrong expectation is noticed', () => {
  const input = [{ $object: { A: 1 } }, { $object: { A: 'x' } }];
  const replay = async (expect_: object, parameters: object = { Property: 'A' }) => {
    const given = { id: 'x', input, command: 'Select-Object', parameters, expect: expect_ };
    const [result] = await replayUtilityFile([given], {});
    return result?.passed;
  };

  it('and the right one passes', async () => {
    expect(await replay({ output: input })).toBe(true);
  });

  it.each([
    ['a value', { output: [input[0], { $object: { A: 'y' } }] }],
    ['a name', { output: [input[0], { $object: { a: 'x' } }] }],
    ['one property more', { output: [input[0], { $object: { A: 'x', B: null } }] }],
    ['one record less', { output: [input[0]] }],
    ['an error', { output: input, errors: [{ id: 'E', category: 'NotSpecified', message: '' }] }],
    ['an end', { output: input, terminating: { id: 'E', category: 'NotSpecified', message: '' } }],
    ['a warning', { output: input, warnings: ['w'] }],
    ['a variable', { output: input, variables: { v: 1 } }],
  ])('%s', async (_what, wrong) => {
    expect(await replay(wrong)).toBe(false);
  });

  it.each([
    ['id', { id: 'Other', category: 'InvalidArgument', message: '"B"' }],
    ['category', { id: 'ExpandPropertyNotFound', category: 'NotSpecified', message: '"B"' }],
    ['fact in the message', { id: 'ExpandPropertyNotFound', category: 'InvalidArgument', message: '"C"' }],
    ['target', { id: 'ExpandPropertyNotFound', category: 'InvalidArgument', message: '"B"', target: 5 }],
  ])('in an error: the %s', async (_what, wrong) => {
    expect(await replay({ output: [], errors: [wrong, wrong] }, { ExpandProperty: 'B' })).toBe(false);
  });
});
