import { enumerableElements } from '../convert/enumerable-elements.js';
import { blankElement, emptyElement, isBlank, isEmpty, isNull, nullElement } from './text.js';
import { broken, type Validator } from './validator.js';

/** `ValidateNotNull`: neither null nor a list with a null in it. */
export const validateNotNull: Validator = (value) => {
  if (value === null || value === undefined) throw broken('ArgumentIsNull', isNull());
  for (const element of enumerableElements(value) ?? []) {
    if (element === null || element === undefined) throw broken('ArgumentIsNull', nullElement());
  }
  return value;
};

/** `ValidateNotNullOrEmpty`: not null, no empty text, no empty list or dictionary, no such element. */
export const validateNotNullOrEmpty: Validator = notNullOr({
  refuses: (text) => text === '',
  single: () => broken('ArgumentIsEmpty', isEmpty()),
  element: () => broken('ArgumentCollectionContainsEmpty', emptyElement()),
});

/** `ValidateNotNullOrWhiteSpace`: as {@link validateNotNullOrEmpty}, and no blank text. */
export const validateNotNullOrWhiteSpace: Validator = notNullOr({
  refuses: (text) => text.trim() === '',
  single: () => broken('ArgumentIsEmptyOrWhiteSpace', isBlank()),
  element: () => broken('ArgumentCollectionContainsEmptyOrWhiteSpace', blankElement()),
});

function notNullOr(rule: { refuses(text: string): boolean; single(): Error; element(): Error }): Validator {
  return (value) => {
    if (value === null || value === undefined) throw broken('ArgumentIsNull', isNull());
    if (typeof value === 'string' && rule.refuses(value)) throw rule.single();
    const elements = enumerableElements(value);
    let empty = elements !== undefined;
    for (const element of elements ?? []) {
      empty = false;
      if (element === null || element === undefined) throw broken('ArgumentIsNull', nullElement());
      if (typeof element === 'string' && rule.refuses(element)) throw rule.element();
    }
    if (empty || (value instanceof Map && value.size === 0)) throw broken('ArgumentIsEmpty', isEmpty());
    return value;
  };
}
