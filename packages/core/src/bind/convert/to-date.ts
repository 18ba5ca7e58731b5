import { DateType } from '../../declare/types/simple-types.js';
import type { Converter } from './conversion.js';
import { ConversionException } from './conversion-exception.js';
import { parseFailure, refusal } from './refusal.js';
import { cannotConvertBecause, notADate, notMilliseconds } from './text.js';

/** Converts to a `Date`: ISO 8601 text, local unless it says otherwise, or milliseconds since 1970. */
export const toDate: Converter = (value, { options }) => {
  if (value instanceof Date) return value;
  const historical = options.historical === true;
  if (typeof value === 'string') {
    const date = parseIsoDate(value.trim()) ?? (historical ? parseAmericanDate(value) : undefined);
    if (date === undefined) throw parseFailure(value, DateType.name, notADate(value));
    return date;
  }
  if (typeof value === 'number') {
    const date = historical ? dateOfTicks(value) : new Date(value);
    if (!Number.isNaN(date.getTime())) return date;
    throw new ConversionException(
      'InvalidCastIConvertible',
      cannotConvertBecause(value, DateType.name, notMilliseconds()),
    );
  }
  throw refusal(value, DateType.name);
};

const ISO_8601 =
  /^(\d{4})-(\d{2})(?:-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?(?:([Zz])|([+-])(\d{2}):?(\d{2}))?)?)?$/;

/** `Date.parse` takes a date without time as UTC and guesses at other formats, so the parts are read here. */
function parseIsoDate(text: string): Date | undefined {
  const match = ISO_8601.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 1, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => (part === undefined ? undefined : Number(part)));
  const [, , , , , , , fraction = '', zulu, sign, offsetHours, offsetMinutes] = match;
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  if (year < 1 || hour > 23 || minute > 59 || second > 59) return undefined;
  const millisecond = Number(fraction.padEnd(3, '0').slice(0, 3));

  const date = new Date(0);
  if (zulu === undefined && sign === undefined) {
    date.setFullYear(year, month - 1, day);
    date.setHours(hour, minute, second, millisecond);
    return date;
  }
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second, millisecond);
  if (sign === undefined) return date;
  const offset = Number(offsetHours) * 60 + Number(offsetMinutes);
  if (offset > 14 * 60 || Number(offsetMinutes) > 59) return undefined;
  return new Date(date.getTime() + (sign === '-' ? offset : -offset) * 60_000);
}

const AMERICAN = /^\s*(?:\d{1,2}\/\d{1,2}\/\d{2,4}\b|(?:[a-z]+, )?(?:\d{1,2} [a-z]{3,}|[a-z]{3,} \d{1,2}),? \d{4}\b)/i;

/** Month first, or with the month's name, as the engine's own parser reads it. */
function parseAmericanDate(text: string): Date | undefined {
  const date = AMERICAN.test(text) ? new Date(text.trim()) : undefined;
  return date === undefined || Number.isNaN(date.getTime()) ? undefined : date;
}

/** Ticks of 100 ns since the beginning of the year 1, local. */
function dateOfTicks(ticks: number): Date {
  const utc = new Date(ticks / 10_000 - 62_135_596_800_000);
  return ticks >= 0 && Number.isInteger(ticks)
    ? new Date(utc.getTime() + utc.getTimezoneOffset() * 60_000)
    : new Date(NaN);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
