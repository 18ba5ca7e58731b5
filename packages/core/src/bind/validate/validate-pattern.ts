import { textOfValue } from '../convert/text-of-value.js';
import { noMatch } from './text.js';
import { broken, customized, forElements, type Validator } from './validator.js';

/** `ValidatePattern`: the pattern is found anywhere in the element's text. */
export function patternValidator({ pattern, errorMessage }: { pattern: RegExp; errorMessage?: string }): Validator {
  // A copy, for `g` and `y` would make the answer depend on the value before.
  const finder = new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, ''));
  return forElements((element) => {
    const text = textOfValue(element);
    if (finder.test(text)) return;
    const message =
      errorMessage === undefined ? noMatch(text, pattern.source) : customized(errorMessage, text, pattern.source);
    throw broken('ValidatePatternFailure', message);
  });
}
