import { brand, hasBrand } from '../../records/brand.js';

/** Set to true on a record that is one value although it can be iterated. */
export const SCALAR = brand('Scalar');

/**
 * The elements of a list; undefined for a single value.
 *
 * A list is whatever can be iterated, except texts, dictionaries (`Map`), views of bytes (`Buffer`, `Uint8Array`)
 * and records marked as {@link SCALAR}. An array always is one.
 */
export function enumerableElements(value: unknown): Iterable<unknown> | undefined {
  if (Array.isArray(value)) return value as unknown[];
  if (typeof value !== 'object' || value === null || !(Symbol.iterator in value)) return undefined;
  if (value instanceof String || value instanceof Map || ArrayBuffer.isView(value) || hasBrand(value, SCALAR)) {
    return undefined;
  }
  return value as Iterable<unknown>;
}

/** Whether a list can be read only once, as an iterator can. */
export function isOneShot(list: Iterable<unknown>): boolean {
  return !Array.isArray(list) && !(list instanceof Set) && Object.is(list[Symbol.iterator](), list);
}

/** Whether a value is a bag of properties: an object literal or an object without prototype. */
export function isPropertyBag(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
