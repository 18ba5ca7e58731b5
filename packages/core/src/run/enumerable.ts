import { brand, hasBrand } from '../records/brand.js';

/** Marks objects that can be gone through and are one value all the same: a job is written, and not what it writes. */
export const ONE_VALUE = brand('OneValue');

/**
 * The elements of a value that is enumerated where enumeration is asked for; undefined for a single value.
 *
 * Arrays, sets, iterators and everything else that iterates is enumerated; text, maps, byte views and jobs are one value.
 */
export function enumerable(value: unknown): Iterable<unknown> | AsyncIterable<unknown> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (value instanceof Map || value instanceof String || ArrayBuffer.isView(value)) return undefined;
  if (Symbol.iterator in value) return value as Iterable<unknown>;
  if (!(Symbol.asyncIterator in value) || hasBrand(value, ONE_VALUE)) return undefined;
  return value as AsyncIterable<unknown>;
}
