import { typeNameOf } from '../../records/type-name.js';
import { enumerableElements, isPropertyBag } from './enumerable-elements.js';

/** How values become text. */
export interface TextOptions {
  /** Between the elements of a list. Default one blank. */
  readonly separator?: string;
  /** Numbers with at most 15 digits, as people read them: 0.3 for 0.1 + 0.2. Default the shortest exact text. */
  readonly fifteenDigits?: boolean;
  /** Dates as `05/06/2024 07:08:09` in local time. Default ISO 8601 in UTC. */
  readonly invariantDates?: boolean;
  /** What stands for a dictionary, and for a list inside a list. Default the name of the class. */
  readonly typeNameOf?: (value: unknown) => string;
}

/**
 * The text of a value, the same in every culture.
 *
 * Null is empty; booleans are `True` and `False`; dates are ISO 8601; the elements of a list are joined; a plain
 * object is `@{Name=Oslo; Size=5}`; anything else is asked for its own text.
 */
export function textOfValue(value: unknown, options: TextOptions = {}): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      return textOfNumber(value, options);
    case 'boolean':
      return value ? 'True' : 'False';
    case 'undefined':
      return '';
    case 'object':
      return value === null ? '' : textOfObject(value, options);
    default:
      return String(value);
  }
}

function textOfObject(value: object, options: TextOptions): string {
  const elements = listOf(value);
  if (elements !== undefined) {
    return Array.from(elements, (element) => textInside(element, options)).join(options.separator ?? ' ');
  }
  if (isPropertyBag(value)) {
    const properties = Object.entries(value).map(([name, content]) => `${name}=${textInside(content, options)}`);
    return properties.length === 0 ? '' : `@{${properties.join('; ')}}`;
  }
  if (value instanceof Date) return textOfDate(value, options);
  if (value instanceof RegExp) return textOfPattern(value);
  return value instanceof Map || !hasOwnText(value) ? typeName(value, options) : String(value);
}

/** One level deep: a list inside is its type's name, a plain object empty. */
function textInside(value: unknown, options: TextOptions): string {
  if (listOf(value) !== undefined) return typeName(value, options);
  return isPropertyBag(value) ? '' : textOfValue(value, options);
}

/** The elements of a list that has no text of its own; bytes are a list here. */
function listOf(value: unknown): Iterable<unknown> | undefined {
  const isBytes = ArrayBuffer.isView(value) && Symbol.iterator in value;
  const elements = isBytes ? (value as Uint8Array) : enumerableElements(value);
  return elements === undefined || hasOwnText(value) ? undefined : elements;
}

/** The pattern as it was written, without the slashes and escapes that the literal form needs. */
function textOfPattern({ source }: RegExp): string {
  return source === '(?:)' ? '' : source.replaceAll('\\/', '/');
}

function hasOwnText(value: unknown): boolean {
  const own = (value as { toString?: unknown }).toString;
  return typeof own === 'function' && own !== Object.prototype.toString && own !== Array.prototype.toString;
}

function typeName(value: unknown, options: TextOptions): string {
  return (options.typeNameOf ?? typeNameOf)(value);
}

function textOfDate(value: Date, options: TextOptions): string {
  if (Number.isNaN(value.getTime())) return 'Invalid Date';
  if (options.invariantDates !== true) return value.toISOString();
  const [month, day, hours, minutes, seconds] = [
    value.getMonth() + 1,
    value.getDate(),
    value.getHours(),
    value.getMinutes(),
    value.getSeconds(),
  ].map((part) => String(part).padStart(2, '0'));
  return `${month}/${day}/${String(value.getFullYear()).padStart(4, '0')} ${hours}:${minutes}:${seconds}`;
}

function textOfNumber(value: number, options: TextOptions): string {
  if (Object.is(value, -0)) return '-0';
  return options.fifteenDigits === true && Number.isFinite(value) ? withFifteenDigits(value) : String(value);
}

/** Plain from 1e-4 up to 1e15, with an exponent of at least two digits outside. */
function withFifteenDigits(value: number): string {
  const [mantissa = '', exponentText = '0'] = value.toExponential(14).split('e');
  const exponent = Number(exponentText);
  if (exponent > -5 && exponent < 15) return withoutTrailingZeros(value.toFixed(14 - exponent));
  const sign = exponent < 0 ? '-' : '+';
  return `${withoutTrailingZeros(mantissa)}E${sign}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

function withoutTrailingZeros(digits: string): string {
  return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
}
