import { expect, test } from 'vitest';
import { isTruthy } from '../../../../packages/core/src/bind/convert/is-truthy.js';
import { Duration } from '../../../../packages/core/src/declare/types/duration.js';

test.each([null, undefined, false, 0, -0, 0n, '', [], [0], [''], [null], [[]]])('%o is false', (value) => {
  expect(isTruthy(value)).toBe(false);
});

test.each([
  true,
  1,
  NaN,
  1n,
  ' ',
  '0',
  'False',
  [true],
  [0, 0],
  [null, null],
  [[false]],
  {},
  new Set(),
  new Map(),
  [].values(),
  new Duration(0),
  () => false,
])('%o is true', (value) => {
  expect(isTruthy(value)).toBe(true);
});
