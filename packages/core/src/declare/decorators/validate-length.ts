import type { ParameterAttribute } from './attribute.js';
import { declareAttribute } from './declare-attribute.js';

/**
 * Accepts texts of a length between two limits, in UTF-16 units; of a list, each element.
 *
 * Refusals: `ValidateLengthMinLengthFailure`, `ValidateLengthMaxLengthFailure`, `ValidateLengthNotString`.
 */
export function ValidateLength(minLength: number, maxLength: number): ParameterAttribute<'elements', string> {
  return declareAttribute('ValidateLength', {
    kind: 'validation',
    attribute: 'ValidateLength',
    validation: { kind: 'ValidateLength', minLength, maxLength },
  });
}
