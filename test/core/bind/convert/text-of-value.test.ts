import { expect, test } from 'vitest';
import { textOfValue } from '../../../../packages/core/src/bind/convert/text-of-value.js';
import { Duration } from '../../../../packages/core/src/declare/types/duration.js';
import { Version } from '../../../../packages/core/src/declare/types/version.js';

class Plain {}
class Point {
  toString(): string {
    return '(1, 2)';
  }
}

test.each<[unknown, string]>([
  ['text', 'text'],
  [null, ''],
  [undefined, ''],
  [true, 'True'],
  [false, 'False'],
  [42, '42'],
  [-0, '-0'],
  [1e21, '1e+21'],
  [NaN, 'NaN'],
  [5n, '5'],
  [new Date('2024-05-06T07:08:09Z'), '2024-05-06T07:08:09.000Z'],
  [new Date(NaN), 'Invalid Date'],
  [new Duration(90_000), '00:01:30'],
  [new Version(1, 2), '1.2'],
  [new URL('http://a/b'), 'http://a/b'],
  [/a\/b/g, 'a/b'],
  [/(?:)/, ''],
  [[], ''],
  [[1, 'b', null], '1 b '],
  [[1, [2, 3], { a: 1 }, 4], '1 Array  4'],
  [new Set([1, 2]), '1 2'],
  [Uint8Array.of(1, 2), '1 2'],
  [{}, ''],
  [{ A: 1, B: 'x' }, '@{A=1; B=x}'],
  [{ A: { B: 1 }, L: [1] }, '@{A=; L=Array}'],
  [Object.assign(Object.create(null) as object, { A: 1 }), '@{A=1}'],
  [new Map([['a', 1]]), 'Map'],
  [new Plain(), 'Plain'],
  [new Point(), '(1, 2)'],
  [new Error('bad'), 'Error: bad'],
])('The text of %o is %j', (value, text) => {
  expect(textOfValue(value)).toBe(text);
});

test.each([
  [0.1 + 0.2, '0.3'],
  [1 / 3, '0.333333333333333'],
  [123.456, '123.456'],
  [100, '100'],
  [0.0001, '0.0001'],
  [0.00001, '1E-05'],
  [999_999_999_999_999, '999999999999999'],
  [1e15, '1E+15'],
  [2 ** 53, '9.00719925474099E+15'],
  [1.5e300, '1.5E+300'],
  [-2.5, '-2.5'],
])('People read %d as %s', (value, text) => {
  expect(textOfValue(value, { fifteenDigits: true })).toBe(text);
});

test('Separator, dates and type names may be chosen', () => {
  expect(textOfValue([1, 2], { separator: ', ' })).toBe('1, 2');
  expect(textOfValue(new Date(2024, 4, 6, 7, 8, 9), { invariantDates: true })).toBe('05/06/2024 07:08:09');
  expect(textOfValue([[1], new Map()], { typeNameOf: () => 'T' })).toBe('T T');
});
