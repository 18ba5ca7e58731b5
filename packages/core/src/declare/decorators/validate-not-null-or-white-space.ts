import type { ParameterAttribute } from './attribute.js';
import { declareAttribute } from './declare-attribute.js';

/**
 * Refuses null, blank text and empty lists, and lists that hold null or blank text: `ArgumentIsNull`,
 * `ArgumentIsEmptyOrWhiteSpace`, `ArgumentCollectionContainsEmptyOrWhiteSpace`.
 */
export function ValidateNotNullOrWhiteSpace(): ParameterAttribute {
  return declareAttribute('ValidateNotNullOrWhiteSpace', {
    kind: 'validation',
    attribute: 'ValidateNotNullOrWhiteSpace',
    validation: { kind: 'ValidateNotNullOrWhiteSpace' },
  });
}
