import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convertTo } from '../../../../packages/core/src/bind/convert/convert-to.js';
import {
  BigInteger,
  Byte,
  Double,
  Int32,
  Int64,
  rounding,
  SByte,
  UInt32,
} from '../../../../packages/core/src/declare/types/number-types.js';
import { failingWith } from './failing-with.js';

describe('A whole number', () => {
  test.each<[unknown, number]>([
    [7, 7],
    [-0, 0],
    ['42', 42],
    [' -5 ', -5],
    ['+5', 5],
    ['007', 7],
    ['', 0],
    ['  ', 0],
    [null, 0],
    [undefined, 0],
    [true, 1],
    [false, 0],
    [5n, 5],
    ['0x1F', 31],
    ['-0x10', -16],
    ['#FF', 255],
    ['&hFF', 255],
    ['0b101', 5],
    ['0x7FFFFFFF', 2_147_483_647],
    ['1kb', 1_024],
    ['1.5kb', 1_536],
    ['0x10kb', 16_384],
    ['5l', 5],
    ['5d', 5],
    ['5uy', 5],
    ['5n', 5],
    ['1,024', 1_024],
    ['1,234,567.0', 1_234_567],
    ['1.0', 1],
    ['5.', 5],
    ['1e3', 1_000],
    ['12.5e1', 125],
  ])('is made from %o', (value, expected) => {
    expect(convertTo(value, Int32)).toBe(expected);
  });

  test.each([
    'abc',
    '--5',
    '1 kb',
    '1_000',
    '50%',
    '12abc',
    '1e',
    '.',
    '0x',
    '0b2',
    '4\n2',
    '４２',
    '−5',
    '1,5',
    '1,0,2,4',
    '1,0245',
    'Infinity',
    'true',
    '5dl',
  ])('is not made from the text %o', (text) => {
    expect(() => convertTo(text, Int32)).toThrow(failingWith('InvalidCastFromStringToInteger'));
    expect(() => convertTo(text, Int32)).toThrow('not in a correct format');
  });

  test.each(['2147483648', '-2147483649', '2gb', '1e20', '5000000000l', '0xFFFFFFFF', '1e999999', '300y'])(
    'too large or too small is the text %o, and the error tells the limits',
    (text) => {
      expect(() => convertTo(text, Int32)).toThrow(failingWith('InvalidCastFromStringToInteger'));
      expect(() => convertTo(text, Int32)).toThrow(
        'too large or too small for int: it holds -2147483648 to 2147483647',
      );
    },
  );

  test.each([2_147_483_648, -1e10, NaN, Infinity, 99_999_999_999n])(
    'too large or too small is the number %d',
    (value) => {
      expect(() => convertTo(value, Int32)).toThrow(failingWith('InvalidCastIConvertible'));
    },
  );

  test.each([
    [2.5, 'InvalidCastIConvertible'],
    ['2.5', 'InvalidCastFromStringToInteger'],
    ['15e-1', 'InvalidCastFromStringToInteger'],
  ])('is not made from %o, which has a fraction', (value, errorId) => {
    expect(() => convertTo(value, Int32)).toThrow(failingWith(errorId));
    expect(() => convertTo(value, Int32)).toThrow('has a fraction');
  });

  test.each<[unknown, number]>([
    [2.5, 2],
    [3.5, 4],
    [-2.5, -2],
    [1.4, 1],
    ['2.5', 2],
    ['3.5', 4],
    ['-2.5', -2],
    ['2.51', 3],
  ])('may be rounded half to even: %o', (value, expected) => {
    expect(convertTo(value, rounding(Int32))).toBe(expected);
  });

  test.each([
    [new Date(0), 'InvalidCastIConvertible'],
    [[5], 'ConvertToFinalInvalidCastException'],
    [{ a: 1 }, 'ConvertToFinalInvalidCastException'],
    [new Map(), 'ConvertToFinalInvalidCastException'],
    [() => 1, 'ConvertToFinalInvalidCastException'],
  ])('is not made from %o', (value, errorId) => {
    expect(() => convertTo(value, Int32)).toThrow(failingWith(errorId));
  });

  test('keeps the limits of its type', () => {
    expect(convertTo('0xFF', Byte)).toBe(255);
    expect(convertTo('0xFFFFFFFF', UInt32)).toBe(4_294_967_295);
    expect(() => convertTo('0xFF', SByte)).toThrow(failingWith('InvalidCastFromStringToInteger'));
    expect(() => convertTo(-1, Byte)).toThrow(failingWith('InvalidCastIConvertible'));
    expect(() => convertTo('9007199254740993', Int64)).toThrow(failingWith('InvalidCastFromStringToInteger'));
  });

  test('is what its own text says, for all numbers of the type', () => {
    fc.assert(
      fc.property(fc.integer(), (number) => {
        expect(convertTo(String(number), Int32)).toBe(number);
        expect(convertTo(number.toString(16).replace(/^(-?)/, '$10x'), Int32)).toBe(number);
        expect(convertTo(number.toLocaleString('en'), Int32)).toBe(number);
      }),
    );
  });

  test('follows PowerShell where history is asked for', () => {
    const historical = { historical: true };
    expect(convertTo(2.5, Int32, historical)).toBe(2);
    expect(convertTo('1,5', Int32, historical)).toBe(15);
    expect(convertTo('0xFFFFFFFF', Int64, historical)).toBe(-1);
    expect(convertTo('0b11111111', Int32, historical)).toBe(-1);
    expect(convertTo('0xFF', SByte, historical)).toBe(-1);
    expect(convertTo('0xFF', Byte, historical)).toBe(255);
    expect(convertTo(3.7, BigInteger, historical)).toBe(3n);
  });
});

