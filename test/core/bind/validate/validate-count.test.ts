import { test } from 'vitest';
import { expectPassed, expectRefused } from './refusing.js';

const oneToThree = { kind: 'ValidateCount', minCount: 1, maxCount: 3 } as const;
const two = { kind: 'ValidateCount', minCount: 2, maxCount: 2 } as const;

test.each<[unknown]>([[[1]], [[1, 2, 3]], [new Set([1])], [new Map([['a', 1]])]])('%o passes', (value) => {
  expectPassed(oneToThree, value);
});

test('Null counts as no values', () => {
  expectPassed({ ...oneToThree, minCount: 0 }, null);
  expectRefused(oneToThree, null, 'ValidateCountMinMaxFailure', /at least 1 and at most 3 values, and 0/);
});

test.each<[unknown, string]>([
  [[], 'ValidateCountMinMaxFailure'],
  [[1, 2, 3, 4], 'ValidateCountMinMaxFailure'],
  ['ab', 'NotAnArrayParameter'],
  [5, 'NotAnArrayParameter'],
])('%o is refused as %s', (value, innerId) => {
  expectRefused(oneToThree, value, innerId);
});

test('An exact count has an id of its own', () => {
  expectRefused(two, [1], 'ValidateCountExactFailure', /exactly 2 values, and 1/);
});
