import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Version } from '../../../../packages/core/src/declare/types/version.js';

test.each([
  ['1.2', '1.2'],
  ['1.2.3', '1.2.3'],
  ['1.2.3.4', '1.2.3.4'],
  [' 1.02 ', '1.2'],
])('The text %j is the version %s', (text, shown) => {
  expect(String(Version.parse(text))).toBe(shown);
});

test.each(['', '1', '1.', '.1', '1.2.3.4.5', 'a.b', '1.-2', '1.2147483648', '1,2'])('%j is no version', (text) => {
  expect(Version.parse(text)).toBeUndefined();
});

test.each([
  ['1.9', '1.10', -1],
  ['2.0', '1.99', 1],
  ['1.2', '1.2.0', -1],
  ['1.2.0', '1.2.0.0', -1],
  ['1.2.3', '1.2.3', 0],
])('%s compared with %s is %d', (left, right, order) => {
  expect(Math.sign(Version.parse(left)!.compareTo(Version.parse(right)!))).toBe(order);
  expect(Version.parse(left)!.equals(Version.parse(right))).toBe(order === 0);
});

test.each([-1, 1.5, NaN, 2 ** 31])('A part of %d is out of range', (part) => {
  expect(() => new Version(1, part)).toThrow(expect.objectContaining({ errorId: 'ArgumentOutOfRange' }) as Error);
});

test('The text of a version means that version', () => {
  const part = fc.integer({ min: 0, max: 2 ** 31 - 1 });
  fc.assert(
    fc.property(fc.array(part, { minLength: 2, maxLength: 4 }), ([major = 0, minor = 0, ...rest]) => {
      const version = new Version(major, minor, ...rest);
      expect(Version.parse(version.toString())).toEqual(version);
      expect(JSON.stringify(version)).toBe(`"${version.toString()}"`);
    }),
  );
});
