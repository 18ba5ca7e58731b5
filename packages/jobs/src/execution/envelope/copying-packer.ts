import { text } from '../text.js';
import { type ClassFacts, classFactsOf } from './class-facts.js';
import { errorFacts, nativeErrorOf } from './error-facts.js';
import { Entry, type Place } from './marker.js';
import { namesWithAdded } from './names-with-added.js';
import type { TypeTable } from './type-table.js';
import { UnclonableError } from './unclonable-error.js';

/** Told of a value that was left out of another one. */
export type Dropped = (path: string, what: string) => void;

/** A copy that structured clone takes, and what it loses. */
export interface Copy {
  readonly copy: unknown;
  readonly entries: unknown[] | undefined;
  readonly size: number;
}

/**
 * Copies values of any kind into what structured clone takes: functions are left out, computed properties are frozen,
 * errors and instances of registered classes become data. What is met twice is copied once, so cycles stay cycles.
 */
export class CopyingPacker {
  readonly #types: TypeTable;
  readonly #dropped: Dropped;
  #copies = new Map<object, object>();
  #entries: unknown[] = [];
  #size = 0;

  constructor(types: TypeTable, dropped: Dropped) {
    this.#types = types;
    this.#dropped = dropped;
  }

  /** @throws UnclonableError for a function, a promise and the like */
  copy(value: unknown): Copy {
    this.#copies = new Map();
    this.#entries = [];
    this.#size = 16;
    try {
      // Within a holder even the value itself has a place where the revived one can be put.
      const holder: unknown[] = [];
      this.#put(value, holder, 'property', 0, '', true);
      const entries = this.#entries.length === 0 ? undefined : this.#entries;
      if (entries?.includes(holder) === true)
        return { copy: holder, entries: ['unwrap', ...entries], size: this.#size };
      return { copy: holder[0], entries, size: this.#size };
    } catch (error) {
      if (error instanceof UnclonableError) throw error;
      throw new UnclonableError(error instanceof Error ? error.message : String(error));
    } finally {
      this.#copies = new Map();
    }
  }

  /** Puts the copy of a value into the copy of what contains it, unless it is left out. */
  #put(value: unknown, into: object, place: Place, key: unknown, path: string, isWhole = false): void {
    if (typeof value !== 'object' || value === null) {
      if (typeof value === 'function' || typeof value === 'symbol') {
        this.#leaveOut(typeof value === 'function' ? 'a function' : 'a symbol', path, isWhole);
        // An element keeps its place, so that those behind it keep theirs.
        if (Array.isArray(into) && !isWhole) putInto(into, key, undefined);
        return;
      }
      if (typeof value === 'string') this.#size += value.length;
      this.#size += 8;
      putInto(into, key, value);
      return;
    }
    const facts = classFactsOf(value);
    if (facts.kind === 'unclonable') {
      this.#leaveOut(`a ${facts.name}`, path, isWhole);
      return;
    }
    let copy = this.#copies.get(value);
    if (copy === undefined) {
      const { serialization } = facts;
      if (serialization === undefined) copy = this.#copyObject(value, facts, path);
      else {
        const data = serialization.serialize(value);
        copy = {};
        this.#copies.set(value, copy);
        this.#put(data, copy, 'property', 'data', path);
      }
    }
    putInto(into, key, copy);
    const { serialization } = facts;
    if (serialization !== undefined) this.#entries.push(Entry.Revive, into, place, key, copy, serialization.reference);
  }

  #leaveOut(what: string, path: string, isWhole: boolean): void {
    if (isWhole) throw new UnclonableError(text.isUnclonable(what));
    this.#dropped(path.replace(/^\./, ''), what);
  }

