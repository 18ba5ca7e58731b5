import { expect, test } from 'vitest';
import { convertTo } from '../../../../packages/core/src/bind/convert/convert-to.js';
import { dictionaryOf, setOf } from '../../../../packages/core/src/declare/types/collection-types.js';
import { Byte, Int32 } from '../../../../packages/core/src/declare/types/number-types.js';
import { Char } from '../../../../packages/core/src/declare/types/simple-types.js';
import { failingWith } from './failing-with.js';

function* oneAndTwo(): Generator<number> {
  yield 1;
  yield 2;
}

test.each<[string, unknown, readonly number[]]>([
  ['a single value', '5', [5]],
  ['a list', ['1', 2], [1, 2]],
  ['a set', new Set([1, '2']), [1, 2]],
  ['a generator', oneAndTwo(), [1, 2]],
  ['bytes', Uint8Array.of(1, 2), [1, 2]],
  ['an empty list', [], []],
  ['a list with null', [1, null], [1, 0]],
  ['text, which is a single value', '', [0]],
])('A list of numbers is made from %s', (_, value, expected) => {
  expect(convertTo(value, [Int32])).toEqual(expected);
});

test('A list whose elements all have the type stays the same list, null stays null', () => {
  const list = [1, 2];
  expect(convertTo(list, [Int32])).toBe(list);
  expect(convertTo(list, Array)).toBe(list);
  expect(convertTo(null, [Int32])).toBeNull();
});

test('A list of lists is made from a flat list too', () => {
  expect(convertTo([1, '2'], [[Int32]])).toEqual([[1], [2]]);
  expect(convertTo([[1, '2'], [3]], [[Int32]])).toEqual([[1, 2], [3]]);
});

test('Text becomes a list of its characters where characters are wanted', () => {
  expect(convertTo('ab🙂', [Char])).toEqual(['a', 'b', '\ud83d', '\ude42']);
});

test.each([
  ['an inner list', [[1, 2]], 'ConvertToFinalInvalidCastException'],
  ['a bad element', [1, 'x'], 'InvalidCastFromStringToInteger'],
  ['a bad single value', 'x', 'InvalidCastExceptionScalarToArray'],
  ['a dictionary, which is a single value', new Map([['a', 1]]), 'ConvertToFinalInvalidCastException'],
])('A list of numbers is not made from %s', (_, value, errorId) => {
  expect(() => convertTo(value, [Int32])).toThrow(failingWith(errorId));
});

test('A set is converted like a list', () => {
  expect(convertTo(['1', 1, 2], setOf(Int32))).toEqual(new Set([1, 2]));
  expect(convertTo('a', setOf(String))).toEqual(new Set(['a']));
});

test('A dictionary is made from any dictionary and from plain objects, entry by entry', () => {
  const expected = new Map([['a', 1]]);
  expect(convertTo({ a: '1' }, dictionaryOf(String, Byte))).toEqual(expected);
  expect(convertTo(new Map<unknown, unknown>([['a', '1']]), dictionaryOf(String, Byte))).toEqual(expected);
  expect(convertTo(new Map([[1, 1]]), dictionaryOf(String, Byte))).toEqual(new Map([['1', 1]]));
});

test('A dictionary that fits stays the same, null stays null', () => {
  const map = new Map([['a', 1]]);
  expect(convertTo(map, Map)).toBe(map);
  expect(convertTo(map, dictionaryOf(String, Int32))).toBe(map);
  expect(convertTo(null, Map)).toBeNull();
});

test.each([['A=1'], [5], [[['a', 1]]], [new (class Thing {})()]])('A dictionary is not made from %o', (value) => {
  expect(() => convertTo(value, Map)).toThrow(failingWith('ConvertToFinalInvalidCastException'));
});

test('A bad entry fails the dictionary', () => {
  expect(() => convertTo({ a: 'x' }, dictionaryOf(String, Int32))).toThrow(
    failingWith('InvalidCastFromStringToInteger'),
  );
});
