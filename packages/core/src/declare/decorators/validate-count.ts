import type { ParameterAttribute } from './attribute.js';
import { declareAttribute } from './declare-attribute.js';

/**
 * Accepts lists with a number of elements between two limits. Only for collections: on a text it would count
 * characters, which is a declaration error (`NotAnArrayParameter`).
 *
 * Refusals: `ValidateCountMinMaxFailure`, `ValidateCountExactFailure`.
 */
export function ValidateCount(minCount: number, maxCount: number): ParameterAttribute<'collection'> {
  return declareAttribute('ValidateCount', {
    kind: 'validation',
    attribute: 'ValidateCount',
    validation: { kind: 'ValidateCount', minCount, maxCount },
  });
}
