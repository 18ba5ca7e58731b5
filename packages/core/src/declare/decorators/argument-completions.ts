import type { ParameterAttribute } from './attribute.js';
import { declareAttribute } from './declare-attribute.js';

/** Proposes a fixed list of values while somebody types; unlike `@ValidateSet` it accepts others. */
export function ArgumentCompletions(...values: readonly string[]): ParameterAttribute {
  return declareAttribute('ArgumentCompletions', { kind: 'suggestions', values });
}
