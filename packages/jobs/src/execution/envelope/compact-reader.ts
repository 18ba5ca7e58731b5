import { Code, type Compact, Kind, type Shape } from './compact.js';

/** Puts records together that a {@link CompactWriter} has taken apart. One serves one connection, in order. */
export class CompactReader {
  /** How many records of the last {@link open} are left. */
  left = 0;
  readonly #shapes: Shape[] = [];
  #codes: Uint16Array = new Uint16Array(0);
  #values: readonly unknown[] = [];
  #code = 0;
  #value = 0;

  /** Begins with other records. */
  open([, , records, codes, values, shapes]: Compact): void {
    this.left = records;
    this.#codes = codes;
    this.#values = values;
    this.#code = 0;
    this.#value = 0;
    this.#shapes.push(...shapes);
  }

  /** The next record. */
  next(): unknown {
    this.left--;
    return this.#read();
  }

  #read(): unknown {
    const code = this.#codes[this.#code++] as number;
    switch (code) {
      case Code.Value:
        return this.#values[this.#value++];
      case Code.Date:
        return new Date(this.#values[this.#value++] as number);
      case Code.Array: {
        const length = this.#codes[this.#code++] as number;
        const array: unknown[] = [];
        for (let index = 0; index < length; index++) array.push(this.#read());
        return array;
      }
      case Code.Set: {
        const set = new Set<unknown>();
        for (let left = this.#codes[this.#code++] as number; left > 0; left--) set.add(this.#read());
        return set;
      }
      case Code.Map: {
        const map = new Map<unknown, unknown>();
        for (let left = this.#codes[this.#code++] as number; left > 0; left--) {
          const key = this.#read();
          map.set(key, this.#read());
        }
        return map;
      }
      default:
        return this.#readObject(this.#shapes[code - Code.FirstShape] as Shape);
    }
  }

  #readObject({ keys, kinds, names }: Shape): object {
    const object: Record<string, unknown> = {};
    for (let index = 0; index < keys.length; index++) {
      const kind = kinds[index];
      object[keys[index] as string] =
        kind === Kind.Value
          ? this.#values[this.#value++]
          : kind === Kind.Date
            ? new Date(this.#values[this.#value++] as number)
            : this.#read();
    }
    if (names.length > 0) {
      Object.defineProperty(object, TYPE_NAMES, { value: names, configurable: true, writable: true });
    }
    return object;
  }
}

const TYPE_NAMES = Symbol.for('@cmdlet/core/TypeNames');
