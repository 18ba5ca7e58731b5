import { MetadataException } from '../../records/exceptions.js';
import { typeNameOf } from '../../records/type-name.js';
import { type Place, text } from '../text.js';
import type { ParameterType } from '../types/parameter-type.js';
import type { RangeLimit, ValidationMetadata } from '../validation-metadata.js';

/** Throws for limits that nothing could satisfy or that cannot be compared, with the id of the cause. */
export function checkValidation(validation: ValidationMetadata, type: ParameterType, place: Place): void {
  switch (validation.kind) {
    case 'ValidateLength':
      checkLength(validation.minLength, validation.maxLength, place);
      break;
    case 'ValidateCount':
      checkCount(validation.minCount, validation.maxCount, place);
      if (!canBeCounted(type)) throw new MetadataException('NotAnArrayParameter', text.countOnScalar(place, type.name));
      break;
    case 'ValidateRange':
      checkRange(validation.min, validation.max, place);
      break;
    case 'ValidateSet':
      if (Array.isArray(validation.values)) checkList(validation.values, 'ValidateSet', place);
      break;
    case 'ValidateDrive':
      checkList(validation.drives, 'ValidateDrive', place);
      break;
    // These have no limits that could be wrong.
    case 'Validate':
    case 'ValidateNotNull':
    case 'ValidateNotNullOrEmpty':
    case 'ValidateNotNullOrWhiteSpace':
    case 'ValidatePattern':
    case 'ValidateRangeKind':
    case 'ValidateScript':
    case 'ValidateVariableName':
      break;
  }
}

function checkLength(min: number, max: number, place: Place): void {
  if (!isWhole(min, 0)) throw outOfRange(text.limitNegative(place, 'ValidateLength', 'minimum', min));
  if (!isWhole(max, 1)) throw outOfRange(text.limitTooSmall(place, 'ValidateLength', 'maximum', max));
  if (max < min) {
    throw new MetadataException(
      'ValidateLengthMaxLengthSmallerThanMinLength',
      text.limitsReversed(place, 'ValidateLength', min, max),
    );
  }
}

function checkCount(min: number, max: number, place: Place): void {
  if (!isWhole(min, 0)) throw outOfRange(text.limitNegative(place, 'ValidateCount', 'minimum', min));
  if (!isWhole(max, 1)) throw outOfRange(text.limitTooSmall(place, 'ValidateCount', 'maximum', max));
  if (max < min) {
    throw new MetadataException(
      'ValidateRangeMaxLengthSmallerThanMinLength',
      text.limitsReversed(place, 'ValidateCount', min, max),
    );
  }
}

function checkRange(min: RangeLimit | null | undefined, max: RangeLimit | null | undefined, place: Place): void {
  if (min === null || min === undefined || max === null || max === undefined) {
    throw new MetadataException('ArgumentNull', text.limitMissing(place, 'ValidateRange'));
  }
  const kinds = [min, max].map(comparableKind);
  const notComparable = kinds.indexOf(undefined);
  if (notComparable >= 0) {
    const typeName = typeNameOf(notComparable === 0 ? min : max);
    throw new MetadataException('MinRangeNotIComparable', text.limitNotComparable(place, typeName));
  }
  if (kinds[0] !== kinds[1]) {
    throw new MetadataException(
      'MinRangeNotTheSameTypeOfMaxRange',
      text.limitTypesDiffer(place, typeNameOf(min), typeNameOf(max)),
    );
  }
  if (isBefore(max, min)) {
    throw new MetadataException('MaxRangeSmallerThanMinRange', text.limitsReversed(place, 'ValidateRange', min, max));
  }
}

function checkList(values: readonly string[], attribute: string, place: Place): void {
  if (values.length === 0) throw outOfRange(text.noValues(place, attribute));
}

function isWhole(value: number, least: number): boolean {
  return (Number.isInteger(value) || value === Infinity) && value >= least;
}

/** Limits of one kind can be compared with each other; undefined for what has no order. */
function comparableKind(limit: unknown): string | undefined {
  if (typeof limit === 'bigint') return 'number';
  if (typeof limit === 'number') return Number.isNaN(limit) ? undefined : 'number';
  if (typeof limit === 'string') return 'string';
  return limit instanceof Date && !Number.isNaN(limit.getTime()) ? 'date' : undefined;
}

/** Limits that differ in case only are no mistake, whichever of them comes first. */
function isBefore(left: RangeLimit, right: RangeLimit): boolean {
  if (typeof left === 'string' && typeof right === 'string') return left.toLowerCase() < right.toLowerCase();
  return left < right;
}

/** A type whose values have a number of elements; an untyped parameter may get such a value. */
function canBeCounted(type: ParameterType): boolean {
  switch (type.kind) {
    case 'array':
    case 'set':
    case 'dictionary':
    case 'any':
      return true;
    case 'nullable':
      return canBeCounted(type.element);
    case 'class':
      return Symbol.iterator in Object(type.class.prototype);
    default:
      return false;
  }
}

function outOfRange(message: string): MetadataException {
  return new MetadataException('ArgumentOutOfRange', message);
}
