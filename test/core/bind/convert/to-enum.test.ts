import { describe, expect, test } from 'vitest';
import { convertTo } from '../../../../packages/core/src/bind/convert/convert-to.js';
import { enumOf, flagsOf } from '../../../../packages/core/src/declare/types/enum-of.js';
import { failingWith } from './failing-with.js';

enum Color {
  Red,
  Green,
  Blue,
}
const color = enumOf(Color, 'Color');
const speed = enumOf({ Fast: 0, Fair: 1, Slow: 2, Fastest: 3 }, 'Speed');
const access = flagsOf({ None: 0, Read: 1, Write: 2, Execute: 4, All: 7 }, 'Access');
const bits = flagsOf({ A: 1, B: 2, D: 8 }, 'Bits');

const noMatch = 'SubstringDisambiguationEnumParseThrewAnException';

describe('An enum', () => {
  test.each<[unknown, Color]>([
    ['Green', Color.Green],
    ['GREEN', Color.Green],
    ['gr', Color.Green],
    [' b ', Color.Blue],
    [1, Color.Green],
    ['1', Color.Green],
    [' +1 ', Color.Green],
    [['Red'], Color.Red],
    [[2], Color.Blue],
    [new Set(['red']), Color.Red],
  ])('takes %o', (value, expected) => {
    expect(convertTo(value, color)).toBe(expected);
  });

  test.each<[unknown, string]>([
    ['Purple', noMatch],
    ['', noMatch],
    ['1.5', noMatch],
    [1.5, noMatch],
    [[], noMatch],
    [7, 'UndefinedIntegerToEnum'],
    ['7', 'EnumParseUndefined'],
    [null, 'nullToEnumInvalidCast'],
    [[null], 'nullToEnumInvalidCast'],
    [true, 'InvalidCastIConvertible'],
    [1n, 'ConvertToFinalInvalidCastException'],
    ['Red,Green', 'SeveralNamesForEnum'],
    [['Red', 'Green'], 'SeveralNamesForEnum'],
  ])('refuses %o', (value, errorId) => {
    expect(() => convertTo(value, color)).toThrow(failingWith(errorId));
  });

  test('names its members in the error', () => {
    expect(() => convertTo('Purple', color)).toThrow('Red, Green, Blue');
    expect(() => convertTo(7, color)).toThrow('Red, Green, Blue');
  });

  test('prefers an exact name to a longer one, and names the candidates of an ambiguous beginning', () => {
    expect(convertTo('Fast', speed)).toBe(0);
    expect(() => convertTo('fa', speed)).toThrow('Fast, Fair, Fastest');
  });

  test('takes no beginnings when bound strictly', () => {
    expect(convertTo('green', color, { strict: true })).toBe(Color.Green);
    expect(() => convertTo('gr', color, { strict: true })).toThrow(failingWith(noMatch));
  });

  test('of texts takes names and values, and no numbers', () => {
    const level = enumOf({ Low: 'l1', High: 'h1' });
    expect(convertTo('low', level)).toBe('l1');
    expect(convertTo('H1', level)).toBe('h1');
    expect(() => convertTo('1', level)).toThrow(failingWith(noMatch));
    expect(() => convertTo(1, level)).toThrow(failingWith('UndefinedIntegerToEnum'));
  });

  test('adds up several names where history is asked for, and the sum is defined', () => {
    expect(convertTo('Fair,Slow', speed, { historical: true })).toBe(3);
    expect(() => convertTo('Green,Blue', color, { historical: true })).toThrow(failingWith('EnumParseUndefined'));
  });
});

describe('Flags', () => {
  test.each<[unknown, number]>([
    ['Read, Write', 3],
    ['all,read', 7],
    [['Read', 'Execute'], 5],
    [['Read', 4], 5],
    ['None,Read', 1],
    ['rea', 1],
    [3, 3],
    [0, 0],
    ['7', 7],
  ])('take %o', (value, expected) => {
    expect(convertTo(value, access)).toBe(expected);
  });

  test.each([
    ['r,w', noMatch],
    ['Read,Fly', noMatch],
    ['Read|Write', noMatch],
    [8, 'UndefinedIntegerToEnum'],
    [-1, 'UndefinedIntegerToEnum'],
    ['8', 'EnumParseUndefined'],
  ])('refuse %o', (value, errorId) => {
    expect(() => convertTo(value, access)).toThrow(failingWith(errorId));
  });

  test('take zero though no member is zero, and defined bits only', () => {
    expect(convertTo(0, bits)).toBe(0);
    expect(convertTo(11, bits)).toBe(11);
    expect(() => convertTo(4, bits)).toThrow(failingWith('UndefinedIntegerToEnum'));
  });
});
