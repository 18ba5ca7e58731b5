import {
  ComparisonException,
  ConversionException,
  compareText,
  compareValues,
  isPropertyBag,
  type TextComparison,
  textOfValue,
} from '@cmdlet/core';

/**
 * The order of two records, whatever they are: by the rules of comparison where these give one, else by their texts.
 *
 * Null comes before everything but negative numbers. Plain objects are all equal, as they have no text of their own.
 */
export function compareObjects(left: unknown, right: unknown, options: TextComparison): number {
  if (typeof left === 'number' && typeof right === 'number') return compareNumbers(left, right);
  if (typeof left === 'string' && typeof right === 'string') return compareText(left, right, options);
  if (isPropertyBag(left) && isPropertyBag(right)) return 0;
  try {
    return compareValues(left, right, options);
  } catch (error) {
    if (!(error instanceof ComparisonException) && !ConversionException.is(error)) throw error;
    return compareText(ownText(left), ownText(right), options);
  }
}

/** NaN comes first. */
function compareNumbers(left: number, right: number): number {
  if (left < right) return -1;
  if (left > right) return 1;
  return left === right ? 0 : Number(Number.isNaN(right)) - Number(Number.isNaN(left));
}

function ownText(value: unknown): string {
  return isPropertyBag(value) ? '' : textOfValue(value);
}
