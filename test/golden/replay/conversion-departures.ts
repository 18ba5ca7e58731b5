import { isTruthy } from '../../../packages/core/src/bind/convert/is-truthy.js';
import type { ParameterType } from '../../../packages/core/src/declare/types/parameter-type.js';
import type { ConversionCase, Outcome } from './conversion-case.js';
import { decode, mentions, tagOf } from './conversion-values.js';

/**
 * Rules by which our result differs from PowerShell's on purpose; cmdlets.md marks them **SDK**. Each rule says what
 * the result must then be, so that it explains a difference only where our own expectation is met. They are for cases
 * that are not listed one by one in `deviations.json`.
 */
export function departureOf(
  given: ConversionCase,
  type: ParameterType | undefined,
  outcome: Outcome,
): string | undefined {
  if (type === undefined) return comparisonDepartures.find((rule) => rule.holds(given, outcome))?.reason;
  const value = given.parameter === undefined ? given.value : given.argument;
  return conversionDepartures.find((rule) => rule.holds(value, type, outcome, given))?.reason;
}

interface ConversionDeparture {
  readonly reason: string;
  holds(value: unknown, type: ParameterType, outcome: Outcome, given: ConversionCase): boolean;
}

const ISO_DATE = /^\s*\d{4}-\d\d(-\d\d([T ]\d\d:\d\d(:\d\d([.,]\d+)?)?(Z|[+-]\d\d:?\d\d)?)?)?\s*$/;
const NET_DATE = /\d{1,2}[/.]\d{1,2}[/.]\d{4} \d{1,2}:\d\d:\d\d(?:\s[AP]M)?/g;
const RADIX = /^\s*(-?)(?:0x|#|&h)([0-9a-f]+)\s*$|^\s*(-?)(0b[01]+)\s*$/i;

const conversionDepartures: readonly ConversionDeparture[] = [
  {
    reason: '4.4 numbers: an integer held in a number must be a safe integer',
    holds: (_, type, outcome, { expect }) =>
      type.kind === 'integer' && typeof decode(expect.value) === 'bigint' && errorId(outcome).startsWith('InvalidCast'),
  },
  {
    reason: '4.4 numbers: hexadecimal and binary text is a magnitude',
    holds: (value, type, outcome) => {
      const match = typeof value === 'string' ? RADIX.exec(value) : null;
      if (match === null) return false;
      const magnitude = BigInt(match[4] ?? `0x${match[2]}`) * ((match[1] ?? match[3]) === '-' ? -1n : 1n);
      if (type.kind === 'bigint') return bigintIn(resultOf(outcome)) === String(magnitude);
      if (type.kind !== 'integer') return resultOf(outcome) === Number(magnitude);
      const fits = magnitude >= BigInt(type.min) && magnitude <= BigInt(type.max);
      return fits ? resultOf(outcome) === Number(magnitude) : errorId(outcome) !== '';
    },
  },
  {
    reason: '4.4 numbers: text becomes a bigint exactly, digit by digit',
    holds: (value, type, outcome, { expect }) => {
      if (type.kind !== 'bigint' || typeof value !== 'string') return false;
      const [ours, theirs] = [Number(bigintIn(resultOf(outcome))), Number(bigintIn(expect.value))];
      return Math.abs(ours - theirs) <= Math.abs(theirs) * 1e-14;
    },
  },
  {
    reason: '4.4 date: ISO 8601 text only',
    holds: (value, type, outcome) =>
      bare(type).kind === 'date' && typeof value === 'string' && !ISO_DATE.test(value) && isParseError(outcome),
  },
  {
    reason: '4.4 date: numbers are milliseconds since 1970',
    holds: (value, type, outcome) => {
      if (bare(type).kind !== 'date' || typeof decode(value) !== 'number') return false;
      const date = new Date(Number(decode(value)));
      return Number.isNaN(date.getTime())
        ? errorId(outcome) !== ''
        : JSON.stringify(resultOf(outcome)) === JSON.stringify({ $date: date.toISOString() });
    },
  },
  {
    reason: '4.4 string: a date is ISO 8601 text',
    holds: (value, type, outcome, { expect }) =>
      innermost(type).kind === 'string' &&
      mentions(value, '$date') &&
      withoutDates(expect.value, NET_DATE) === withoutDates(resultOf(outcome), /\d{4}-\d\d-\d\dT[\d:.]+Z/g),
  },
  {
    reason: '4.4 durations: numbers are milliseconds',
    holds: (value, type, outcome) =>
      bare(type).kind === 'duration' && typeof decode(value) === 'number' && errorId(outcome) === '',
  },
  {
    reason: '4.4 durations: text with a colon or ISO 8601, invariant',
    holds: (value, type, outcome) => {
      if (bare(type).kind !== 'duration' || typeof value !== 'string') return false;
      return /^\s*[+-]?P/i.test(value) ? errorId(outcome) === '' : /^[^:]*$|,/.test(value) && isParseError(outcome);
    },
  },
  {
    reason: '4.4 dictionary: every dictionary and plain objects, entry by entry',
    holds: (value, type, outcome, { expect }) =>
      type.kind === 'dictionary' &&
      expect.error !== undefined &&
      ['$hashtable', '$ordered', '$map', '$object'].includes(tagOf(value) ?? '') &&
      tagOf(resultOf(outcome)) === '$map',
  },
  {
    reason: '4.3: a switch is a boolean; true and false as text, and any number, are accepted',
    holds: (value, type, outcome) => {
      const { kind } = bare(type);
      const plain = decode(value);
      if (kind !== 'boolean' && kind !== 'switch') return false;
      const word = typeof plain === 'string' && /^(true|false)$/i.test(plain);
      const truth = word ? plain.toLowerCase() === 'true' : Boolean(plain);
      return (word || ['boolean', 'number', 'bigint'].includes(typeof plain)) && resultOf(outcome) === truth;
    },
  },
  {
    reason: '4.2: every iterable except strings is a list',
    holds: (value, type, outcome, { parameter, to }) => {
      const tag = tagOf(value) ?? '';
      const toCollection = /^(list:|iset)/.test(parameter ?? to ?? '');
      if (toCollection && (tag === '$list' || tag === '$arraylist')) return errorId(outcome) === '';
      if (!['$set', '$queue', '$iterator'].includes(tag)) return false;
      if (type.kind === 'array' || type.kind === 'set') return errorId(outcome) === '';
      return parameter !== undefined && errorId(outcome) === 'CannotConvertArgument';
    },
  },
  {
    reason: 'A list type is an array here, and names the element that failed',
    holds: (_, type, outcome, { to, expect }) =>
      type.kind === 'array' &&
      to?.startsWith('list:') === true &&
      expect.error !== undefined &&
      errorId(outcome) !== '',
  },
];

interface ComparisonDeparture {
  readonly reason: string;
  holds(given: ConversionCase, outcome: Outcome): boolean;
}

const comparisonDepartures: readonly ComparisonDeparture[] = [
  {
    reason: '4.4 date: ISO 8601 text and milliseconds',
    holds: ({ left, right }, outcome) => {
      const sides = [left, right];
      const date = sides.find((side) => tagOf(side) === '$date');
      const other = sides.find((side) => tagOf(side) !== '$date');
      if (date === undefined || !['string', 'number'].includes(typeof other)) return false;
      const { equals = undefined } = outcome as { equals?: boolean };
      const time = (decode(date) as Date).getTime();
      return equals === (typeof other === 'number' && other === time) && !ISO_DATE.test(String(other));
    },
  },
  {
    reason: '4.4 durations: numbers are milliseconds',
    holds: ({ left, right }, outcome) =>
      tagOf(left) === '$duration' &&
      typeof right === 'number' &&
      (outcome as { compare?: unknown }).compare === Math.sign(Number(decode(left)) - right),
  },
  {
    reason: '4.3: a switch holds a plain boolean',
    holds: ({ left, right }, outcome) =>
      tagOf(left) === '$switch' &&
      (outcome as { equals?: unknown }).equals === (decode(left) === isTruthy(decode(right))),
  },
  {
    reason: '4.4 numbers: fractions are not rounded',
    holds: ({ left, right }, outcome) =>
      typeof left === 'number' &&
      typeof right === 'string' &&
      /\./.test(right) &&
      (outcome as { compare?: unknown }).compare === Math.sign(left - Number(right)),
  },
];

function bare(type: ParameterType): ParameterType {
  return type.kind === 'nullable' ? type.element : type;
}

function innermost(type: ParameterType): ParameterType {
  return 'element' in type ? innermost(type.element) : type;
}

function resultOf(outcome: Outcome): unknown {
  return 'value' in outcome ? outcome.value : undefined;
}

function errorId(outcome: Outcome): string {
  return 'error' in outcome ? outcome.error.id : '';
}

function isParseError(outcome: Outcome): boolean {
  return (
    errorId(outcome) === 'InvalidCastParseTargetInvocation' || errorId(outcome) === 'CannotConvertArgumentNoMessage'
  );
}

function bigintIn(value: unknown): string {
  return String((value as { $bigint?: unknown } | undefined)?.$bigint ?? NaN);
}

/** A text, or the texts of a list, with dates replaced. */
function withoutDates(value: unknown, pattern: RegExp): string {
  return JSON.stringify(tagOf(value) === '$array' ? (value as { $array: unknown }).$array : value)?.replace(
    pattern,
    '‹date›',
  );
}
