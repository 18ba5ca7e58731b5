import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareText, equalText } from '../../../../packages/core/src/bind/convert/compare-text.js';

test.each([
  ['a', 'A', 0, -1],
  ['abc', 'abd', -1, -1],
  ['_', 'a', -1, -1],
  ['a', 'a ', -1, -1],
  ['é', 'e\u0301', 0, 0],
  ['é', 'e', 1, 1],
  ['a', 'a\u200b', 0, 0],
  ['É', 'é', 0, 1],
] as const)('%j and %j: %d, minding case %d', (left, right, ignoring, minding) => {
  expect(compareText(left, right)).toBe(ignoring);
  expect(compareText(left, right, { caseSensitive: true })).toBe(minding);
});

test('The fast answer to equality is the answer of the order', () => {
  const ascii = fc.string({ unit: 'binary-ascii', maxLength: 3 });
  const any = fc.string({ maxLength: 3 });
  fc.assert(
    fc.property(fc.oneof(ascii, any), fc.oneof(ascii, any), fc.boolean(), (left, right, caseSensitive) => {
      expect(equalText(left, right, { caseSensitive })).toBe(compareText(left, right, { caseSensitive }) === 0);
      expect(equalText(left, left.toUpperCase())).toBe(compareText(left, left.toUpperCase()) === 0);
    }),
  );
});

test.each([
  ['sv-SE', 'ä', 'z', 1],
  [undefined, 'ä', 'z', -1],
  ['de-DE', 'ä', 'A', 1],
  ['sv-SE', 'Z', 'z', 0],
])('in the alphabet of %s the order of %s and %s is %i', (culture, left, right, order) => {
  expect(compareText(left, right, culture === undefined ? {} : { culture })).toBe(order);
  expect(equalText(left, right, culture === undefined ? {} : { culture })).toBe(order === 0);
});
