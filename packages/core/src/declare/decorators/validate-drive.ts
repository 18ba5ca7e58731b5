import type { ParameterAttribute } from './attribute.js';
import { declareAttribute } from './declare-attribute.js';

/**
 * Accepts paths that begin with one of these drives.
 *
 * Refusals: `PathArgumentIsEmpty`, `PathArgumentIsNotValid`, `PathArgumentNoRoot`, `PathRootInvalid`.
 */
export function ValidateDrive(...drives: readonly string[]): ParameterAttribute<'elements', string> {
  return declareAttribute('ValidateDrive', {
    kind: 'validation',
    attribute: 'ValidateDrive',
    validation: { kind: 'ValidateDrive', drives },
  });
}
