import type { ParameterAttribute } from './attribute.js';
import { declareAttribute } from './declare-attribute.js';

/**
 * Accepts values in whose text the pattern is found anywhere: anchor it with `^` and `$` if it is to fit as a whole.
 *
 * @param pattern text is compiled ignoring case; a regular expression is taken with its own flags
 * @param options `errorMessage` replaces the message of `ValidatePatternFailure`; `{0}` is the text, `{1}` the pattern
 */
export function ValidatePattern(
  pattern: string | RegExp,
  options: { readonly errorMessage?: string } = {},
): ParameterAttribute<'elements', string | number | bigint> {
  return declareAttribute('ValidatePattern', {
    kind: 'validation',
    attribute: 'ValidatePattern',
    validation: () => ({ kind: 'ValidatePattern', pattern: compile(pattern), ...options }),
  });
}

/** Without the flags that make a regular expression remember where it stopped. */
function compile(pattern: string | RegExp): RegExp {
  if (typeof pattern === 'string') return new RegExp(pattern, 'i');
  return new RegExp(pattern.source, pattern.flags.replaceAll(/[gy]/g, ''));
}
