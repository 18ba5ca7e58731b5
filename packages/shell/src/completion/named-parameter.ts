import type { ParameterDescription } from '@cmdlet/core';
import { isCommon } from './all-parameters.js';

/**
 * The parameter that a name, an alias, or the beginning of one means.
 *
 * A whole name goes before beginnings, unless the name is still being typed; of several that begin so, the only one that
 * is not common to all commands.
 *
 * @returns undefined if there is none, `ambiguous` if there are several
 */
export function namedParameter(
  parameters: readonly ParameterDescription[],
  name: string,
  isTyped: boolean = true,
): ParameterDescription | 'ambiguous' | undefined {
  const key = name.toLowerCase();
  const isCalled = (parameter: ParameterDescription, fits: (candidate: string) => boolean): boolean =>
    [parameter.name, ...parameter.aliases].some((each) => fits(each.toLowerCase()));
  if (isTyped) {
    const exact =
      parameters.find((each) => each.name.toLowerCase() === key) ??
      parameters.find((each) => isCalled(each, (candidate) => candidate === key));
    if (exact !== undefined) return exact;
  }
  const begun = parameters.filter((each) => isCalled(each, (candidate) => candidate.startsWith(key)));
  if (begun.length < 2) return begun[0];
  const own = begun.filter((each) => !isCommon(each));
  return isTyped && own.length === 1 ? own[0] : 'ambiguous';
}
