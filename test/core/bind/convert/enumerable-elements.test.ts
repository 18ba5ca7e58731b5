import { expect, test } from 'vitest';
import {
  enumerableElements,
  isOneShot,
  isPropertyBag,
  SCALAR,
} from '../../../../packages/core/src/bind/convert/enumerable-elements.js';

function* generate(): Generator<number> {
  yield 1;
}

test.each<[string, unknown]>([
  ['an array', [1]],
  ['a set', new Set([1])],
  ['a generator', generate()],
  ['a map view', new Map([[1, 1]]).keys()],
])('%s is a list', (_, value) => {
  expect([...(enumerableElements(value) ?? [])]).toEqual([1]);
});

test.each<[string, unknown]>([
  ['text', 'abc'],
  ['a text object', new String('abc')],
  ['a dictionary', new Map()],
  ['bytes', Uint8Array.of(1)],
  ['a number', 5],
  ['null', null],
  ['a plain object', { length: 1 }],
])('%s is a single value', (_, value) => {
  expect(enumerableElements(value)).toBeUndefined();
});

test('A record marked as scalar is a single value', () => {
  const record = { [SCALAR]: true, *[Symbol.iterator]() {} };
  expect(enumerableElements(record)).toBeUndefined();
});

test('An iterator can be read once, a list again and again', () => {
  expect(isOneShot(generate())).toBe(true);
  expect(isOneShot([1].values())).toBe(true);
  expect(isOneShot([1])).toBe(false);
  expect(isOneShot(new Set([1]))).toBe(false);
  expect(isOneShot({ [Symbol.iterator]: generate })).toBe(false);
});

test('A property bag is an object literal', () => {
  expect(isPropertyBag({})).toBe(true);
  expect(isPropertyBag(Object.create(null))).toBe(true);
  expect(isPropertyBag(new (class Thing {})())).toBe(false);
  expect(isPropertyBag([])).toBe(false);
  expect(isPropertyBag(null)).toBe(false);
});
