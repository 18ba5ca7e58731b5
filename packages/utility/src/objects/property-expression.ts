import { isWildcard, wildcardPattern } from '@cmdlet/core';
import { matchingPropertyNames } from '../properties/matching-property-names.js';
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
  /** Whether a plain object is asked under exactly this name first. */
  readonly #plainName: boolean;

  constructor(readonly source: string | RecordFunction) {
    this.text = typeof source === 'string' ? source : source.name || String(source);
    this.isWildcard = typeof source === 'string' && isWildcard(source);
    this.#plainName = typeof source === 'string' && !this.isWildcard && !(source in Object.prototype);
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
    const value = this.ownValueIn(record);
    if (value !== undefined) return value;
    const found = readProperty(record, source);
    return found === undefined ? NO_PROPERTY : (found.value ?? null);
  }

  /** What a plain object holds under exactly this name; undefined where it takes more to find out. */
  ownValueIn(record: unknown): unknown {
    return this.#plainName && isPlain(record) ? record[this.text] : undefined;
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

/** Most records are: what they hold under a name needs no search. */
function isPlain(record: unknown): record is Readonly<Record<string, unknown>> {
  return typeof record === 'object' && record !== null && Object.getPrototypeOf(record) === Object.prototype;
}
