import type { ParameterAttribute } from './attribute.js';
import { declareAttribute } from './declare-attribute.js';

/** Lets a mandatory parameter be an empty list. */
export function AllowEmptyCollection(): ParameterAttribute<'collection'> {
  return declareAttribute('AllowEmptyCollection', { kind: 'allow', what: 'EmptyCollection' });
}
