import { MARKER } from './marker.js';

/**
 * Records in the form that most of them have on the wire: what they are made of is taken apart when they are written,
 * so that structured clone has one list of primitive values to deal with in place of many objects.
 *
 * `codes` says what the values are put together to: a {@link Code} and what it announces, one record after the other.
 */
export type Compact = readonly [
  marker: typeof MARKER,
  kind: typeof COMPACT,
  records: number,
  codes: Uint16Array,
  values: readonly unknown[],
  /** Shapes that are first used here, numbered in order; known from then on. */
  shapes: readonly Shape[],
];

/** What stands in place of the number of a stream. */
export const COMPACT = 'records';

/** Objects with the same properties in the same order, of the same kinds, and with the same type names. */
export interface Shape {
  readonly keys: readonly string[];
  /** For each property, how it is told. */
  readonly kinds: readonly PropertyKind[];
  /** Type names that the objects get; none for those that are plain. */
  readonly names: readonly string[];
}

/** How a property is told: by its value, by the milliseconds of a date, or by a code with what belongs to it. */
export type PropertyKind = 0 | 1 | 2;
export const Kind = { Value: 0, Date: 1, Coded: 2 } as const;

/** The code of a value. A length follows for lists, sets and maps; each element has a code again. */
export const Code = { Value: 0, Date: 1, Array: 2, Set: 3, Map: 4, FirstShape: 5 } as const;

/** Whether what was read is {@link Compact}. */
export function isCompact(read: unknown): read is Compact {
  return Array.isArray(read) && read[0] === MARKER && read[1] === COMPACT;
}
