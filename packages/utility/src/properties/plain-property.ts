import { hasRegisteredDisplays } from './display-of.js';

/** An object literal. */
export type PlainRecord = Readonly<Record<string, unknown>>;

/** Whether a value is the usual record: an object literal, and nothing is registered that could change what it shows. */
export function isPlainRecord(value: unknown): value is PlainRecord {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.getPrototypeOf(value) === Object.prototype &&
    !hasRegisteredDisplays()
  );
}

/** A property that is looked for in many plain records by its name, whose case does not matter; fast where they are alike. */
export class PlainProperty {
  readonly #folded: string;
  /** Whether what is found under the name may be something that every object inherits. */
  readonly #isInherited: boolean;
  /** How it was spelled when it was spelled otherwise. */
  #otherName: string | undefined;

  constructor(readonly name: string) {
    this.#folded = name.toLowerCase();
    this.#isInherited = name in Object.prototype;
  }

  /** What a record holds under the name; undefined if it has no such property, or nothing in it. */
  valueIn(record: PlainRecord): unknown {
    const value = this.#isInherited ? undefined : record[this.name];
    if (value !== undefined) return value;
    const name = this.nameIn(record);
    return name === undefined ? undefined : record[name];
  }

  /** How a record spells the name, the exact spelling first; undefined if it has no such property. */
  nameIn(record: PlainRecord): string | undefined {
    const { name } = this;
    if (this.#isInherited) {
      if (Object.prototype.propertyIsEnumerable.call(record, name)) return name;
    } else if (name in record) return name;
    for (const key in record) {
      if (key === this.#otherName) return key;
      if (key.length === name.length && key.toLowerCase() === this.#folded) {
        this.#otherName = key;
        return key;
      }
    }
    return undefined;
  }
}
