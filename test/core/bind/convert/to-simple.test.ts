import { describe, expect, test } from 'vitest';
import { convertTo } from '../../../../packages/core/src/bind/convert/convert-to.js';
import { Int32 } from '../../../../packages/core/src/declare/types/number-types.js';
import { Char, Guid, TypeName } from '../../../../packages/core/src/declare/types/simple-types.js';
import { typeOf } from '../../../../packages/core/src/declare/types/type-of.js';
import { Version } from '../../../../packages/core/src/declare/types/version.js';
import { failingWith } from './failing-with.js';

describe('A character', () => {
  test.each<[unknown, string]>([
    ['x', 'x'],
    [65, 'A'],
    [null, '\0'],
  ])('is made from %j', (value, expected) => {
    expect(convertTo(value, Char)).toBe(expected);
  });

  test.each([
    ['', 'InvalidCastParseTargetInvocation'],
    ['ab', 'InvalidCastParseTargetInvocation'],
    [70_000, 'InvalidCastIConvertible'],
    [-1, 'InvalidCastIConvertible'],
    [6.5, 'InvalidCastIConvertible'],
    [true, 'InvalidCastIConvertible'],
    [['a'], 'ConvertToFinalInvalidCastException'],
  ])('is not made from %j', (value, errorId) => {
    expect(() => convertTo(value, Char)).toThrow(failingWith(errorId));
  });
});

describe('A GUID', () => {
  const guid = '12345678-90ab-cdef-1234-567890abcdef';

  test.each([guid, guid.toUpperCase(), `{${guid}}`, `(${guid})`, guid.replaceAll('-', ''), ` ${guid} `])(
    'is made from %j, in lower case with hyphens',
    (text) => {
      expect(convertTo(text, Guid)).toBe(guid);
    },
  );

  test.each(['', 'x', guid.slice(1), `{${guid}`, guid.replace('-', '')])('is not made from %j', (text) => {
    expect(() => convertTo(text, Guid)).toThrow(failingWith('InvalidCastParseTargetInvocation'));
  });

  test('is not made from null', () => {
    expect(() => convertTo(null, Guid)).toThrow(failingWith('nullToObjectInvalidCast'));
  });
});

describe('A version, an address, a pattern', () => {
  test('are made from text, and a version from a number by its text', () => {
    expect(convertTo('1.10', Version)).toEqual(new Version(1, 10));
    expect(convertTo(1.5, Version)).toEqual(new Version(1, 5));
    expect(convertTo('https://a.b/c d', URL).href).toBe('https://a.b/c%20d');
    expect(convertTo('a.b', RegExp)).toEqual(/a.b/);
    expect(convertTo(5, RegExp)).toEqual(/5/);
  });

  test('stay what they are, and null stays null', () => {
    const pattern = /x/gi;
    expect(convertTo(pattern, RegExp)).toBe(pattern);
    expect(convertTo(null, Version)).toBeNull();
    expect(convertTo(undefined, URL)).toBeNull();
  });

  test.each([
    ['1', Version, 'InvalidCastParseTargetInvocation'],
    [2, Version, 'InvalidCastParseTargetInvocation'],
    ['a/b', URL, 'InvalidCastFromStringToUri'],
    ['http://', URL, 'InvalidCastFromStringToUri'],
    ['(', RegExp, 'InvalidCastFromStringToRegex'],
    [{ major: 1 }, Version, 'ConvertToFinalInvalidCastException'],
  ] as const)('fail with a reason: %j', (value, type, errorId) => {
    expect(() => convertTo(value, type)).toThrow(failingWith(errorId));
  });
});

describe('A script block', () => {
  test('is a function, and text is never compiled', () => {
    const script = () => 1;
    expect(convertTo(script, Function)).toBe(script);
    expect(() => convertTo('1', Function)).toThrow(failingWith('ConvertToFinalInvalidCastException'));
  });
});

describe('A type', () => {
  test('is made from its name, a class or itself', () => {
    class Person {}
    expect(convertTo('int', TypeName)).toBe(Int32);
    expect(convertTo(Int32, TypeName)).toBe(Int32);
    expect(convertTo(Person, TypeName)).toBe(typeOf(Person));
  });

  test('of an unknown name is an error with the nearest ones', () => {
    expect(() => convertTo('strng', TypeName)).toThrow(failingWith('InvalidCastFromStringToType'));
    expect(() => convertTo('strng', TypeName)).toThrow('Did you mean string?');
  });
});
