import { expect, test } from 'vitest';
import { convertTo } from '../../../../packages/core/src/bind/convert/convert-to.js';
import { failingWith } from './failing-with.js';

test.each<[string, Date]>([
  ['2024-05-06', new Date(2024, 4, 6)],
  ['2024-05', new Date(2024, 4, 1)],
  ['2024-05-06T07:08', new Date(2024, 4, 6, 7, 8)],
  ['2024-05-06 07:08:09', new Date(2024, 4, 6, 7, 8, 9)],
  ['2024-05-06T07:08:09.123', new Date(2024, 4, 6, 7, 8, 9, 123)],
  ['2024-05-06T07:08:09.1239999', new Date(2024, 4, 6, 7, 8, 9, 123)],
  ['  2024-02-29  ', new Date(2024, 1, 29)],
])('The text %j is local time', (text, expected) => {
  expect(convertTo(text, Date)).toEqual(expected);
});

test.each([
  ['2024-05-06T07:08:09Z', '2024-05-06T07:08:09.000Z'],
  ['2024-05-06T07:08:09+02:00', '2024-05-06T05:08:09.000Z'],
  ['2024-05-06T07:08:09-0530', '2024-05-06T12:38:09.000Z'],
  ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
])('The text %j says its offset', (text, expected) => {
  expect(convertTo(text, Date).toISOString()).toBe(expected);
});

test.each([
  '',
  'today',
  '2024',
  '20240506',
  '5/6/2024',
  '6 May 2024',
  '2024-13-01',
  '2023-02-29',
  '2024-04-31',
  '2024-05-06T24:00',
  '2024-05-06T07:60',
  '2024-05-06T07:08:09+15:00',
  '2024-5-6',
])('The text %j is no date', (text) => {
  expect(() => convertTo(text, Date)).toThrow(failingWith('InvalidCastParseTargetInvocation'));
});

test('A date stays the same object, and a number is milliseconds since 1970', () => {
  const date = new Date();
  expect(convertTo(date, Date)).toBe(date);
  expect(convertTo(86_400_000, Date).toISOString()).toBe('1970-01-02T00:00:00.000Z');
});

test.each([
  [NaN, 'InvalidCastIConvertible'],
  [1e300, 'InvalidCastIConvertible'],
  [true, 'InvalidCastIConvertible'],
  [null, 'nullToObjectInvalidCast'],
  [5n, 'ConvertToFinalInvalidCastException'],
  [['2024-05-06'], 'ConvertToFinalInvalidCastException'],
])('%o is no date', (value, errorId) => {
  expect(() => convertTo(value, Date)).toThrow(failingWith(errorId));
});

test('History takes American dates and ticks', () => {
  const historical = { historical: true };
  expect(convertTo('5/6/2024 7:08 PM', Date, historical)).toEqual(new Date(2024, 4, 6, 19, 8));
  expect(convertTo('Monday, May 6, 2024', Date, historical)).toEqual(new Date(2024, 4, 6));
  expect(() => convertTo('13/6/2024', Date, historical)).toThrow(failingWith('InvalidCastParseTargetInvocation'));
  expect(() => convertTo(-1, Date, historical)).toThrow(failingWith('InvalidCastIConvertible'));
  expect(convertTo(638_505_760_890_000_000, Date, historical).getFullYear()).toBe(2024);
});
