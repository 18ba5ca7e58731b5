import type { ParameterAttribute } from './attribute.js';
import { declareAttribute } from './declare-attribute.js';

/**
 * Accepts values for which a function says yes (anything truthy); of a list, each element.
 *
 * Refusal: `ValidateScriptFailure`; where the function throws, its own message.
 *
 * @param script annotate its argument: `(port: number) => port % 2 === 0`
 * @param options `errorMessage` replaces the message; `{0}` is the value, `{1}` the text of the function
 */
export function ValidateScript<TElement = unknown>(
  script: (element: TElement) => unknown,
  options: { readonly errorMessage?: string } = {},
): ParameterAttribute<'elements', TElement> {
  return declareAttribute('ValidateScript', {
    kind: 'validation',
    attribute: 'ValidateScript',
    validation: { kind: 'ValidateScript', script: script as (element: unknown) => unknown, ...options },
  });
}
