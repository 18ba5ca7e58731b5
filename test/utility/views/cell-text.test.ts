import { DefaultDisplayProperty, Duration } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { cellText, formattedText } from '../../../packages/utility/src/views/cell-text.js';

class Named {
  name = 'n';
  size = 1;
}

class Shown {
  toString(): string {
    return 'shown';
  }
}

@DefaultDisplayProperty('Title')
class Titled extends Shown {
  title = 't';
}

describe('the text of a value in a cell', () => {
  it.each([
    [null, ''],
    [true, 'True'],
    [0.1 + 0.2, '0.3'],
    [9007199254740991, '9007199254740991'],
    [1e20, '1E+20'],
    [123n, '123'],
    [new Duration(90_000), '00:01:30'],
    [[1, 'a', null], '{1, a, $null}'],
    [[1, 2, 3, 4, 5], '{1, 2, 3, 4…}'],
    [new Set([1]), '{1}'],
    [new Uint8Array([1, 2]), '{1, 2}'],
    [new Map([['k', 'v']]), '{[k, v]}'],
    [{ a: 1, b: { c: 1 }, d: [1] }, '@{a=1; b=; d=Array}'],
    [{}, ''],
    [[{ x: 1 }], '{@{x=1}}'],
    [[new Named()], '{n}'],
    [new Named(), 'Named'],
    [[new Shown()], '{shown}'],
    [[new Titled()], '{t}'],
  ])('value %# is shown as expected: %s', (value, expected) => {
    expect(cellText(value)).toBe(expected);
  });

  it.each([
    [1.5, '1.500'],
    [-0.0004, '-0.000'],
    [2.0005, '2.001'],
    [1, '1'],
    [1e20, '100000000000000000000.000'],
  ])('%d with fixed digits is %s', (value, expected) => {
    expect(cellText(value, {}, true)).toBe(expected);
  });

  it('shows as many elements as asked, all for -1', () => {
    expect(cellText([1, 2, 3, 4, 5, 6], { enumerationLimit: 2 })).toBe('{1, 2…}');
    expect(cellText([1, 2, 3, 4, 5, 6], { enumerationLimit: -1 })).toBe('{1, 2, 3, 4, 5, 6}');
  });
});

describe('the text of a value by a format', () => {
  it.each([
    [1234.5678, 'N2', '1,234.57'],
    [12.25, 'N1', '12.2'],
    [255, 'X4', '00FF'],
    [-1, 'x', 'ffffffff'],
    [0.256, 'P1', '25.6%'],
    [5, 'D3', '005'],
    [-1234.5, 'C', '-$1,234.50'],
    [12345.678, 'E2', '1.23E+004'],
    [1234.5, '0.00', '1234.50'],
    [1234.5, '#,##0.0#', '1,234.5'],
    [7, '000', '007'],
    [-7, '0;(0);zero', '(7)'],
    [0, '0;(0);zero', 'zero'],
    [0.5, '0%', '50%'],
    [5, '<{0:000}>', '<005>'],
    [5, '{0,4}|{{}}', '   5|{}'],
    ['abc', 'N2', 'abc'],
    [null, 'N2', ''],
    [new Date(2024, 4, 6, 7, 8, 9), 'yyyy-MM-dd HH:mm:ss', '2024-05-06 07:08:09'],
    [new Date(2024, 4, 6, 19, 8, 9), 'd MMM yy, h:mm tt', '6 May 24, 7:08 PM'],
    [new Date(2024, 4, 6), 'D', 'Monday, May 6, 2024'],
    [new Duration(3_723_500), 'hh\\:mm', '01:02'],
    [new Duration(-3_723_500), 'g', '-1:02:03.5'],
  ])('%s by %s is %s', (value, format, expected) => {
    expect(formattedText(value, format)).toBe(expected);
  });

  it.each([
    [5, '{0'],
    [5, 'Q'],
    [1.5, 'D2'],
    [new Date(0), 'x'],
  ])('refuses to show %s by %s', (value, format) => {
    expect(() => formattedText(value, format)).toThrow(RangeError);
  });
});
