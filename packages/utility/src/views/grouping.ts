import { compareValues, type ViewGrouping } from '@cmdlet/core';
import { type CellOptions, cellText } from './cell-text.js';
import { labelOf } from './label-of.js';
import { isPresent, namedProperty, type ResolvedProperty, resolveProperty } from './resolved-property.js';
import type { ViewProperty } from './view-property.js';

const MISSING = Symbol('missing');

/** Watches a property or function of one object after the other: whenever it changes, a new group begins. */
export class Grouping {
  readonly #resolve: (value: unknown) => ResolvedProperty | undefined;
  readonly #label: string | undefined;
  readonly #options: CellOptions;
  #name = '';
  #current: unknown = MISSING;

  private constructor(
    resolve: (value: unknown) => ResolvedProperty | undefined,
    label: string | undefined,
    options: CellOptions,
  ) {
    this.#resolve = resolve;
    this.#label = label;
    this.#options = options;
  }

  /** Grouping that the user asked for. */
  static by(property: ViewProperty, options: CellOptions): Grouping {
    return new Grouping((value) => resolveProperty(property, value)[0], property.label, options);
  }

  /** Grouping that a view declares. */
  static declared({ property, expression, label }: ViewGrouping, options: CellOptions): Grouping {
    const resolved: ResolvedProperty =
      expression === undefined
        ? namedProperty(property ?? '')
        : {
            name: String(expression),
            read: (value) => expression(value as never),
            given: { expression: expression as (value: unknown) => unknown },
          };
    return new Grouping(() => resolved, label, options);
  }

  /**
   * Takes an object in. One that has no such property, or where it cannot be computed, stays in the group of the one before.
   *
   * @returns whether it begins another group
   */
  update(value: unknown): boolean {
    const property = this.#resolve(value);
    if (property === undefined || !isPresent(property, value)) return false;
    let key: unknown;
    try {
      key = property.read(value) ?? null;
    } catch {
      return false;
    }
    const changed = !sameKey(this.#current, key);
    this.#current = key;
    if (changed) this.#name = property.given === undefined ? labelOf(value, property.name) : property.name;
    return changed;
  }

  /** What stands above the group. */
  get heading(): string | undefined {
    if (this.#current === MISSING) return undefined;
    return `   ${this.#label ?? this.#name}: ${cellText(this.#current, this.#options)}`;
  }
}

function sameKey(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (left === MISSING || right === MISSING) return false;
  if (!Array.isArray(left) && !Array.isArray(right)) {
    try {
      return compareValues(left, right) === 0;
    } catch {
      // No order: they are the same if they look the same.
    }
  }
  return (
    cellText(left, { enumerationLimit: -1 }).toLowerCase() === cellText(right, { enumerationLimit: -1 }).toLowerCase()
  );
}
