import type { ParameterAttribute } from './attribute.js';
import { declareAttribute } from './declare-attribute.js';

/**
 * A rule of your own about the whole value: throw, or return false, to refuse it.
 *
 * @param name shown in help and in the error
 *
 * @example
 * const Even = Validate('Even', (value: number) => value % 2 === 0);
 * @Parameter() @Even port!: number;
 */
export function Validate<TValue = unknown>(
  name: string,
  validate: (value: TValue) => boolean | void,
): ParameterAttribute<'accepts', TValue> {
  return declareAttribute('Validate', {
    kind: 'validation',
    attribute: name,
    validation: { kind: 'Validate', name, validate: validate as (value: unknown) => boolean | void },
  });
}
