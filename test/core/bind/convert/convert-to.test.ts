import { expect, expectTypeOf, test } from 'vitest';
import { convertTo } from '../../../../packages/core/src/bind/convert/convert-to.js';
import { nullable } from '../../../../packages/core/src/declare/types/collection-types.js';
import { Int32 } from '../../../../packages/core/src/declare/types/number-types.js';
import { Switch } from '../../../../packages/core/src/declare/types/simple-types.js';
import { failingWith } from './failing-with.js';

test('The result has the type that was asked for', () => {
  expectTypeOf(convertTo('1', Int32)).toEqualTypeOf<number>();
  expectTypeOf(convertTo('1', [Int32])).toEqualTypeOf<number[]>();
});

test('Anything is any value, untouched', () => {
  const value = [1, [2]];
  expect(convertTo(value, Object)).toBe(value);
});

test('Text is made from everything', () => {
  expect(convertTo(null, String)).toBe('');
  expect(convertTo([1, 2], String)).toBe('1 2');
  expect(convertTo(0.1 + 0.2, String)).toBe('0.30000000000000004');
  expect(convertTo(0.1 + 0.2, String, { historical: true })).toBe('0.3');
});

test('A boolean is a matter of truth', () => {
  expect(convertTo('False', Boolean)).toBe(true);
  expect(convertTo([], Boolean)).toBe(false);
});

test.each<[unknown, boolean]>([
  [true, true],
  [null, false],
  [0, false],
  [5n, true],
  ['False', false],
])('A switch takes %o, as a parameter does', (value, expected) => {
  expect(convertTo(value, Switch)).toBe(expected);
});

test.each(['', 'x', [], {}])('A switch does not take %o', (value) => {
  expect(() => convertTo(value, Switch)).toThrow(failingWith('ConvertToFinalInvalidCastException'));
});

test('A nullable type keeps null', () => {
  expect(convertTo(null, nullable(Int32))).toBeNull();
  expect(convertTo('', nullable(Int32))).toBe(0);
});

test('The error tells the value, its type and the type it should become', () => {
  expect(() => convertTo({ a: 1 }, Int32)).toThrow('"@{a=1}" value of type "Object" to type "int"');
  expect(() => convertTo('x'.repeat(300), Int32)).toThrow(`${'x'.repeat(200)}…`);
});

test('A value whose text cannot be had is named by its type', () => {
  class Hostile {
    toString(): string {
      throw new Error('no');
    }
  }
  expect(() => convertTo(new Hostile(), Int32)).toThrow('"Hostile" value of type "Hostile"');
});
