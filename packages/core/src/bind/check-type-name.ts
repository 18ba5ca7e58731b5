import { ParameterBindingArgumentTransformationException, ParameterBindingException } from '../records/exceptions.js';
import { typeNameOf } from '../records/type-name.js';
import type { BindableParameter } from './bindable-parameter.js';
import { about } from './binding-errors.js';
import { ConversionException } from './convert/conversion-exception.js';
import { enumerableElements } from './convert/enumerable-elements.js';
import { typeNameMismatch } from './text.js';

/**
 * Demands the wanted type name of a value, or of each element of a list; null has it.
 *
 * Type names are the names of the value's class and its bases, and its `Symbol.toStringTag`.
 *
 * @param converting decides the kind of the error: of a transformation while converting, plain otherwise
 * @throws ParameterBindingException `MismatchedPSTypeName`
 */
export function checkTypeName(value: unknown, parameter: BindableParameter, converting: boolean): void {
  const wanted = parameter.metadata.typeName;
  if (wanted === undefined) return;
  for (const element of enumerableElements(value) ?? [value]) {
    if (element === null || element === undefined || hasTypeName(element, wanted)) continue;
    const message = typeNameMismatch(parameter.name, wanted, typeNameOf(element));
    const Mismatch = converting ? ParameterBindingArgumentTransformationException : ParameterBindingException;
    throw new Mismatch(message, {
      errorId: 'MismatchedPSTypeName',
      category: 'InvalidArgument',
      ...about(parameter),
      typeSpecified: typeNameOf(element),
      cause: new ConversionException('ConvertToFinalInvalidCastException', message),
    });
  }
}

function hasTypeName(value: unknown, wanted: string): boolean {
  const name = wanted.toLowerCase();
  if (typeNameOf(value).toLowerCase() === name) return true;
  if (typeof value !== 'object' || value === null) return false;
  const tag: unknown = Reflect.get(value, Symbol.toStringTag);
  if (typeof tag === 'string' && tag.toLowerCase() === name) return true;
  for (
    let prototype: unknown = Object.getPrototypeOf(value);
    isObject(prototype);
    prototype = Object.getPrototypeOf(prototype)
  ) {
    const made: unknown = Object.hasOwn(prototype, 'constructor') ? prototype.constructor : undefined;
    if (typeof made === 'function' && made.name.toLowerCase() === name) return true;
  }
  return false;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
