import type { ParameterType } from '../../declare/types/parameter-type.js';
import { typeOf } from '../../declare/types/type-of.js';
import type { TypeOf, TypeSpecifier } from '../../declare/types/type-specifier.js';
import { conversionWith } from './conversion.js';
import type { ConversionOptions } from './conversion-options.js';
import { converterOf } from './converter-of.js';

/**
 * Converts a value to a type by the general rules, in which null is zero or empty and booleans are a matter of truth.
 *
 * @throws ConversionException if the value does not fit; its `errorId` says why
 *
 * @example
 * convertTo('1kb', Int32);      // 1024
 * convertTo(['1', 2], [Int32]); // [1, 2]
 */
export function convertTo<const S extends TypeSpecifier>(
  value: unknown,
  type: S,
  options?: ConversionOptions,
): TypeOf<S> {
  const parameterType: ParameterType = typeOf(type);
  return converterOf(parameterType)(value, conversionWith(options)) as TypeOf<S>;
}
