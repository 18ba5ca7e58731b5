import { expect, test } from 'vitest';
import { convertTo } from '../../../../packages/core/src/bind/convert/convert-to.js';
import { Duration } from '../../../../packages/core/src/declare/types/duration.js';
import { failingWith } from './failing-with.js';

test.each<[unknown, number]>([
  ['00:01:30', 90_000],
  ['PT1H', 3_600_000],
  [250, 250],
  [0.5, 0.5],
  [new Duration(7), 7],
])('A duration is made from %j', (value, milliseconds) => {
  expect(convertTo(value, Duration).milliseconds).toBe(milliseconds);
});

test.each([
  ['5', 'InvalidCastParseTargetInvocation'],
  ['soon', 'InvalidCastParseTargetInvocation'],
  [null, 'nullToObjectInvalidCast'],
  [true, 'InvalidCastIConvertible'],
  [Infinity, 'ConvertToFinalInvalidCastException'],
  [{ hours: 1 }, 'ConvertToFinalInvalidCastException'],
])('A duration is not made from %j', (value, errorId) => {
  expect(() => convertTo(value, Duration)).toThrow(failingWith(errorId));
});

test('History takes whole-number text as days and numbers as ticks', () => {
  expect(convertTo('2', Duration, { historical: true }).toString()).toBe('2.00:00:00');
  expect(convertTo(20_000_000, Duration, { historical: true }).toString()).toBe('00:00:02');
});
