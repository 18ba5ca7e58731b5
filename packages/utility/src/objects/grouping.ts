import {
  ComparisonException,
  ConversionException,
  compareValues,
  isPropertyBag,
  type TextComparison,
  textOfValue,
  typeNameOf,
} from '@cmdlet/core';
import type { OrderEntry } from './ordering.js';
import { NO_PROPERTY } from './property-expression.js';

/**
 * Puts entries with equal values together.
 *
 * Where all values are of one type the groups come in their order; else in the order of their first entries, since a
 * mixture of types has no order that holds together.
 */
export class Grouping {
  constructor(
    private readonly compare: (left: OrderEntry, right: OrderEntry) => number,
    private readonly comparison: TextComparison,
  ) {}

  groupsOf(entries: readonly OrderEntry[]): OrderEntry[][] {
    const ordered = haveOneType(entries);
    return (ordered ? this.#quickGroups(entries) : undefined) ?? this.#comparedGroups(entries, ordered);
  }

  /**
   * Plain values of one type: equal ones together first, so that only the groups have to be sorted. Undefined where a
   * value is anything else.
   */
  #quickGroups(entries: readonly OrderEntry[]): OrderEntry[][] | undefined {
    const byKey = new Map<string, [order: number, entry: OrderEntry][]>();
    for (const [order, entry] of entries.entries()) {
      if (!entry.values.every(isPlain)) return undefined;
      const key = this.#keyOf(entry) ?? '';
      const group = byKey.get(key);
      if (group === undefined) byKey.set(key, [[order, entry]]);
      else group.push([order, entry]);
    }
    const sorted = [...byKey.values()].sort((left, right) => this.compare(left[0]![1], right[0]![1]));
    const merged: [order: number, entry: OrderEntry][][] = [];
    for (const group of sorted) {
      const last = merged.at(-1);
      // Texts that differ by case only: together again, in the order in which they came.
      if (last === undefined || this.compare(last[0]![1], group[0]![1]) !== 0) merged.push(group);
      else for (const item of group) last.push(item);
    }
    return merged.map((group) => group.sort(([left], [right]) => left - right).map(([, entry]) => entry));
  }

  #comparedGroups(entries: readonly OrderEntry[], ordered: boolean): OrderEntry[][] {
    const groups: OrderEntry[][] = [];
    const byKey = new Map<string, OrderEntry[]>();
    for (const entry of ordered ? [...entries].sort(this.compare) : entries) {
      const key = this.#keyOf(entry);
      const group =
        (key === undefined ? undefined : byKey.get(key)) ??
        (ordered
          ? [groups.at(-1)].find((last) => this.#belongs(entry, last))
          : groups.find((each) => this.#belongs(entry, each)));
      const target = group ?? [];
      target.push(entry);
      if (group === undefined) groups.push(target);
      if (key !== undefined && !byKey.has(key)) byKey.set(key, target);
    }
    return groups;
  }

  #belongs(entry: OrderEntry, group: readonly OrderEntry[] | undefined): boolean {
    const [first] = group ?? [];
    if (first === undefined) return false;
    return (
      this.compare(first, entry) === 0 ||
      first.values.every((value, index) => this.#isEqual(value, entry.values[index]))
    );
  }

  /** Values without an order are equal if their texts are; lists and dictionaries have only the name of their class. */
  #isEqual(left: unknown, right: unknown): boolean {
    if (isNothing(left) || isNothing(right)) return isNothing(left) && isNothing(right);
    if (isUnordered(left)) return isUnordered(right) && unorderedText(left) === unorderedText(right);
    try {
      return compareValues(left, right, this.comparison) === 0;
    } catch (error) {
      if (error instanceof ComparisonException || ConversionException.is(error)) return false;
      throw error;
    }
  }

  /** What tells groups of plain values apart quickly; undefined where only comparing tells. */
  #keyOf({ values }: OrderEntry): string | undefined {
    const parts: string[] = [];
    for (const value of values) {
      if (typeof value === 'string') parts.push(`s${value}`);
      else if (typeof value === 'number' || typeof value === 'boolean') parts.push(`${typeof value}${value}`);
      else if (value instanceof Date) parts.push(`d${value.getTime()}`);
      else if (!isNothing(value) && isUnordered(value)) parts.push(`o${unorderedText(value)}`);
      else return undefined;
    }
    return parts.join('\u0000');
  }
}

function haveOneType(entries: readonly OrderEntry[]): boolean {
  const types: (string | undefined)[] = [];
  for (const { values } of entries) {
    for (let index = 0; index < values.length; index++) {
      const value = values[index];
      if (isNothing(value)) continue;
      const type = typeNameOf(value);
      types[index] ??= type;
      if (types[index] !== type) return false;
    }
  }
  return true;
}

/** A value that a key tells apart. */
function isPlain(value: unknown): boolean {
  return typeof value === 'string' || Number.isFinite(value) || typeof value === 'boolean';
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === NO_PROPERTY;
}

function isUnordered(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || value instanceof Date) return false;
  return typeof (value as { compareTo?: unknown }).compareTo !== 'function';
}

function unorderedText(value: object): string {
  if (isPropertyBag(value)) return '';
  return Array.isArray(value) || value instanceof Map || value instanceof Set ? typeNameOf(value) : textOfValue(value);
}
