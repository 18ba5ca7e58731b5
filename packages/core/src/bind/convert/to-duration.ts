import { Duration } from '../../declare/types/duration.js';
import { DurationType } from '../../declare/types/simple-types.js';
import type { Converter } from './conversion.js';
import { parseFailure, refusal } from './refusal.js';
import { notADuration } from './text.js';

const DAY = 24 * 60 * 60 * 1_000;
/** Ticks of 100 ns per millisecond. */
const TICKS = 10_000;
const DAYS = /^-?\d{1,8}$/;

/** Converts to a {@link Duration}: text with a colon, ISO 8601, or milliseconds. */
export const toDuration: Converter = (value, { options }) => {
  if (value instanceof Duration) return value;
  const historical = options.historical === true;
  if (typeof value === 'number' && Number.isFinite(value)) return new Duration(historical ? value / TICKS : value);
  if (typeof value !== 'string') throw refusal(value, DurationType.name);
  const duration =
    Duration.parse(value) ?? (historical && DAYS.test(value.trim()) ? new Duration(Number(value) * DAY) : undefined);
  if (duration === undefined) throw parseFailure(value, DurationType.name, notADuration(value));
  return duration;
};
