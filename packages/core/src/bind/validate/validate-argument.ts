import type { ParameterMetadata } from '../../declare/metadata.js';
import type { ValidationMetadata } from '../../declare/validation-metadata.js';
import { ParameterBindingValidationException, PipelineStoppedException } from '../../records/exceptions.js';
import { typeNameOf } from '../../records/type-name.js';
import { enumerableElements, isOneShot } from '../convert/enumerable-elements.js';
import { argumentRefused } from './text.js';
import { countValidator } from './validate-count.js';
import { lengthValidator } from './validate-length.js';
import { driveValidator, validateVariableName } from './validate-name.js';
import { validateNotNull, validateNotNullOrEmpty, validateNotNullOrWhiteSpace } from './validate-not-null.js';
import { patternValidator } from './validate-pattern.js';
import { rangeKindValidator, rangeValidator } from './validate-range.js';
import { ruleValidator, scriptValidator } from './validate-script.js';
import { setValidator } from './validate-set.js';
import type { Validator } from './validator.js';

/**
 * Applies a parameter's validations to its converted value, in order; the first broken rule decides.
 *
 * A sequence that can be read only once is read into an array, which takes its place.
 *
 * @returns the value to assign: the same one, but for such a sequence and for the spelling of a canonical ValidateSet
 * @throws ParameterBindingValidationException `ParameterArgumentValidationError / InvalidData`; its cause is a
 *   ValidationMetadataException with the id of the rule, or what the author's own check threw
 */
export function validateArgument(value: unknown, parameter: ParameterMetadata): unknown {
  const { validations } = parameter;
  if (validations.length === 0) return value;
  try {
    return validations.reduce((current, rule) => validatorOf(rule)(current), readOnce(value));
  } catch (error) {
    if (PipelineStoppedException.is(error)) throw error;
    throw refused(error, value, parameter);
  }
}

function readOnce(value: unknown): unknown {
  const elements = enumerableElements(value);
  return elements !== undefined && isOneShot(elements) ? [...elements] : value;
}

function validatorOf(rule: ValidationMetadata): Validator {
  let validator = validators.get(rule);
  if (validator === undefined) {
    validator = makeValidator(rule);
    validators.set(rule, validator);
  }
  return validator;
}

const validators = new WeakMap<ValidationMetadata, Validator>();

function makeValidator(rule: ValidationMetadata): Validator {
  switch (rule.kind) {
    case 'ValidateLength':
      return lengthValidator(rule);
    case 'ValidateRange':
      return rangeValidator(rule);
    case 'ValidateRangeKind':
      return rangeKindValidator(rule);
    case 'ValidatePattern':
      return patternValidator(rule);
    case 'ValidateSet':
      return setValidator(rule);
    case 'ValidateScript':
      return scriptValidator(rule);
    case 'ValidateCount':
      return countValidator(rule);
    case 'ValidateNotNull':
      return validateNotNull;
    case 'ValidateNotNullOrEmpty':
      return validateNotNullOrEmpty;
    case 'ValidateNotNullOrWhiteSpace':
      return validateNotNullOrWhiteSpace;
    case 'ValidateDrive':
      return driveValidator(rule);
    case 'ValidateVariableName':
      return validateVariableName;
    case 'Validate':
      return ruleValidator(rule);
  }
}

function refused(error: unknown, value: unknown, parameter: ParameterMetadata): ParameterBindingValidationException {
  const reason = error instanceof Error ? error.message : String(error);
  return new ParameterBindingValidationException(argumentRefused(parameter.name, reason), {
    errorId: 'ParameterArgumentValidationError',
    category: 'InvalidData',
    cause: error,
    parameterName: parameter.name,
    parameterType: parameter.type.name,
    typeSpecified: typeNameOf(value),
  });
}
