import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countSets,
  intersect,
  isEmpty,
  isUndecided,
  maskOfSet,
  needsWideMask,
  onlySetIndex,
  overlap,
  setIndexes,
  UNDECIDED,
  unite,
  widened,
  without,
} from '../../../packages/core/src/bind/parameter-set-mask.js';

describe.each([
  ['number', false],
  ['bigint', true],
])('A mask held in a %s', (_, wide) => {
  const none = wide ? 0n : 0;
  const maskOf = (indexes: readonly number[]) =>
    indexes.reduce((mask, index) => unite(mask, maskOfSet(index, wide)), widened(none, wide));
  const someSets = fc.uniqueArray(fc.integer({ min: 0, max: wide ? 70 : 30 }));

  it('behaves as a set of set numbers', () => {
    fc.assert(
      fc.property(someSets, someSets, (left, right) => {
        const [a, b] = [maskOf(left), maskOf(right)];
        const sorted = (list: number[]) => list.sort((x, y) => x - y);
        expect(setIndexes(a)).toEqual(sorted([...left]));
        expect(setIndexes(intersect(a, b))).toEqual(sorted(left.filter((index) => right.includes(index))));
        expect(setIndexes(without(a, b))).toEqual(sorted(left.filter((index) => !right.includes(index))));
        expect(countSets(a)).toBe(left.length);
        expect(overlap(a, b)).toBe(left.some((index) => right.includes(index)));
        expect(isEmpty(a)).toBe(left.length === 0);
        expect(onlySetIndex(a)).toBe(left.length === 1 ? left[0] : -1);
        expect(isUndecided(a)).toBe(false);
      }),
    );
  });

  it('holds every set and counts as one while nothing is decided', () => {
    const undecided = widened(UNDECIDED, wide);
    expect(isUndecided(undecided)).toBe(true);
    expect(countSets(undecided)).toBe(1);
    expect(intersect(undecided, maskOf([3, 5]))).toBe(maskOf([3, 5]));
    expect(onlySetIndex(undecided)).toBe(-1);
  });
});

describe('The kind of a mask', () => {
  it('is a number up to 31 sets', () => {
    expect([needsWideMask(31), needsWideMask(32)]).toEqual([false, true]);
  });
});
