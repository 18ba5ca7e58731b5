import type { ParameterAttribute } from './attribute.js';
import { declareAttribute } from './declare-attribute.js';

/**
 * Refuses null, empty text and empty lists, and lists that hold null or empty text: `ArgumentIsNull`, `ArgumentIsEmpty`,
 * `ArgumentCollectionContainsEmpty`.
 */
export function ValidateNotNullOrEmpty(): ParameterAttribute {
  return declareAttribute('ValidateNotNullOrEmpty', {
    kind: 'validation',
    attribute: 'ValidateNotNullOrEmpty',
    validation: { kind: 'ValidateNotNullOrEmpty' },
  });
}
