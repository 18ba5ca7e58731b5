import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convertArgument } from '../../../../packages/core/src/bind/convert/convert-argument.js';
import { asInstance, isInstanceOf } from '../../../../packages/core/src/bind/convert/is-instance-of.js';
import { dictionaryOf, nullable, setOf } from '../../../../packages/core/src/declare/types/collection-types.js';
import { Duration } from '../../../../packages/core/src/declare/types/duration.js';
import { enumOf, flagsOf } from '../../../../packages/core/src/declare/types/enum-of.js';
import { BigInteger, Byte, Double, Int32 } from '../../../../packages/core/src/declare/types/number-types.js';
import { Char, Guid, Switch } from '../../../../packages/core/src/declare/types/simple-types.js';
import { typeOf } from '../../../../packages/core/src/declare/types/type-of.js';
import type { TypeSpecifier } from '../../../../packages/core/src/declare/types/type-specifier.js';
import { Version } from '../../../../packages/core/src/declare/types/version.js';

class Base {}
class Derived extends Base {}
class Bag extends Base implements Iterable<number> {
  *[Symbol.iterator](): Generator<number> {
    yield 1;
  }
}
function* oneAndTwo(): Generator<number> {
  yield 1;
  yield 2;
}
const level = enumOf({ Low: 1, High: 2 });

describe('Without conversion', () => {
  test.each<[unknown, TypeSpecifier]>([
    ['a', String],
    [7, Int32],
    [7, Double],
    [2.5, Double],
    [NaN, Double],
    [255, Byte],
    [7n, BigInteger],
    [true, Boolean],
    [true, Switch],
    ['x', Char],
    [new Date(), Date],
    [new Duration(1), Duration],
    [new Version(1, 2), Version],
    ['12345678-90ab-cdef-1234-567890abcdef', Guid],
    [2, level],
    [3, flagsOf(['A', 'B'])],
    [new Derived(), Base],
    [null, Base],
    [null, Object],
    [null, [Int32]],
    [null, nullable(Int32)],
    [7, nullable(Int32)],
    [() => 1, Function],
    [new Map([['a', 1]]), dictionaryOf(String, Int32)],
    [1, [Int32]],
    [[1, 2], [Int32]],
    [new Set([1, 2]), [Int32]],
    [[1, 2], setOf(Int32)],
    [['a', null], [String]],
    [[[1], [2]], [[Int32]]],
    [{ a: 1 }, [Object]],
    [new Bag(), [Bag]],
  ])('%o fits', (value, specifier) => {
    expect(isInstanceOf(value, typeOf(specifier))).toBe(true);
  });

  test.each<[unknown, TypeSpecifier]>([
    [5, String],
    [null, String],
    ['7', Int32],
    [2.5, Int32],
    [256, Byte],
    [null, Int32],
    [7n, Int32],
    [7, BigInteger],
    [1, Boolean],
    ['xy', Char],
    ['2024-05-06', Date],
    ['{12345678-90ab-cdef-1234-567890abcdef}', Guid],
    [7, level],
    ['Low', level],
    [8, flagsOf(['A', 'B'])],
    [new Base(), Derived],
    [new Map([['a', 'x']]), dictionaryOf(String, Int32)],
    [{}, Map],
    ['1', [Int32]],
    [[1, '2'], [Int32]],
    [[1, null], [Int32]],
    [[1, 2], [[Int32]]],
    [1, [[Int32]]],
    [oneAndTwo(), [Int32]],
  ])('%o does not fit', (value, specifier) => {
    expect(isInstanceOf(value, typeOf(specifier))).toBe(false);
  });
});

test('The test of an iterator leaves its elements for the conversion', () => {
  const numbers = oneAndTwo();
  expect(isInstanceOf(numbers, typeOf([Int32]))).toBe(false);
  expect(convertArgument(numbers, typeOf([Int32]), 'Number')).toEqual([1, 2]);
});

describe('What fits becomes the collection that the parameter holds', () => {
  test.each<[unknown, TypeSpecifier, unknown]>([
    [1, [Int32], [1]],
    [new Set([1, 2]), [Int32], [1, 2]],
    [[1, 2], setOf(Int32), new Set([1, 2])],
    [1, setOf(Int32), new Set([1])],
    [null, [Int32], null],
    [undefined, Object, null],
    [7, Int32, 7],
  ])('%o', (value, specifier, expected) => {
    expect(asInstance(value, typeOf(specifier))).toEqual(expected);
  });

  test('and a list stays the same list', () => {
    const list = [1, 2];
    expect(asInstance(list, typeOf([Int32]))).toBe(list);
  });
});

test('What fits is not changed by conversion', () => {
  const types = [String, Int32, Double, Boolean, [String], [Int32], Map, Object] as const;
  fc.assert(
    fc.property(fc.anything(), fc.constantFrom(...types), (value, specifier) => {
      const type = typeOf(specifier);
      fc.pre(value !== undefined && isInstanceOf(value, type));
      expect(convertArgument(value, type, 'Value')).toEqual(asInstance(value, type));
    }),
  );
});
