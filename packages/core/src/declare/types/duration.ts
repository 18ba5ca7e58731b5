import { brand, hasBrand } from '../../records/brand.js';
import { CmdletException } from '../../records/cmdlet-exception.js';
import { durationNotFinite } from './text.js';

const DURATION = brand('Duration');
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `[-][d.]hh:mm[:ss[.fffffff]]`, or the same with a colon behind the days. */
const CLOCK = /^(-)?(?:(\d+)[.:](?=\d+:\d+:\d+)|(\d+)\.(?=\d))?(\d+):(\d+)(?::(\d+)(?:\.(\d{1,7}))?)?$/;
const ISO_8601 =
  /^([+-])?P(?!$)(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?=\d)(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i;

/**
 * A length of time in milliseconds; may be negative and may have a fraction. Compares with `<` and `>`.
 *
 * @example
 * new Duration(90_000).toString();          // '00:01:30'
 * Duration.parse('PT1H30M')?.milliseconds;  // 5400000
 */
export class Duration {
  /** @throws CmdletException `ArgumentOutOfRange` for NaN and infinities */
  constructor(readonly milliseconds: number) {
    if (!Number.isFinite(milliseconds)) {
      throw new CmdletException(durationNotFinite(milliseconds), {
        errorId: 'ArgumentOutOfRange',
        category: 'InvalidArgument',
      });
    }
  }

  /**
   * The duration that a text means: `[-][d.]hh:mm[:ss[.fffffff]]` or ISO 8601 (`PT1H30M`, `P2DT12H`, `P1W`).
   * Undefined for any other text, a bare number too: it does not say of what.
   */
  static parse(text: string): Duration | undefined {
    const trimmed = text.trim();
    return parseClock(trimmed) ?? parseIso(trimmed);
  }

  /** Whether a value is one, of whichever copy of this package. */
  static is(value: unknown): value is Duration {
    return hasBrand(value, DURATION);
  }

  /** Negative if this one is shorter, positive if the other is, 0 if they are equal. */
  compareTo(other: Duration): number {
    return this.milliseconds - other.milliseconds;
  }

  equals(other: unknown): boolean {
    return Duration.is(other) && other.milliseconds === this.milliseconds;
  }

  valueOf(): number {
    return this.milliseconds;
  }

  /** `[-][d.]hh:mm:ss[.fffffff]`, as {@link Duration.parse} reads it. */
  toString(): string {
    // Ticks of 100 ns: as fine as the text can be, and whole numbers from here on.
    const ticks = Math.round(Math.abs(this.milliseconds) * 10_000);
    const seconds = Math.floor(ticks / 10_000_000);
    const fraction = ticks % 10_000_000;
    const days = Math.floor(seconds / 86_400);
    const clock = [Math.floor(seconds / 3_600) % 24, Math.floor(seconds / 60) % 60, seconds % 60]
      .map((part) => String(part).padStart(2, '0'))
      .join(':');
    const sign = this.milliseconds < 0 && ticks > 0 ? '-' : '';
    return `${sign}${days === 0 ? '' : `${days}.`}${clock}${fraction === 0 ? '' : `.${String(fraction).padStart(7, '0')}`}`;
  }

  toJSON(): string {
    return this.toString();
  }
}

Object.defineProperty(Duration.prototype, DURATION, { value: true });

function parseClock(text: string): Duration | undefined {
  const match = CLOCK.exec(text);
  if (match === null) return undefined;
  const [, sign, daysOfFull, daysOfShort, hours = '0', minutes = '0', seconds = '0', fraction = ''] = match;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  return signed(sign, [
    [Number(daysOfFull ?? daysOfShort ?? 0), DAY],
    [Number(hours), HOUR],
    [Number(minutes), MINUTE],
    [Number(`${seconds}.${fraction}`), SECOND],
  ]);
}

function parseIso(text: string): Duration | undefined {
  const match = ISO_8601.exec(text);
  if (match === null) return undefined;
  const [, sign, weeks, days, hours, minutes, seconds] = match;
  return signed(sign, [
    [Number(weeks ?? 0), 7 * DAY],
    [Number(days ?? 0), DAY],
    [Number(hours ?? 0), HOUR],
    [Number(minutes ?? 0), MINUTE],
    [Number(seconds ?? 0), SECOND],
  ]);
}

/** Undefined where the sum is too long to be a number. */
function signed(sign: string | undefined, parts: readonly (readonly [number, number])[]): Duration | undefined {
  const sum = parts.reduce((total, [count, unit]) => total + count * unit, 0);
  return Number.isFinite(sum) ? new Duration(sign === '-' && sum !== 0 ? -sum : sum) : undefined;
}
