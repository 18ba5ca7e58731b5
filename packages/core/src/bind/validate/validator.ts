import { ValidationMetadataException } from '../../records/exceptions.js';
import { enumerableElements } from '../convert/enumerable-elements.js';
import { nullElement } from './text.js';

/** Applies one rule to a converted value: throws, or gives the value to go on with. */
export type Validator = (value: unknown) => unknown;

/**
 * A rule for each element: of a list every one, of anything else the value itself. Null is refused, an empty list
 * passes.
 *
 * @param refuse throws for an element that breaks the rule
 * @param refusesNullElements whether `refuse` itself has an answer to null elements; if not it is `ArgumentIsEmpty`
 */
export function forElements(refuse: (element: unknown) => void, refusesNullElements = false): Validator {
  return (value) => {
    if (value === null || value === undefined) throw broken('ArgumentIsEmpty', nullElement());
    const elements = enumerableElements(value);
    if (elements === undefined) {
      refuse(value);
      return value;
    }
    for (const element of elements) {
      if (!refusesNullElements && (element === null || element === undefined)) {
        throw broken('ArgumentIsEmpty', nullElement());
      }
      refuse(element ?? null);
    }
    return value;
  };
}

/** A broken rule; the id is the inner one. */
export function broken(errorId: string, message: string, cause?: unknown): ValidationMetadataException {
  return new ValidationMetadataException(errorId, message, cause);
}

/** An author's message with the facts in its places: `{0} is not one of {1}`. */
export function customized(message: string, ...facts: readonly string[]): string {
  return message.replace(/\{(\d+)\}/g, (place, index) => facts[Number(index)] ?? place);
}
