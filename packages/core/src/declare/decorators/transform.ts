import type { ArgumentTransformation } from '../metadata.js';
import type { ParameterAttribute } from './attribute.js';
import { declareAttribute } from './declare-attribute.js';

/**
 * Changes the argument before it is converted. Several run in the order on the page. Must be free of side effects.
 *
 * A throw is `ParameterArgumentTransformationError`.
 *
 * @example
 * @Parameter({ type: [String] }) @Transform((argument) => (typeof argument === 'string' ? argument.split(',') : argument))
 * names!: string[];
 */
export function Transform(
  transformation: ArgumentTransformation | ((argument: unknown) => unknown),
): ParameterAttribute {
  return declareAttribute('Transform', {
    kind: 'transformation',
    transformation: typeof transformation === 'function' ? { transform: transformation } : transformation,
  });
}
