import { describe, test } from 'vitest';
import { Duration } from '../../../../packages/core/src/declare/types/duration.js';
import type { RangeKind, RangeLimit } from '../../../../packages/core/src/declare/validation-metadata.js';
import { expectPassed, expectRefused } from './refusing.js';

const between = (min: RangeLimit, max: RangeLimit) => ({ kind: 'ValidateRange', min, max }) as const;
const may = (day: number) => new Date(2024, 4, day);

describe('ValidateRange with limits', () => {
  test.each<[RangeLimit, RangeLimit, unknown]>([
    [1, 5, 1],
    [1, 5, 5],
    [1, 5, [1, 5]],
    [1, 5, []],
    [1, 5, '3'],
    [1, 5, 3n],
    [1, 5_000_000_000, 4_999_999_999],
    [1n, 10n, 2.5],
    [0.5, 1.5, 1.5],
    ['b', 'd', 'c'],
    [may(1), may(31), may(6)],
    [may(1), may(31), '2024-05-06'],
  ])('from %o to %o takes %o', (min, max, value) => {
    expectPassed(between(min, max), value);
  });

  test.each<[RangeLimit, RangeLimit, unknown, string]>([
    [1, 5, 0, 'ValidateRangeTooSmall'],
    [1, 5, 6, 'ValidateRangeTooBig'],
    [1, 5, [1, 5, 6, 0], 'ValidateRangeTooBig'],
    [1, 5, NaN, 'ValidateRangeTooSmall'],
    [1, 9, 9.4, 'ValidateRangeTooBig'],
    [1, 9, 0.9, 'ValidateRangeTooSmall'],
    [0.5, 1.5, 1.51, 'ValidateRangeTooBig'],
    [1, 5, 2n ** 64n, 'ValidateRangeTooBig'],
    ['b', 'd', 'dog', 'ValidateRangeTooBig'],
    ['b', 'd', 'A', 'ValidateRangeTooSmall'],
    [may(1), may(31), new Date(2025, 0), 'ValidateRangeTooBig'],
    [1, 5, 'x', 'ValidationRangeElementType'],
    [1, 5, {}, 'ValidationRangeElementType'],
    [1, 5, null, 'ArgumentIsEmpty'],
    [1, 5, [1, null], 'ArgumentIsEmpty'],
  ])('from %o to %o refuses %o as %s', (min, max, value, innerId) => {
    expectRefused(between(min, max), value, innerId);
  });

  test('tells the value and the limit', () => {
    expectRefused(between(1, 5), 6, 'ValidateRangeTooBig', /6 is greater than the maximum of 5/);
  });
});

describe('ValidateRange with a kind', () => {
  test.each<[RangeKind, unknown]>([
    ['Positive', 1],
    ['Positive', 1n],
    ['Positive', new Duration(1)],
    ['NonNegative', 0],
    ['Negative', -0.1],
    ['NonPositive', [0, -1]],
  ])('%s takes %o', (rangeKind, value) => {
    expectPassed({ kind: 'ValidateRangeKind', rangeKind }, value);
  });

  test.each<[RangeKind, unknown, string]>([
    ['Positive', 0, 'ValidateRangePositiveFailure'],
    ['Positive', [1, -1], 'ValidateRangePositiveFailure'],
    ['Positive', NaN, 'ValidateRangePositiveFailure'],
    ['Positive', new Duration(0), 'ValidateRangePositiveFailure'],
    ['NonNegative', -1, 'ValidateRangeNonNegativeFailure'],
    ['Negative', 0, 'ValidateRangeNegativeFailure'],
    ['NonPositive', 1, 'ValidateRangeNonPositiveFailure'],
    ['Positive', '1', 'ValidationRangeElementType'],
    ['Positive', null, 'ArgumentIsEmpty'],
  ])('%s refuses %o as %s', (rangeKind, value, innerId) => {
    expectRefused({ kind: 'ValidateRangeKind', rangeKind }, value, innerId);
  });
});
