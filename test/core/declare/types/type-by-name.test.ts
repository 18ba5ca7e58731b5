import { expect, test } from 'vitest';
import { Int32 } from '../../../../packages/core/src/declare/types/number-types.js';
import { StringType } from '../../../../packages/core/src/declare/types/simple-types.js';
import { typeByName, typeNames } from '../../../../packages/core/src/declare/types/type-by-name.js';

test.each(['int', 'INT', 'Int32', 'System.Int32'])('%s is the same type', (name) => {
  expect(typeByName(name)).toBe(Int32);
});

test('Brackets make it a list', () => {
  expect(typeByName('string[][]')).toMatchObject({ kind: 'array', name: 'string[][]' });
});

test.each(['', '[int]', 'strin', 'int[', 'System.'])('%j is no type', (name) => {
  expect(typeByName(name)).toBeUndefined();
});

test('Every known name means a type', () => {
  expect(typeNames().map(typeByName)).not.toContain(undefined);
  expect(typeByName('string')).toBe(StringType);
});
