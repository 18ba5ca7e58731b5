import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Duration } from '../../../../packages/core/src/declare/types/duration.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

test.each([
  ['01:02:03', HOUR + 2 * MINUTE + 3_000],
  ['10:30', 10 * HOUR + 30 * MINUTE],
  ['1.02:03:04', DAY + 2 * HOUR + 3 * MINUTE + 4_000],
  ['1.02:03', DAY + 2 * HOUR + 3 * MINUTE],
  ['1:02:03:04', DAY + 2 * HOUR + 3 * MINUTE + 4_000],
  ['00:00:01.5', 1_500],
  ['-00:00:01', -1_000],
  [' 1:00 ', HOUR],
  ['PT1H30M', 90 * MINUTE],
  ['P2DT12H', 2.5 * DAY],
  ['P1W', 7 * DAY],
  ['-PT0.5S', -500],
  ['pt5m', 5 * MINUTE],
])('The text %j is %d ms', (text, milliseconds) => {
  expect(Duration.parse(text)?.milliseconds).toBe(milliseconds);
});

test.each([
  '',
  '5',
  '1.5',
  '25:00',
  '00:60',
  '00:00:60',
  '1.24:00:00',
  '00:00:01.12345678',
  '1kb',
  'P',
  'PT',
  'P1',
  '1h',
  `P${'9'.repeat(400)}D`,
])('%j is no duration', (text) => {
  expect(Duration.parse(text)).toBeUndefined();
});

test.each([
  [0, '00:00:00'],
  [90_000, '00:01:30'],
  [DAY + 4_500, '1.00:00:04.5000000'],
  [-1, '-00:00:00.0010000'],
  [0.0001, '00:00:00.0000001'],
  [0.00001, '00:00:00'],
])('%d ms are shown as %s', (milliseconds, text) => {
  expect(new Duration(milliseconds).toString()).toBe(text);
});

test('Durations have an order, for operators and for sorting', () => {
  const [short, long] = [new Duration(1), new Duration(2)];
  expect(short < long).toBe(true);
  expect(short.compareTo(long)).toBeLessThan(0);
  expect(short.equals(new Duration(1))).toBe(true);
  expect(short.equals(1)).toBe(false);
});

test.each([NaN, Infinity])('%d ms are no duration', (milliseconds) => {
  expect(() => new Duration(milliseconds)).toThrow(expect.objectContaining({ errorId: 'ArgumentOutOfRange' }) as Error);
});

test('The text of a duration means that duration', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (milliseconds) => {
      const duration = new Duration(milliseconds);
      expect(Duration.parse(duration.toString())?.milliseconds).toBe(milliseconds);
      expect(JSON.stringify(duration)).toBe(`"${duration.toString()}"`);
    }),
  );
});
