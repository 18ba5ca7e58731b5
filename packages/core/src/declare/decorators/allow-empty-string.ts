import type { ParameterAttribute } from './attribute.js';
import { declareAttribute } from './declare-attribute.js';

/** Lets a mandatory parameter be an empty text, or a list with empty texts in it. */
export function AllowEmptyString(): ParameterAttribute<'elements', string> {
  return declareAttribute('AllowEmptyString', { kind: 'allow', what: 'EmptyString' });
}
