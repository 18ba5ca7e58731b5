import { Duration } from '@cmdlet/core';
import { text } from '../text.js';

/** A length of time: milliseconds, `'5m'`, `'1h30m'`, `'250ms'`, `'00:05:00'`, `'PT5M'`, or a Duration. */
export type TimeSpan = number | string | Duration;

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const PARTS = /^(?:\s*\d+(?:\.\d+)?\s*(?:ms|[smhd]))+\s*$/i;
const PART = /(\d+(?:\.\d+)?)\s*(ms|[smhd])/gi;

/** @throws RangeError for what is no length of time, or a negative one */
export function millisecondsOf(span: TimeSpan): number {
  const milliseconds = typeof span === 'string' ? ofText(span) : Number(span);
  if (milliseconds === undefined || !(milliseconds >= 0)) throw new RangeError(text.noTimeSpan(String(span)));
  return milliseconds;
}

function ofText(given: string): number | undefined {
  if (!PARTS.test(given)) return Duration.parse(given)?.milliseconds;
  let sum = 0;
  for (const [, count, unit = ''] of given.matchAll(PART)) sum += Number(count) * (UNITS[unit.toLowerCase()] ?? 0);
  return sum;
}
