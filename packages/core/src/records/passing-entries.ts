/*
 * A set and a map for entries that come and go by the thousand, such as the jobs of a session.
 *
 * V8's own link each table they have outgrown to the next one. Once such a table has become old, everything that passes
 * through afterwards is kept by the chain until the next full collection, and minor collections copy it again and again:
 * for short jobs that was half of their cost. So these begin anew now and then, and the chain ends.
 */

/** So many entries are removed between two new beginnings, and as many more as there are. */
const FEW = 64;

/** A set in order of insertion; see the top of this file. */
export class PassingSet<T> implements Iterable<T> {
  #values = new Set<T>();
  #removed = 0;

  get size(): number {
    return this.#values.size;
  }

  has(value: T): boolean {
    return this.#values.has(value);
  }

  add(value: T): void {
    this.#values.add(value);
  }

  /** @returns whether it was there */
  delete(value: T): boolean {
    if (!this.#values.delete(value)) return false;
    if (++this.#removed > FEW + this.#values.size) {
      this.#values = new Set(this.#values);
      this.#removed = 0;
    }
    return true;
  }

  /** The values as they are now; removing one meanwhile may not keep it from being seen. */
  [Symbol.iterator](): Iterator<T> {
    return this.#values[Symbol.iterator]();
  }
}

/** A map; see the top of this file. */
export class PassingMap<TKey, TValue> {
  #entries = new Map<TKey, TValue>();
  #removed = 0;

  has(key: TKey): boolean {
    return this.#entries.has(key);
  }

  get(key: TKey): TValue | undefined {
    return this.#entries.get(key);
  }

  set(key: TKey, value: TValue): void {
    this.#entries.set(key, value);
  }

  /** @returns whether it was there */
  delete(key: TKey): boolean {
    if (!this.#entries.delete(key)) return false;
    if (++this.#removed > FEW + this.#entries.size) {
      this.#entries = new Map(this.#entries);
      this.#removed = 0;
    }
    return true;
  }
}
