import { declarationsOn } from '../declarations.js';
import { forgetMetadata } from '../metadata-cache.js';
import type { CmdletAttribute, ParameterAttribute } from './attribute.js';
import { isClassTarget } from './class-target.js';
import { declareAttribute } from './declare-attribute.js';

/**
 * Warns whoever uses the parameter, or calls the command where it stands on a class.
 *
 * @param message what to use instead
 */
export function Obsolete(message = ''): ParameterAttribute & CmdletAttribute {
  const onProperty = declareAttribute('Obsolete', { kind: 'obsolete', message });
  return (target: unknown, place?: unknown): void => {
    if (isClassTarget(target, place)) {
      declarationsOn(target.prototype as object).obsolete = message;
      forgetMetadata(target);
    } else onProperty(target, place);
  };
}
