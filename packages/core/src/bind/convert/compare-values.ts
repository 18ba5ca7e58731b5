import { Double } from '../../declare/types/number-types.js';
import type { Class } from '../../declare/types/parameter-type.js';
import { DateType } from '../../declare/types/simple-types.js';
import { typeOf } from '../../declare/types/type-of.js';
import { compareText, equalText, type TextComparison } from './compare-text.js';
import { ComparisonException } from './comparison-exception.js';
import { ConversionException } from './conversion-exception.js';
import { convertTo } from './convert-to.js';
import { isTruthy } from './is-truthy.js';
import { couldNotCompare, notComparable } from './text.js';
import { textOfValue } from './text-of-value.js';

/**
 * The order of two values: -1, 0 or 1. The right one is converted to the type of the left one.
 *
 * Numbers of any kind are compared by value; NaN comes first. Null is below everything, 0 included, but above
 * negative numbers. Objects have an order if they have a `compareTo(other)` method. Text ignores case unless asked.
 *
 * @throws ComparisonException `NotIcomparable` or `ComparisonFailure` where there is no order
 */
export function compareValues(left: unknown, right: unknown, options?: TextComparison): -1 | 0 | 1 {
  if (left === null || left === undefined) return compareWithNull(right, -1);
  if (right === null || right === undefined) return compareWithNull(left, 1);
  switch (typeof left) {
    case 'string':
      return compareText(left, textOfValue(right), options);
    case 'number':
    case 'bigint':
      return compareNumbers(left, numberOf(left, right));
    case 'boolean':
      return compareNumbers(Number(left), Number(isTruthy(right)));
    default:
      return compareObjects(left, right);
  }
}

/**
 * Whether two values are equal, by the rules of {@link compareValues}: values that cannot be converted are not.
 *
 * Objects are equal if they are one, or if their `equals(other)` or `compareTo(other)` method says so.
 */
export function equalValues(left: unknown, right: unknown, options?: TextComparison): boolean {
  if (left === right) return true;
  if (left === null || left === undefined || right === null || right === undefined) {
    return (left ?? null) === (right ?? null);
  }
  if (typeof left === 'string') return equalText(left, textOfValue(right), options);
  try {
    return typeof left === 'object' || typeof left === 'function'
      ? equalObjects(left, right)
      : compareValues(left, right, options) === 0;
  } catch (error) {
    if (error instanceof ComparisonException || ConversionException.is(error)) return false;
    throw error;
  }
}

/** @param sign the order of null and anything that is not a negative number */
function compareWithNull(other: unknown, sign: -1 | 1): -1 | 0 | 1 {
  if (other === null || other === undefined) return 0;
  return typeof other === 'number' && other < 0 ? (-sign as -1 | 1) : sign;
}

function numberOf(left: number | bigint, right: unknown): number | bigint {
  if (typeof right === 'number' || typeof right === 'bigint') return right;
  if (typeof left === 'number' && typeof right === 'string') return numberOfText(left, right);
  return converted(left, right, () => convertTo(right, typeof left === 'bigint' ? typeOf(BigInt) : Double));
}

/** One text is most often compared with many numbers, as in `Where-Object size -gt 500` from a system's shell. */
let lastText = '0';
let lastNumber = 0;

function numberOfText(left: number, right: string): number {
  if (right !== lastText) {
    lastNumber = converted(left, right, () => convertTo(right, Double));
    lastText = right;
  }
  return lastNumber;
}

function compareNumbers(left: number | bigint, right: number | bigint): -1 | 0 | 1 {
  if (left < right) return -1;
  if (left > right) return 1;
  // Equal, or one of them is NaN.
  return (Number(Number.isNaN(right)) - Number(Number.isNaN(left))) as -1 | 0 | 1;
}

interface Comparable {
  compareTo(other: unknown): number;
}

function compareObjects(left: object | symbol, right: unknown): -1 | 0 | 1 {
  if (left instanceof Date) {
    const date: Date = converted(left, right, () => convertTo(right, DateType));
    return compareNumbers(left.getTime(), date.getTime());
  }
  if (!isComparable(left)) {
    if (typeof left === 'object' && equalObjects(left, right)) return 0;
    throw new ComparisonException('NotIcomparable', notComparable(left));
  }
  return Math.sign(left.compareTo(converted(left, right, () => likewise(left, right)))) as -1 | 0 | 1;
}

function equalObjects(left: object, right: unknown): boolean {
  if (left === right) return true;
  if (left instanceof Date || (isComparable(left) && !hasEquals(left))) return compareObjects(left, right) === 0;
  if (hasEquals(left)) return left.equals(likewise(left, right));
  if (left instanceof URL) return left.href === (likewise(left, right) as URL).href;
  return false;
}

/** The right value as an instance of the left one's class. */
function likewise(left: object, right: unknown): unknown {
  const maker: unknown = left.constructor;
  return typeof maker === 'function' ? convertTo(right, typeOf(maker as Class)) : right;
}

/** @throws ComparisonException `ComparisonFailure` in place of a failed conversion */
function converted<T>(left: unknown, right: unknown, convert: () => T): T {
  try {
    return convert();
  } catch (error) {
    if (!ConversionException.is(error)) throw error;
    throw new ComparisonException('ComparisonFailure', couldNotCompare(left, right, error.message), error);
  }
}

function isComparable(value: unknown): value is object & Comparable {
  return typeof value === 'object' && value !== null && typeof (value as Partial<Comparable>).compareTo === 'function';
}

function hasEquals(value: object): value is object & { equals(other: unknown): boolean } {
  return typeof (value as { equals?: unknown }).equals === 'function';
}
