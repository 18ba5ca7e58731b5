import type { ParameterMetadata } from '../declare/metadata.js';
import type { ParameterType } from '../declare/types/parameter-type.js';
import { convertArgument } from './convert/convert-argument.js';
import { validateArgument } from './validate/validate-argument.js';

/**
 * Why a parameter would not take what somebody typed for it; undefined if it would. Binds nothing.
 *
 * Where the author transforms arguments only binding can tell, and an empty answer is the binder's to refuse: it is how
 * somebody who has no answer gets away.
 *
 * @param answer for a parameter that holds a list, one element
 */
export function refusalOfAnswer(parameter: ParameterMetadata, answer: unknown): string | undefined {
  if (answer === '' || parameter.transformations.length > 0) return undefined;
  const element = elementOf(parameter.type);
  try {
    const value = convertArgument(answer, element ?? parameter.type, parameter.name);
    if (element === undefined) validateArgument(value, parameter);
    return undefined;
  } catch (failure) {
    const { cause = failure } = failure as Error;
    return cause instanceof Error ? cause.message : String(cause);
  }
}

/** What one element of a list is; undefined for types that are no lists. */
function elementOf(type: ParameterType): ParameterType | undefined {
  if (type.kind === 'nullable') return elementOf(type.element);
  return type.kind === 'array' || type.kind === 'set' ? type.element : undefined;
}
