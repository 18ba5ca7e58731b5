import type { TypeOf, TypeSpecifier } from '../types/type-specifier.js';
import type { ParameterAttribute } from './attribute.js';
import { declareAttribute } from './declare-attribute.js';
import type { ParameterOptions } from './parameter-options.js';

/**
 * Makes a property a parameter of the cmdlet. May stand on it several times, once for each parameter set.
 *
 * The type of the parameter is `type`, else what the compiler left behind (legacy decorators with
 * `emitDecoratorMetadata`), else what the initial value tells; if none does, registration fails with
 * `ParameterTypeUnknown`. A boolean found by the last two ways is a switch; write `type: Boolean` for a parameter that
 * takes `$true` or `$false`.
 *
 * Parameters are listed in the order on the page; TC39 classes have their accessors and setters before their fields, as
 * the language applies decorators. Called by hand, decorators of one property are applied from the bottom to the top.
 *
 * @example
 * @Parameter({ mandatory: true, position: 0, valueFromPipeline: true }) city!: string;
 * @Parameter({ type: [Number] }) days: number[] = [];
 * @Parameter() force = false; // a switch
 */
export function Parameter<const TType extends TypeSpecifier | undefined = undefined>(
  options: ParameterOptions<TType> = {},
): ParameterAttribute<TType extends TypeSpecifier ? 'holds' : 'inferable', TypeOf<TType>> {
  return declareAttribute('Parameter', { kind: 'parameter', options });
}
