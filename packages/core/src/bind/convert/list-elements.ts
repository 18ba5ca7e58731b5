import type { ParameterType } from '../../declare/types/parameter-type.js';
import { enumerableElements, isPropertyBag } from './enumerable-elements.js';

/**
 * The elements of a value for a list of the element type; undefined for a single value.
 *
 * Bytes are a list only where numbers are wanted; an instance of the element class is one element even if it can be
 * iterated.
 */
export function listElements(value: unknown, element: ParameterType): Iterable<unknown> | undefined {
  const wantsNumbers = element.kind === 'integer' || element.kind === 'number' || element.kind === 'bigint';
  if (wantsNumbers && ArrayBuffer.isView(value) && Symbol.iterator in value) return value as Uint8Array;
  if (element.kind === 'class' && value instanceof element.class) return undefined;
  return enumerableElements(value);
}

/** Names and contents of a dictionary or a plain object; undefined for anything else. */
export function entriesOf(value: unknown): [unknown, unknown][] | undefined {
  if (value instanceof Map) return [...value];
  return isPropertyBag(value) ? Object.entries(value) : undefined;
}