describe('A bigint', () => {
  test.each<[unknown, bigint]>([
    [5n, 5n],
    [5, 5n],
    [true, 1n],
    [null, 0n],
    ['', 0n],
    ['0x10', 16n],
    ['1kb', 1_024n],
    ['123456789012345678901234567890', 123_456_789_012_345_678_901_234_567_890n],
    ['1e30', 10n ** 30n],
    ['1.5e1', 15n],
  ])('is made from %o exactly', (value, expected) => {
    expect(convertTo(value, BigInteger)).toBe(expected);
  });

  test.each([
    [1.5, 'InvalidCastIConvertible'],
    [NaN, 'InvalidCastIConvertible'],
    ['1.5', 'InvalidCastFromStringToInteger'],
    ['x', 'InvalidCastFromStringToInteger'],
    ['1e999999999', 'InvalidCastFromStringToInteger'],
    [new Date(0), 'InvalidCastIConvertible'],
  ])('is not made from %o', (value, errorId) => {
    expect(() => convertTo(value, BigInteger)).toThrow(failingWith(errorId));
  });

  test('may be rounded half to even', () => {
    expect(convertTo('3.5', rounding(BigInteger))).toBe(4n);
    expect(convertTo(2.5, rounding(BigInteger))).toBe(2n);
  });
});

describe('A number of any kind', () => {
  test.each<[unknown, number]>([
    [2.5, 2.5],
    ['1.5', 1.5],
    [' 1.5 ', 1.5],
    ['.5', 0.5],
    ['1E5', 1e5],
    ['1.5e-3', 0.0015],
    ['0x10', 16],
    ['1.5kb', 1_536],
    ['1,234.5', 1_234.5],
    ['1e400', Infinity],
    ['Infinity', Infinity],
    ['-infinity', -Infinity],
    ['NaN', NaN],
    ['', 0],
    [null, 0],
    [true, 1],
    [9_007_199_254_740_993n, 9_007_199_254_740_992],
  ])('is made from %o', (value, expected) => {
    expect(convertTo(value, Double)).toBe(expected);
  });

  test.each(['abc', '.', 'inf', '∞', '0x1.8', '#FF', '1,5', '300y'])('is not made from the text %o', (text) => {
    expect(() => convertTo(text, Double)).toThrow(failingWith('InvalidCastFromStringToDoubleOrSingle'));
  });

  test('is what its own text says', () => {
    fc.assert(
      fc.property(fc.double(), (number) => {
        expect(convertTo(convertTo(number, String), Double)).toBe(number);
      }),
    );
  });
});
