import { expect, test } from 'vitest';
import { isTooLong, readNumberText, toNumber } from '../../../../packages/core/src/bind/convert/number-text.js';

const rules = { hashHexadecimal: true, historical: false };

test.each([
  ['1.10', 110n, 2, 1n],
  ['1.5kb', 15n, 1, 1024n],
  ['2e3', 2n, -3, 1n],
  ['-0x10mb', -16n, 0, 1024n ** 2n],
  ['0b11', 3n, 0, 1n],
])('%s is %d with %d decimal places, times %d', (text, digits, places, multiplier) => {
  expect(readNumberText(text, rules)).toMatchObject({ digits, places, multiplier });
});

test('A suffix limits the number to its type', () => {
  expect(readNumberText('5y', rules)?.limits).toEqual([-128n, 127n]);
  expect(readNumberText('5', rules)?.limits).toBeUndefined();
});

test('A number of the engine is rounded once', () => {
  expect(toNumber(readNumberText('0.1', rules)!)).toBe(0.1);
  expect(toNumber(readNumberText('9007199254740993', rules)!)).toBe(9_007_199_254_740_992);
});

test('A long exponent is noticed before its digits are written out', () => {
  expect(isTooLong(readNumberText('1e99999999', rules)!)).toBe(true);
  expect(isTooLong(readNumberText('1e30', rules)!)).toBe(false);
});
