import { expect, test } from 'vitest';
import { Duration } from '../../../../packages/core/src/declare/types/duration.js';
import { Int32 } from '../../../../packages/core/src/declare/types/number-types.js';
import { Switch } from '../../../../packages/core/src/declare/types/simple-types.js';
import { isParameterType, typeOf } from '../../../../packages/core/src/declare/types/type-of.js';
import type { TypeSpecifier } from '../../../../packages/core/src/declare/types/type-specifier.js';
import { Version } from '../../../../packages/core/src/declare/types/version.js';

class Person {}

test.each<[TypeSpecifier, string, string]>([
  [String, 'string', 'string'],
  [Number, 'number', 'double'],
  [Boolean, 'boolean', 'bool'],
  [BigInt, 'bigint', 'bigint'],
  [Date, 'date', 'datetime'],
  [RegExp, 'regex', 'regex'],
  [URL, 'uri', 'uri'],
  [Function, 'scriptBlock', 'scriptblock'],
  [Duration, 'duration', 'timespan'],
  [Version, 'version', 'version'],
  [Object, 'any', 'Object'],
  [Array, 'array', 'Object[]'],
  [Map, 'dictionary', 'hashtable'],
  [Set, 'set', 'Set'],
  [Int32, 'integer', 'int'],
  [Switch, 'switch', 'switch'],
  [Person, 'class', 'Person'],
  [[String], 'array', 'string[]'],
  [[[Int32]], 'array', 'int[][]'],
])('%o is of kind %s and shown as %s', (specifier, kind, name) => {
  expect(typeOf(specifier)).toMatchObject({ kind, name });
});

test('A class has one type, so that its converter is made once', () => {
  expect(typeOf(Person)).toBe(typeOf(Person));
});

test('A type stands for itself', () => {
  expect(typeOf(Int32)).toBe(Int32);
  expect(isParameterType(Int32)).toBe(true);
  expect(isParameterType(Person)).toBe(false);
});

test.each([
  ['undefined', undefined, /undefined.*import each other/],
  ['null', null, /cannot be null/],
  ['text', 'string', /a value of type String/],
  ['an arrow function', () => 1, /the function/],
  ['an empty list', [], /a list of 0 types/],
  ['a list of two', [String, Number], /a list of 2 types/],
])('%s is no specifier, and the error says what to write', (_, specifier, message) => {
  const attempt = () => typeOf(specifier as TypeSpecifier);
  expect(attempt).toThrow(message);
  expect(attempt).toThrow(
    expect.objectContaining({ errorId: 'ParameterTypeNotSupported', category: 'MetadataError' }) as Error,
  );
});
