import type { Duration } from '../types/duration.js';
import type { RangeKind, RangeLimit } from '../validation-metadata.js';
import type { ParameterAttribute } from './attribute.js';
import { type AnyAttribute, declareAttribute } from './declare-attribute.js';

/**
 * Accepts values between two limits, both included, or on one side of zero; of a list, each element.
 *
 * Refusals: `ValidateRangeTooSmall`, `ValidateRangeTooBig`, `ValidateRangePositiveFailure` and the like.
 *
 * @example
 * @Parameter() @ValidateRange(-90, 90) latitude!: number;
 * @Parameter() @ValidateRange('Positive') days!: number;
 * @Parameter() @ValidateRange('a', 'f') drive!: string;
 */
export function ValidateRange(rangeKind: RangeKind): ParameterAttribute<'elements', number | bigint | Duration>;
export function ValidateRange<TLimit extends RangeLimit>(
  min: TLimit,
  max: TLimit,
): ParameterAttribute<'elements', Comparable<TLimit>>;
export function ValidateRange(...limits: readonly [RangeKind] | readonly [RangeLimit, RangeLimit]): AnyAttribute {
  return declareAttribute('ValidateRange', {
    kind: 'validation',
    attribute: 'ValidateRange',
    validation:
      limits.length === 1
        ? { kind: 'ValidateRangeKind', rangeKind: limits[0] }
        : { kind: 'ValidateRange', min: limits[0], max: limits[1] },
  });
}

/** What can be compared with a limit. */
type Comparable<TLimit extends RangeLimit> = TLimit extends number | bigint
  ? number | bigint
  : TLimit extends string
    ? string
    : TLimit;
