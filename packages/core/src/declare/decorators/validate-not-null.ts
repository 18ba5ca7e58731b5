import type { ParameterAttribute } from './attribute.js';
import { declareAttribute } from './declare-attribute.js';

/**
 * Refuses null, and lists that hold null: `ArgumentIsNull`.
 */
export function ValidateNotNull(): ParameterAttribute {
  return declareAttribute('ValidateNotNull', {
    kind: 'validation',
    attribute: 'ValidateNotNull',
    validation: { kind: 'ValidateNotNull' },
  });
}
