import { brand, hasBrand } from '../../records/brand.js';
import { CmdletException } from '../../records/cmdlet-exception.js';

const CONVERSION = brand('ConversionException');

/** Ids of failed conversions. They are PowerShell's, where the failure is one that TypeScript values can have. */
export type ConversionErrorId =
  /** There is no way from a value of this type to that type. */
  | 'ConvertToFinalInvalidCastException'
  /** Out of the limits of the type, or a boolean or date for something that is made from neither. */
  | 'InvalidCastIConvertible'
  | 'InvalidCastFromStringToInteger'
  | 'InvalidCastFromStringToDoubleOrSingle'
  /** Text that the type's parser refused; or a class's own `from` threw. */
  | 'InvalidCastParseTargetInvocation'
  | 'InvalidCastFromStringToUri'
  | 'InvalidCastFromStringToRegex'
  | 'InvalidCastFromStringToType'
  /** A single value for a list, and it is no element. */
  | 'InvalidCastExceptionScalarToArray'
  /** Null for a type that has no null and no zero. */
  | 'nullToObjectInvalidCast'
  | 'nullToEnumInvalidCast'
  /** A number that is no value of the enum. */
  | 'UndefinedIntegerToEnum'
  /** Text of a number that is no value of the enum. */
  | 'EnumParseUndefined'
  /** Text that names no member, or several. */
  | 'SubstringDisambiguationEnumParseThrewAnException'
  /** Several names for an enum that is no set of flags. */
  | 'SeveralNamesForEnum'
  /** A property of a class could not be assigned. */
  | 'ObjectCreationError';

/**
 * A value could not be converted to a type.
 *
 * An argument transformation that throws one says "does not fit", as a failed conversion does.
 */
export class ConversionException extends CmdletException {
  override name = 'ConversionException';
  constructor(errorId: ConversionErrorId, message: string, cause?: unknown) {
    super(message, { errorId, category: 'InvalidArgument', ...(cause === undefined ? {} : { cause }) });
  }

  /** Whether a value is a failed conversion, of this copy of the package or another. */
  static is(value: unknown): value is ConversionException {
    return hasBrand(value, CONVERSION);
  }
}

Object.defineProperty(ConversionException.prototype, CONVERSION, { value: true });
