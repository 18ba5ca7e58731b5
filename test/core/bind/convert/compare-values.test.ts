import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareValues, equalValues } from '../../../../packages/core/src/bind/convert/compare-values.js';
import { Duration } from '../../../../packages/core/src/declare/types/duration.js';
import { Version } from '../../../../packages/core/src/declare/types/version.js';
import { failingWith } from './failing-with.js';

class Size {
  constructor(readonly value = 0) {}
  static from(value: unknown): Size {
    return new Size(Number(value));
  }
  compareTo(other: unknown): number {
    return other instanceof Size ? this.value - other.value : NaN;
  }
}

describe('Order and equality agree', () => {
  test.each<[unknown, unknown, -1 | 0 | 1]>([
    [null, null, 0],
    [null, undefined, 0],
    [null, 0, -1],
    [null, -1, 1],
    [null, '', -1],
    [0, null, 1],
    [-1, null, -1],
    ['', null, 1],
    [false, null, 1],
    [1, 2.5, -1],
    [1n, 1, 0],
    [9_007_199_254_740_992, 9_007_199_254_740_993n, -1],
    [NaN, NaN, 0],
    [NaN, -Infinity, -1],
    [0, -0, 0],
    [5, '5.0', 0],
    [5, ' 5 ', 0],
    [16, '0x10', 0],
    [10, '9', 1],
    ['10', 9, -1],
    ['1.0', 1, 1],
    ['abc', 'ABC', 0],
    ['a', 'B', -1],
    ['co-op', 'coop', -1],
    ['True', true, 0],
    [true, 2, 0],
    [true, 'False', 0],
    [false, [], 0],
    [new Date(2024, 4, 6), '2024-05-06', 0],
    [new Date(0), 1, -1],
    [new Duration(60_000), '00:01:00', 0],
    [new Version(1, 10), '1.9', 1],
    [new Size(1), 2, -1],
  ])('%o and %o: %d', (left, right, order) => {
    expect(compareValues(left, right)).toBe(order);
    expect(equalValues(left, right)).toBe(order === 0);
  });
});

test('Case counts where it is asked for', () => {
  expect(compareValues('a', 'A', { caseSensitive: true })).toBe(-1);
  expect(equalValues('true', true, { caseSensitive: true })).toBe(false);
});

test.each([
  [5, 'abc', 'ComparisonFailure'],
  [1, [1], 'ComparisonFailure'],
  [new Date(), 'x', 'ComparisonFailure'],
  [new Version(1, 2), 'x', 'ComparisonFailure'],
  [[1], [1], 'NotIcomparable'],
  [{ a: 1 }, { a: 1 }, 'NotIcomparable'],
  [() => 1, 1, 'NotIcomparable'],
])('%o and %o are not equal and have no order', (left, right, errorId) => {
  expect(equalValues(left, right)).toBe(false);
  expect(() => compareValues(left, right)).toThrow(failingWith(errorId));
});

test('Objects are equal if they are one, or say so themselves', () => {
  const bag = { a: 1 };
  expect(equalValues(bag, bag)).toBe(true);
  expect(compareValues(bag, bag)).toBe(0);
  expect(equalValues(new URL('http://a/'), 'http://a')).toBe(true);
  expect(equalValues({ equals: (other: unknown) => other === 5 }, 5)).toBe(true);
});

test('The order of numbers turns round with its sides', () => {
  const numbers = fc.oneof(fc.double(), fc.bigInt(), fc.integer());
  fc.assert(
    fc.property(numbers, numbers, (left, right) => {
      expect(compareValues(left, right)).toBe(0 - compareValues(right, left));
    }),
  );
});
