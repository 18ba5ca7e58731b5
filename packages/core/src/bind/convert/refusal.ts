import { ConversionException } from './conversion-exception.js';
import { cannotConvert, cannotConvertBecause, cannotConvertNull } from './text.js';

/**
 * The error of a value for which a type has no conversion.
 *
 * Booleans and dates have an id of their own, as they have in PowerShell.
 */
export function refusal(value: unknown, typeName: string): ConversionException {
  if (value === null || value === undefined) {
    return new ConversionException('nullToObjectInvalidCast', cannotConvertNull(typeName));
  }
  const convertible = typeof value === 'boolean' || value instanceof Date;
  return new ConversionException(
    convertible ? 'InvalidCastIConvertible' : 'ConvertToFinalInvalidCastException',
    cannotConvert(value, typeName),
  );
}

/** The error of a text, or of a number taken as text, that a type's parser refused. */
export function parseFailure(value: unknown, typeName: string, reason: string, cause?: unknown): ConversionException {
  return new ConversionException(
    'InvalidCastParseTargetInvocation',
    cannotConvertBecause(value, typeName, reason),
    cause,
  );
}
