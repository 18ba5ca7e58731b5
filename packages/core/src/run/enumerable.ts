/**
 * The elements of a value that is enumerated where enumeration is asked for; undefined for a single value.
 *
 * Arrays, sets, iterators and everything else that iterates is enumerated; text, maps and byte views are one value.
 */
export function enumerable(value: unknown): Iterable<unknown> | AsyncIterable<unknown> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (value instanceof Map || value instanceof String || ArrayBuffer.isView(value)) return undefined;
  if (Symbol.iterator in value) return value as Iterable<unknown>;
  if (Symbol.asyncIterator in value) return value as AsyncIterable<unknown>;
  return undefined;
}
