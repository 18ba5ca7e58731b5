import { isWildcard, wildcardPattern } from '@cmdlet/core';
import { matchingPropertyNames } from '../properties/matching-property-names.js';
import { isPlainRecord, PlainProperty, type PlainRecord } from '../properties/plain-property.js';
import { readProperty } from '../properties/property-value.js';

/** A function over a record, in the place of a property. */
export type RecordFunction = (record: unknown) => unknown;

/** What an expression gave for a record under one name. */
export interface PropertyResult {
  readonly name: string;
  /** Null where there is nothing, and where reading it failed. */
  readonly value: unknown;
  /** Why it could not be read. */
  readonly error?: unknown;
}

/**
 * What is wanted of a record: a property by its name (case does not matter), several by a wildcard, or what a function
 * gives for it.
 */
export class PropertyExpression {
  /** The name or wildcard as it was given; of a function its name, or its source text if it has none. */
  readonly text: string;
  readonly isWildcard: boolean;
  /** Finds the one property in plain records. */
  readonly #plain: PlainProperty | undefined;

  constructor(readonly source: string | RecordFunction) {
    this.text = typeof source === 'string' ? source : source.name || String(source);
    this.isWildcard = typeof source === 'string' && isWildcard(source);
    if (typeof source === 'string' && !this.isWildcard) this.#plain = new PlainProperty(source);
  }

  /** The names it stands for in a record: none, one, or for a wildcard several; of a function its text. */
  namesIn(record: unknown): readonly string[] {
    return typeof this.source === 'function' ? [this.text] : this.#matching(record, this.source);
  }

  /** What it gives for a record, one result per property; none where the record has no such property. */
  resultsIn(record: unknown): readonly PropertyResult[] {
    const { source } = this;
    if (typeof source === 'function') return [resultOf(this.text, () => source(record))];
    return this.#matching(record, source).map((name) => resultOf(name, () => readProperty(record, name)?.value));
  }

  /** Of a dictionary a wildcard means keys; its own properties only where no key matches. */
  #matching(record: unknown, source: string): readonly string[] {
    if (!this.isWildcard || !(record instanceof Map)) return matchingPropertyNames(record, source);
    const pattern = wildcardPattern(source);
    const keys = [...record.keys()].filter((key): key is string => typeof key === 'string' && pattern.test(key));
    return keys.length > 0 ? keys : matchingPropertyNames(record, source);
  }

  /** The value of the one property or function, {@link NO_PROPERTY} where the record lacks it. Throws what reading it throws. */
  valueIn(record: unknown): unknown {
    const { source } = this;
    if (typeof source === 'function') return source(record) ?? null;
    if (isPlainRecord(record)) {
      const name = this.plainNameIn(record);
      return name === undefined ? NO_PROPERTY : (record[name] ?? null);
    }
    const found = readProperty(record, source);
    return found === undefined ? NO_PROPERTY : (found.value ?? null);
  }

  /** How a plain record spells the one property; undefined if it lacks it, and for functions and wildcards. */
  plainNameIn(record: PlainRecord): string | undefined {
    return this.#plain?.nameIn(record);
  }
}

/** Says that a record has no property of a name. */
export const NO_PROPERTY: unique symbol = Symbol('no property');

function resultOf(name: string, read: () => unknown): PropertyResult {
  try {
    return { name, value: read() ?? null };
  } catch (error) {
    return { name, value: null, error };
  }
}
