import { classFactsOf } from './class-facts.js';
import { COMPACT, Code, type Compact, Kind, type Shape } from './compact.js';
import { MARKER } from './marker.js';
import { namesWithAdded } from './names-with-added.js';
import { ShapeTable } from './shape-table.js';

/**
 * Takes records apart into primitive values: those that are trees of plain data and class instances without anything
 * that needs more. Everything is read while the record is added, so it may be changed afterwards. One serves one
 * connection, in order.
 */
export class CompactWriter {
  /** About how many bytes the last record takes. */
  size = 0;
  #records = 0;
  #codes = new Uint16Array(256);
  #codeCount = 0;
  #values: unknown[] = [];
  #fresh: Shape[] = [];
  readonly #shapes = new ShapeTable();
  /** Objects of the record that is being added; those from the count on are of records before it. */
  readonly #met: object[] = [];
  #metCount = 0;
  #refusals = 0;

  /** How many records have gathered. */
  get records(): number {
    return this.#records;
  }

  /** Adds a record; false, and nothing has changed, for one that cannot be told so, or takes more bytes than it may. */
  add(value: unknown, largest: number): boolean {
    // Where most records go another way, only some of them are tried.
    if (this.#refusals > REFUSALS_IN_A_ROW && this.#refusals++ % TRIED_AGAIN !== 0) return false;
    const codes = this.#codeCount;
    const { length } = this.#values;
    this.size = 16;
    this.#metCount = 0;
    let added = false;
    try {
      added = this.#write(value, 0) && this.size <= largest;
    } catch {
      // A property of it has thrown, or it only looked like what it is no instance of: others look closer.
    }
    if (added) {
      this.#records++;
      this.#refusals = 0;
    } else {
      this.#codeCount = codes;
      this.#values.length = length;
      this.#refusals++;
    }
    return added;
  }

  /** What has gathered, and none has. */
  take(): Compact {
    const codes = this.#codes.slice(0, this.#codeCount);
    const compact: Compact = [MARKER, COMPACT, this.#records, codes, this.#values, this.#fresh];
    this.#records = 0;
    this.#codeCount = 0;
    // New ones: within a frame an object that comes again is a reference.
    this.#values = [];
    this.#fresh = [];
    // What was written is not kept alive by that.
    this.#met.length = 0;
    return compact;
  }

  #write(value: unknown, depth: number): boolean {
    if (typeof value !== 'object' || value === null) {
      this.#code(Code.Value);
      return this.#writePrimitive(value);
    }
    if (depth > DEEPEST || !this.#meet(value)) return false;
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype === Object.prototype) return this.#writeProperties(value, NO_NAMES, depth);
    if (prototype === Array.prototype) return this.#writeArray(value as readonly unknown[], depth);
    if (prototype === Date.prototype) {
      this.#code(Code.Date);
      this.#values.push(timeOf.call(value as Date));
      this.size += 8;
      return true;
    }
    if (prototype === Set.prototype) return this.#writeSet(value as Set<unknown>, depth);
    if (prototype === Map.prototype) return this.#writeMap(value as Map<unknown, unknown>, depth);
    const { kind, names, getters, serialization, inherits } = classFactsOf(value);
    if (kind !== 'bag' || getters.length > 0 || serialization !== undefined || inherits) return false;
    return this.#writeProperties(value, names, depth);
  }

  #writePrimitive(value: unknown): boolean {
    this.size += 8;
    if (typeof value === 'string') this.size += value.length;
    else if (typeof value === 'function' || typeof value === 'symbol') return false;
    this.#values.push(value);
    return true;
  }

  #writeProperties(value: object, names: readonly string[], depth: number): boolean {
    const added = (value as Record<symbol, unknown>)[TYPE_NAMES];
    let node = this.#shapes.root(added === undefined ? names : namesWithAdded(added, names));
    // Which shape it has is known in the end.
    const at = this.#codeCount;
    this.#code(0);
    const properties = value as Record<string, unknown>;
    for (const name in properties) {
      const property = properties[name];
      this.size += 4;
      if (typeof property !== 'object' || property === null) {
        node = this.#shapes.next(node, name, Kind.Value);
        if (!this.#writePrimitive(property)) return false;
      } else if (Object.getPrototypeOf(property) === Date.prototype) {
        node = this.#shapes.next(node, name, Kind.Date);
        if (!this.#meet(property)) return false;
        this.#values.push(timeOf.call(property as Date));
        this.size += 8;
      } else {
        node = this.#shapes.next(node, name, Kind.Coded);
        this.size += 8;
        if (!this.#write(property, depth + 1)) return false;
      }
      if (node === undefined) return false;
    }
    if (node === undefined) return false;
    if (node.shape === undefined) {
      const shape = this.#shapes.define(node);
      if (shape === undefined) return false;
      this.#fresh.push(shape);
    }
    this.#codes[at] = Code.FirstShape + (node.shape as number);
    return true;
  }

  /** Notes an object of the record; false for one that was met, or one too many. */
  #meet(value: object): boolean {
    const count = this.#metCount;
    if (count >= MOST_OBJECTS) return false;
    for (let index = 0; index < count; index++) if (this.#met[index] === value) return false;
    this.#met[count] = value;
    this.#metCount = count + 1;
    return true;
  }

  #writeArray(values: readonly unknown[], depth: number): boolean {
    // Long ones clone fast as they are, and so do those with holes or properties.
    const { length } = values;
    if (length > LONGEST || Object.keys(values).length !== length) return false;
    this.#code(Code.Array);
    this.#code(length);
    for (let index = 0; index < length; index++) {
      if (!this.#write(values[index], depth + 1)) return false;
    }
    return true;
  }

  #writeSet(values: Set<unknown>, depth: number): boolean {
    let left = sizeOfSet.call(values);
    if (left > LONGEST) return false;
    this.#code(Code.Set);
    this.#code(left);
    for (const value of values) {
      if (--left < 0 || !this.#write(value, depth + 1)) return false;
    }
    return left === 0;
  }

  #writeMap(values: Map<unknown, unknown>, depth: number): boolean {
    let left = sizeOfMap.call(values);
    if (left > LONGEST) return false;
    this.#code(Code.Map);
    this.#code(left);
    for (const [key, value] of values) {
      if (--left < 0 || !this.#write(key, depth + 1) || !this.#write(value, depth + 1)) return false;
    }
    return left === 0;
  }

  #code(code: number): void {
    if (this.#codeCount === this.#codes.length) {
      const longer = new Uint16Array(this.#codes.length * 2);
      longer.set(this.#codes);
      this.#codes = longer;
    }
    this.#codes[this.#codeCount++] = code;
  }
}

/** What is larger or deeper goes another way, where what was met is remembered well. */
const DEEPEST = 8;
const MOST_OBJECTS = 24;
const LONGEST = 64;
const REFUSALS_IN_A_ROW = 8;
const TRIED_AGAIN = 16;

const NO_NAMES: readonly string[] = [];
const TYPE_NAMES = Symbol.for('@cmdlet/core/TypeNames');
// As the language has them, whatever an object says: they throw for what is none of theirs.
const timeOf = Object.getOwnPropertyDescriptor(Date.prototype, 'getTime')?.value as (this: Date) => number;
const sizeOfSet = sizeOf(Set.prototype);
const sizeOfMap = sizeOf(Map.prototype);

function sizeOf(prototype: object): (this: object) => number {
  return Reflect.get(Object.getOwnPropertyDescriptor(prototype, 'size') as object, 'get') as (this: object) => number;
}