  #copyObject(value: object, facts: ClassFacts, path: string): object {
    this.#size += 16;
    switch (facts.kind) {
      case 'array': {
        const copy: unknown[] = [];
        this.#remember(value, copy, facts);
        const values = value as readonly unknown[];
        copy.length = values.length;
        for (let index = 0; index < values.length; index++) {
          if (index in values) this.#put(values[index], copy, 'property', index, `${path}[${index}]`);
        }
        return copy;
      }
      case 'map': {
        const copy = new Map<unknown, unknown>();
        this.#remember(value, copy, facts);
        for (const [key, element] of value as Map<unknown, unknown>) this.#putEntry(copy, key, element, path);
        return copy;
      }
      case 'set': {
        const copy = new Set<unknown>();
        this.#remember(value, copy, facts);
        for (const element of value as Set<unknown>) this.#put(element, copy, 'element', undefined, `${path}[]`);
        return copy;
      }
      case 'error':
        return this.#copyError(value as Error, facts, path);
      case 'buffer':
      case 'view': {
        const view = value as ArrayBufferView;
        this.#size += view.byteLength;
        const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength).slice();
        if (facts.kind === 'buffer') {
          this.#entries.push(Entry.Buffer, bytes);
          this.#copies.set(value, bytes);
          return bytes;
        }
        const copy = viewOf(view, bytes.buffer);
        this.#remember(value, copy, facts);
        return copy;
      }
      case 'value':
        this.#remember(value, value, facts);
        return value;
      default: {
        const copy: object = {};
        this.#remember(value, copy, facts);
        this.#putProperties(value, copy, facts.getters, path);
        return copy;
      }
    }
  }

  #putEntry(copy: Map<unknown, unknown>, key: unknown, element: unknown, path: string): void {
    const holder: unknown[] = [];
    const name = typeof key === 'object' ? '' : String(key);
    this.#put(key, holder, 'property', 0, `${path}[key ${name}]`);
    if (holder.length === 0) return;
    const copied = holder[0];
    const last = this.#entries.length - ENTRY_OF_REVIVE;
    // The entry that was made for the holder is meant for the map.
    if (this.#entries[last] === Entry.Revive && this.#entries[last + 1] === holder) {
      this.#entries.splice(last, 4, Entry.Revive, copy, 'map key', copied);
    }
    copy.set(copied, undefined);
    this.#put(element, copy, 'map value', copied, `${path}[${name}]`);
  }

  #putProperties(value: object, copy: object, getters: readonly string[], path: string): void {
    for (const name of Object.keys(value)) {
      this.#size += 12;
      this.#put(Reflect.get(value, name), copy, 'property', name, `${path}.${name}`);
    }
    for (const name of getters) {
      let computed: unknown;
      try {
        computed = Reflect.get(value, name);
      } catch {
        continue;
      }
      if (typeof computed !== 'function') this.#put(computed, copy, 'property', name, `${path}.${name}`);
    }
  }

  #copyError(error: Error, facts: ClassFacts, path: string): Error {
    const copy = nativeErrorOf(error);
    this.#copies.set(error, copy);
    const { properties, known } = errorFacts(error);
    const values: object = {};
    for (const [name, value] of Object.entries(properties)) {
      this.#put(value, values, 'property', name, `${path}.${name}`);
    }
    this.#entries.push(Entry.Error, copy, { ...known, names: facts.names }, values);
    this.#size += copy.message.length + (copy.stack?.length ?? 0);
    return copy;
  }

  #remember(value: object, copy: object, facts: ClassFacts): void {
    this.#copies.set(value, copy);
    const added: unknown = Reflect.get(value, TYPE_NAMES);
    const names = added === undefined ? facts.names : namesWithAdded(added, facts.names);
    if (names.length > 0) this.#entries.push(this.#types.reference(names), copy);
  }
}

/** How many elements a revive entry has. */
const ENTRY_OF_REVIVE = 6;

function putInto(into: object, key: unknown, value: unknown): void {
  if (into instanceof Map) into.set(key, value);
  else if (into instanceof Set) into.add(value);
  else if (key === '__proto__')
    Object.defineProperty(into, key, { value, enumerable: true, configurable: true, writable: true });
  else Reflect.set(into, key as PropertyKey, value);
}

function viewOf(view: ArrayBufferView, buffer: ArrayBuffer): ArrayBufferView {
  if (view instanceof DataView) return new DataView(buffer);
  const maker = TYPED_ARRAYS.find((TypedArray) => view instanceof TypedArray) ?? Uint8Array;
  return new maker(buffer);
}

const TYPED_ARRAYS = [
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
] as const;

const TYPE_NAMES = Symbol.for('@cmdlet/core/TypeNames');
