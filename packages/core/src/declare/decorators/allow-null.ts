import type { ParameterAttribute } from './attribute.js';
import { declareAttribute } from './declare-attribute.js';

/** Lets a mandatory parameter be null, or a list with null in it. */
export function AllowNull(): ParameterAttribute<'nullable'> {
  return declareAttribute('AllowNull', { kind: 'allow', what: 'Null' });
}
