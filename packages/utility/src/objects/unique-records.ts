import { isPropertyBag, type TextComparison } from '@cmdlet/core';
import { compareObjects } from './compare-objects.js';

/** A record, and the properties by which it is compared; none where it is compared as a whole. */
interface Seen {
  readonly record: unknown;
  readonly values: readonly unknown[] | undefined;
}

const ASCII = /^[ -~]*$/;

/**
 * Remembers records and tells which were there already.
 *
 * Plain texts, numbers and booleans are found by a key; only where types are mixed, or values are objects, every record
 * seen is compared.
 */
export class UniqueRecords {
  readonly #byKind = new Map<string, Set<string>>();
  readonly #seen: Seen[] = [];
  #hasOthers = false;

  constructor(private readonly comparison: TextComparison) {}

  /**
   * Whether no equal record was added before; adds it then.
   *
   * @param values the properties that were chosen, in order
   */
  add(record: unknown, values?: readonly unknown[]): boolean {
    const isBag = isPropertyBag(record) && values !== undefined;
    const parts = isBag ? values : [record, ...(values ?? [])];
    const kind = kindOf(parts);
    if (kind === undefined) this.#hasOthers = true;
    else {
      const keys = this.#keysOf(kind);
      const key = this.#keyOf(parts);
      if (keys.has(key)) return false;
      if (!this.#hasOthers && this.#byKind.size === 1) {
        keys.add(key);
        this.#seen.push({ record, values });
        return true;
      }
    }
    if (this.#seen.some((seen) => this.#isSame(seen, record, values))) return false;
    if (kind !== undefined) this.#keysOf(kind).add(this.#keyOf(parts));
    this.#seen.push({ record, values });
    return true;
  }

  #keysOf(kind: string): Set<string> {
    let keys = this.#byKind.get(kind);
    if (keys === undefined) {
      keys = new Set();
      this.#byKind.set(kind, keys);
    }
    return keys;
  }

  #keyOf(parts: readonly unknown[]): string {
    const [only] = parts;
    if (parts.length === 1 && typeof only === 'string')
      return this.comparison.caseSensitive === true ? only : only.toLowerCase();
    const text = JSON.stringify(parts);
    return this.comparison.caseSensitive === true ? text : text.toLowerCase();
  }

  #isSame(seen: Seen, record: unknown, values: readonly unknown[] | undefined): boolean {
    if (seen.values?.length !== values?.length || compareObjects(record, seen.record, this.comparison) !== 0)
      return false;
    return (values ?? []).every((value, index) => compareObjects(seen.values?.[index], value, this.comparison) === 0);
  }
}

/** The types of values that a key tells apart; undefined for any others. */
function kindOf(parts: readonly unknown[]): string | undefined {
  let kind = '';
  for (const part of parts) {
    const isPlain =
      (typeof part === 'string' && ASCII.test(part)) ||
      Number.isFinite(part) ||
      typeof part === 'boolean' ||
      part === null;
    if (!isPlain) return undefined;
    kind += part === null ? '-' : (typeof part).charAt(0);
  }
  return kind;
}
