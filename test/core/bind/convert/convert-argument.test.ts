import { describe, expect, test } from 'vitest';
import { convertArgument } from '../../../../packages/core/src/bind/convert/convert-argument.js';
import { nullable, setOf } from '../../../../packages/core/src/declare/types/collection-types.js';
import { enumOf, flagsOf } from '../../../../packages/core/src/declare/types/enum-of.js';
import { Int32 } from '../../../../packages/core/src/declare/types/number-types.js';
import { Char, Switch } from '../../../../packages/core/src/declare/types/simple-types.js';
import { typeOf } from '../../../../packages/core/src/declare/types/type-of.js';
import type { TypeSpecifier } from '../../../../packages/core/src/declare/types/type-specifier.js';
import { failingWith } from './failing-with.js';

class Person {
  name = '';
}
const color = enumOf(['Red', 'Green']);

function* texts(): Generator<string> {
  yield '1';
  yield '2';
}

function convert(value: unknown, specifier: TypeSpecifier, historical = false): unknown {
  return convertArgument(value, typeOf(specifier), 'Value', { historical });
}

describe('An argument', () => {
  test.each<[unknown, TypeSpecifier, unknown]>([
    [null, Int32, null],
    [undefined, String, null],
    [null, Object, null],
    [null, [String], null],
    [null, nullable(Boolean), null],
    ['5', Int32, 5],
    [5, String, '5'],
    ['5', nullable(Int32), 5],
    ['red', color, 'Red'],
    [['red'], color, 'Red'],
    [['A', 'B'], flagsOf(['A', 'B']), 3],
    [{ name: 'Ann' }, Person, Object.assign(new Person(), { name: 'Ann' })],
    ['a', [String], ['a']],
    [[1, 'b', true], [String], ['1', 'b', 'True']],
    [['a', null], [String], ['a', null]],
    [[1, [2, 3]], Array, [1, [2, 3]]],
    [{ a: 1 }, Array, [{ a: 1 }]],
    [texts(), [Int32], [1, 2]],
    [new Set(['1']), [Int32], [1]],
    [['1', '1'], setOf(Int32), new Set([1])],
    [[1, 2], [[Int32]], [[1], [2]]],
    [[], [String], []],
  ])('%o is converted', (value, specifier, expected) => {
    expect(convert(value, specifier)).toEqual(expected);
  });

  test('that fits stays the same reference', () => {
    const list = ['a'];
    const person = new Person();
    expect(convert(list, [String])).toBe(list);
    expect(convert(list, Object)).toBe(list);
    expect(convert(person, Person)).toBe(person);
  });
});

describe('A boolean or switch', () => {
  test.each<[unknown, boolean]>([
    [true, true],
    [false, false],
    [0, false],
    [0.5, true],
    [NaN, true],
    [0n, false],
    [2n, true],
    ['True', true],
    ['FALSE', false],
  ])('takes %o', (value, expected) => {
    expect(convert(value, Boolean)).toBe(expected);
    expect(convert(value, Switch)).toBe(expected);
    expect(convert(value, nullable(Boolean))).toBe(expected);
  });

  test.each(['', '1', 'yes', ' true', [true], {}, new Date()])('refuses %o', (value) => {
    expect(() => convert(value, Boolean)).toThrow(failingWith('CannotConvertArgument'));
    expect(() => convert(value, Switch)).toThrow(failingWith('CannotConvertArgument'));
  });

  test('Null is no boolean, but an absent switch', () => {
    expect(() => convert(null, Boolean)).toThrow(
      failingWith('ParameterArgumentValidationErrorNullNotAllowed', {
        category: 'InvalidArgument',
        name: 'ParameterBindingException',
      }),
    );
    expect(convert(null, Switch)).toBe(false);
  });
});

describe('An argument of the wrong shape', () => {
  test.each<[unknown, TypeSpecifier]>([
    [['a'], String],
    [[], Int32],
    [new Set([5]), Int32],
    [texts(), String],
    [[{ name: 'Ann' }], Person],
    [[['a'], 'b'], [String]],
  ])('%o is refused', (value, specifier) => {
    expect(() => convert(value, specifier)).toThrow(
      failingWith('CannotConvertArgument', { category: 'InvalidArgument', parameterName: 'Value' }),
    );
  });

  test('is told by type, wanted type and parameter', () => {
    expect(() => convert(['a'], String)).toThrow(
      failingWith('CannotConvertArgument', { typeSpecified: 'Array', parameterType: 'string' }),
    );
    expect(() => convert(['a'], String)).toThrow(/'Array'.*'string'.*'Value'/);
  });
});

describe('A failed conversion', () => {
  test.each<[unknown, TypeSpecifier, string]>([
    ['x', Int32, 'InvalidCastFromStringToInteger'],
    [3e9, Int32, 'InvalidCastIConvertible'],
    [[1, 'two'], [Int32], 'InvalidCastFromStringToInteger'],
    ['abc', [Char], 'InvalidCastParseTargetInvocation'],
    ['pink', color, 'SubstringDisambiguationEnumParseThrewAnException'],
    [{ nope: 1 }, Person, 'ObjectCreationError'],
    ['1', Function, 'ConvertToFinalInvalidCastException'],
  ])('of %o carries its reason', (value, specifier, inner) => {
    expect(() => convert(value, specifier)).toThrow(
      failingWith('CannotConvertArgumentNoMessage', {
        category: 'InvalidArgument',
        parameterName: 'Value',
        cause: failingWith(inner),
      }),
    );
  });

  test('of a list names the first bad element', () => {
    expect(() => convert([1, 'two', 'three'], [Int32])).toThrow("'two'");
  });
});

test.each<[unknown, TypeSpecifier]>([
  [[1, null], [Int32]],
  [[true, null], [Boolean]],
  [['Red', undefined], [color]],
])('A null element is refused where the element type has no null: %o', (value, specifier) => {
  expect(() => convert(value, specifier)).toThrow(
    failingWith('ParameterArgumentValidationErrorNullNotAllowed', { category: 'InvalidArgument' }),
  );
});

test('History has its own answers', () => {
  expect(convert(null, Switch, true)).toBe(true);
  expect(convert([1, null], [Int32], true)).toEqual([1, 0]);
  expect(convert(texts(), String, true)).toBe('1 2');
  expect(convert(texts(), [String], true)).toEqual(['1 2']);
  expect(() => convert('true', Boolean, true)).toThrow(failingWith('CannotConvertArgument'));
  expect(() => convert(1n, Switch, true)).toThrow(failingWith('CannotConvertArgument'));
});
