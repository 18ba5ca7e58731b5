import { declarationsOn } from '../declarations.js';
import { forgetMetadata } from '../metadata-cache.js';
import type { Class } from '../types/parameter-type.js';
import type { CmdletAttribute } from './attribute.js';
import { type OutputTypeSpecifier, outputTypeNames } from './output-type-names.js';

/**
 * Says what a command writes to output, for help and completion; never checked. May stand on a class several times.
 *
 * @example
 * @OutputType(Forecast)
 * @OutputType(['Report', String], { parameterSetName: 'Summary' })
 */
export function OutputType(
  types: OutputTypeSpecifier | readonly OutputTypeSpecifier[],
  options: { readonly parameterSetName?: string | readonly string[] } = {},
): CmdletAttribute {
  return (target: Class<object>): void => {
    declarationsOn(target.prototype as object).outputTypes.push({
      names: outputTypeNames(types),
      parameterSetNames: [options.parameterSetName ?? []].flat(),
    });
    forgetMetadata(target);
  };
}
