import type { ValidationMetadata } from '../../declare/validation-metadata.js';
import { equalText } from '../convert/compare-text.js';
import { enumerableElements } from '../convert/enumerable-elements.js';
import { nearestNames } from '../convert/nearest-names.js';
import { textOfValue } from '../convert/text-of-value.js';
import { notInSet, noValidValues } from './text.js';
import { broken, customized, forElements, type Validator } from './validator.js';

/** `ValidateSet`: the element's text equals one of the values. */
export function setValidator(rule: Extract<ValidationMetadata, { readonly kind: 'ValidateSet' }>): Validator {
  const comparison = { caseSensitive: !rule.ignoreCase };

  return (value) => {
    const values = typeof rule.values === 'function' ? rule.values() : rule.values;
    if (values === null || values === undefined) {
      throw broken('ValidateSetGeneratedValidValuesListIsNull', noValidValues());
    }
    forElements((element) => {
      const text = textOfValue(element);
      if (values.some((member) => equalText(member, text, comparison))) return;
      const list = values.join(',');
      const { errorMessage } = rule;
      const message =
        errorMessage === undefined
          ? notInSet(text, list, nearestNames(text, values))
          : customized(errorMessage, text, list);
      throw broken('ValidateSetFailure', message);
    })(value);
    return rule.canonical ? withSpellingOf(values, value) : value;
  };

  function withSpellingOf(values: readonly string[], value: unknown): unknown {
    const spelled = (element: unknown): unknown =>
      typeof element === 'string' ? values.find((member) => equalText(member, element, comparison)) : element;
    const elements = enumerableElements(value);
    if (elements === undefined) return spelled(value);
    return value instanceof Set ? new Set(Array.from(elements, spelled)) : Array.from(elements, spelled);
  }
}
