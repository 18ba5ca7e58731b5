import type { ParameterMetadata } from '../../declare/metadata.js';
import type { ParameterType } from '../../declare/types/parameter-type.js';
import { ParameterBindingValidationException } from '../../records/exceptions.js';
import { typeNameOf } from '../../records/type-name.js';
import { canBeNull } from '../convert/can-be-null.js';
import { emptyArrayNotAllowed, emptyCollectionNotAllowed, emptyStringNotAllowed, nullNotAllowed } from './text.js';

/**
 * Refuses null and empty values as the parameter's declaration says. To be called for mandatory parameters, after the
 * validations; the value is the converted one.
 *
 * The declared type decides: an `Object` parameter takes an empty list. One level deep; empty dictionaries and blank
 * texts pass.
 *
 * @throws ParameterBindingValidationException, category InvalidData:
 *   `ParameterArgumentValidationErrorNullNotAllowed`, `…EmptyStringNotAllowed`, `…EmptyArrayNotAllowed`,
 *   `…EmptyCollectionNotAllowed`
 */
export function checkNullOrEmpty(value: unknown, parameter: ParameterMetadata): void {
  const { type } = parameter;
  checkSingle(value, type, parameter);
  if (type.kind === 'array' && Array.isArray(value)) checkList(value, value.length, type.element, parameter);
  if (type.kind === 'set' && value instanceof Set) checkList(value, value.size, type.element, parameter);
}

function checkSingle(value: unknown, type: ParameterType, parameter: ParameterMetadata): void {
  const bare = type.kind === 'nullable' ? type.element : type;
  if (value === null || value === undefined) {
    const takesNull = bare !== type && bare.kind === 'boolean';
    if (!parameter.allowNull && !takesNull) throw refused('NullNotAllowed', nullNotAllowed(parameter.name), parameter);
  } else if (value === '' && bare.kind === 'string' && !parameter.allowEmptyString) {
    throw refused('EmptyStringNotAllowed', emptyStringNotAllowed(parameter.name), parameter, value);
  }
}

function checkList(
  elements: Iterable<unknown>,
  count: number,
  elementType: ParameterType,
  parameter: ParameterMetadata,
): void {
  if (count === 0 && !parameter.allowEmptyCollection) {
    throw parameter.type.kind === 'array'
      ? refused('EmptyArrayNotAllowed', emptyArrayNotAllowed(parameter.name), parameter, elements)
      : refused('EmptyCollectionNotAllowed', emptyCollectionNotAllowed(parameter.name), parameter, elements);
  }
  const bare = elementType.kind === 'nullable' ? elementType.element : elementType;
  if (!canBeNull(bare)) return;
  for (const element of elements) checkSingle(element, elementType, parameter);
}

function refused(
  rule: 'NullNotAllowed' | 'EmptyStringNotAllowed' | 'EmptyArrayNotAllowed' | 'EmptyCollectionNotAllowed',
  message: string,
  parameter: ParameterMetadata,
  value: unknown = null,
): ParameterBindingValidationException {
  return new ParameterBindingValidationException(message, {
    errorId: `ParameterArgumentValidationError${rule}`,
    category: 'InvalidData',
    parameterName: parameter.name,
    parameterType: parameter.type.name,
    typeSpecified: typeNameOf(value),
  });
}
