import { Duration } from '../../declare/types/duration.js';
import { Double } from '../../declare/types/number-types.js';
import { DateType } from '../../declare/types/simple-types.js';
import type { RangeKind, RangeLimit } from '../../declare/validation-metadata.js';
import { typeNameOf } from '../../records/type-name.js';
import { compareText } from '../convert/compare-text.js';
import { ConversionException } from '../convert/conversion-exception.js';
import { convertTo } from '../convert/convert-to.js';
import { textOfValue } from '../convert/text-of-value.js';
import { aboveRange, belowRange, notInRangeType, wrongSign } from './text.js';
import { broken, forElements, type Validator } from './validator.js';

/**
 * `ValidateRange` with limits: the element is converted to the type of the limits for the test only.
 *
 * Numbers of any kind are compared by value, never rounded; NaN is below every minimum. Text is compared as text,
 * minding case.
 */
export function rangeValidator({ min, max }: { min: RangeLimit; max: RangeLimit }): Validator {
  const { convert, isBelow } = comparisonFor(min);
  return forElements((element) => {
    const value = converted(element, convert, min);
    if (isBelow(value, min)) throw broken('ValidateRangeTooSmall', belowRange(element, min));
    if (isBelow(max, value)) throw broken('ValidateRangeTooBig', aboveRange(element, max));
  });
}

/** `ValidateRange` with a kind: numbers and durations, text is not converted. */
export function rangeKindValidator({ rangeKind }: { rangeKind: RangeKind }): Validator {
  const { holds, wanted } = KINDS[rangeKind];
  return forElements((element) => {
    const value = element instanceof Duration ? element.milliseconds : element;
    if (typeof value !== 'number' && typeof value !== 'bigint') {
      throw broken('ValidationRangeElementType', notInRangeType(element, 'Number'));
    }
    if (!holds(value)) throw broken(`ValidateRange${rangeKind}Failure`, wrongSign(element, wanted));
  });
}

const KINDS: Readonly<
  Record<RangeKind, { readonly holds: (value: number | bigint) => boolean; readonly wanted: string }>
> = {
  Positive: { holds: (value) => value > 0, wanted: 'greater than zero' },
  NonNegative: { holds: (value) => value >= 0, wanted: 'greater than or equal to zero' },
  Negative: { holds: (value) => value < 0, wanted: 'less than zero' },
  NonPositive: { holds: (value) => value <= 0, wanted: 'less than or equal to zero' },
};

interface RangeComparison {
  readonly convert: (element: unknown) => RangeLimit;
  readonly isBelow: (left: RangeLimit, right: RangeLimit) => boolean;
}

function comparisonFor(limit: RangeLimit): RangeComparison {
  if (typeof limit === 'string') {
    return {
      convert: (element) => textOfValue(element),
      isBelow: (left, right) => compareText(String(left), String(right), { caseSensitive: true }) < 0,
    };
  }
  return {
    convert: limit instanceof Date ? (element) => convertTo(element, DateType) : toNumeric,
    isBelow: (left, right) => (Number.isNaN(left) ? !Number.isNaN(right) : left < right),
  };
}

function toNumeric(element: unknown): number | bigint {
  return typeof element === 'bigint' ? element : convertTo(element, Double);
}

function converted(element: unknown, convert: RangeComparison['convert'], limit: RangeLimit): RangeLimit {
  try {
    return convert(element);
  } catch (error) {
    if (!ConversionException.is(error)) throw error;
    throw broken('ValidationRangeElementType', notInRangeType(element, typeNameOf(limit)), error);
  }
}
