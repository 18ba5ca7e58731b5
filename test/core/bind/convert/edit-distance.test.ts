import fc from 'fast-check';
import { expect, it } from 'vitest';
import { editDistance } from '../../../../packages/core/src/bind/convert/edit-distance.js';

it.each([
  ['', '', 0],
  ['', 'abc', 3],
  ['get-process', 'get-process', 0],
  ['get-porcess', 'get-process', 1],
  ['get-proces', 'get-process', 1],
  ['get-processs', 'get-process', 1],
  ['kitten', 'sitting', 3],
  ['A', 'a', 1],
  // What was swapped is not touched again: by other rules this were 2.
  ['ca', 'abc', 3],
  ['aaaa', 'aaaa', 0],
])('From %j to %j it is %d', (from, to, expected) => {
  expect(editDistance(from, to)).toBe(expected);
});

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });

it('is the same in both directions, 0 for equal texts alone, and never more than the longer text', () => {
  fc.assert(
    fc.property(word, word, (from, to) => {
      const distance = editDistance(from, to);
      expect(editDistance(to, from)).toBe(distance);
      expect(distance === 0).toBe(from === to);
      expect(distance).toBeGreaterThanOrEqual(Math.abs(from.length - to.length));
      expect(distance).toBeLessThanOrEqual(Math.max(from.length, to.length));
    }),
  );
});

it('is 1 after two different neighbours changed places', () => {
  fc.assert(
    fc.property(word, word, (head, tail) => {
      expect(editDistance(`${head}xy${tail}`, `${head}yx${tail}`)).toBe(1);
    }),
  );
});
