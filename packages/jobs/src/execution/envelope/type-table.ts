import type { TypeDefinition } from './marker.js';

/** Numbers for lists of type names: the list itself travels once per connection. */
export class TypeTable {
  readonly #ids = new Map<readonly string[], number>();
  /** Lists that were numbered since the last {@link begin}. */
  readonly #fresh: (readonly string[])[] = [];

  /** A new value is packed: what was numbered before has been sent. */
  begin(): void {
    if (this.#fresh.length > 0) this.#fresh.length = 0;
  }

  /** The value is not sent as it is: its numbers are taken back. */
  rollBack(): void {
    for (const names of this.#fresh) this.#ids.delete(names);
    this.#fresh.length = 0;
  }

  /** The number of a list of names, which must be the same array each time; with the names where it is new. */
  reference(names: readonly string[]): number | TypeDefinition {
    const known = this.#ids.get(names);
    if (known !== undefined) return known;
    this.#last++;
    this.#ids.set(names, this.#last);
    this.#fresh.push(names);
    return { id: this.#last, names };
  }

  #last = 0;
}
