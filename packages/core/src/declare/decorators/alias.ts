import { declarationsOn } from '../declarations.js';
import { forgetMetadata } from '../metadata-cache.js';
import type { CmdletAttribute, ParameterAttribute } from './attribute.js';
import { isClassTarget } from './class-target.js';
import { declareAttribute } from './declare-attribute.js';

/**
 * Further names: of a parameter, or of the command where it stands on a class. Compared ignoring case.
 *
 * @example
 * @Parameter() @Alias('Cn', 'Server') computerName!: string;
 */
export function Alias(...names: readonly string[]): ParameterAttribute & CmdletAttribute {
  const onProperty = declareAttribute('Alias', { kind: 'alias', names });
  return (target: unknown, place?: unknown): void => {
    if (isClassTarget(target, place)) {
      declarationsOn(target.prototype as object).aliases.push(names);
      forgetMetadata(target);
    } else onProperty(target, place);
  };
}
