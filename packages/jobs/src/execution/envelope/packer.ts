import { classFactsOf } from './class-facts.js';
import { CopyingPacker, type Dropped } from './copying-packer.js';
import { Entry, MARKER, type Marked, type StreamNumber } from './marker.js';
import { namesWithAdded } from './names-with-added.js';
import { TypeTable } from './type-table.js';

/**
 * Makes values ready for structured clone, so that nothing is lost that {@link Unpacker} can restore.
 *
 * Most values are plain data and class instances, which clone as they are: they are only looked through, and the
 * instances listed beside the value, where they stay the same objects. What needs more, from errors to cycles, is copied
 * by {@link CopyingPacker}. One packer serves one connection, in order.
 */
export class Packer {
  /** About how many bytes the last packed value takes. */
  size = 0;
  readonly #types = new TypeTable();
  readonly #copying: CopyingPacker;
  #entries: unknown[] | undefined;
  #left = 0;
  /** Objects of records that are cloned together. */
  #met = new Set<object>();
  /** Whether the last value holds an object that was met before. */
  meetsAgain = false;

  /** @param dropped is told of each function, symbol and the like that was left out of a value */
  constructor(dropped: Dropped) {
    this.#copying = new CopyingPacker(this.#types, dropped);
  }

  /**
   * What is to be cloned in place of a value.
   *
   * @throws UnclonableError for a value that cannot be sent at all
   */
  pack(value: unknown, stream: StreamNumber = 0): unknown {
    this.size = 16;
    if (stream === 0) {
      if (typeof value === 'string') {
        this.size += value.length;
        return value;
      }
      if (typeof value === 'number' || typeof value === 'boolean' || value === undefined) return value;
    }
    this.#types.begin();
    this.meetsAgain = false;
    this.#entries = undefined;
    this.#left = NODES_UNTIL_COPYING;
    if (typeof value === 'object' && value !== null && this.#keeps(value, 0)) {
      const marked = Array.isArray(value) && value[0] === MARKER;
      if (stream === 0 && this.#entries === undefined && !marked) return value;
      return mark(stream, value, this.#entries);
    }
    return this.packCopy(value, stream);
  }

  /** As {@link pack}, but looks closer: for what the clone refused. */
  packCopy(value: unknown, stream: StreamNumber): unknown {
    this.#types.rollBack();
    const { copy, entries, size } = this.#copying.copy(value);
    this.size = size;
    const marked = Array.isArray(copy) && copy[0] === MARKER;
    return stream === 0 && entries === undefined && !marked ? copy : mark(stream, copy, entries);
  }

  /**
   * The values that follow are cloned apart from those before. Values that are cloned together keep the objects that they
   * share as they were when the first of them was cloned: one that {@link meetsAgain} belongs to the next.
   */
  beginApart(): void {
    if (this.#met.size > 0) this.#met.clear();
  }

  /** The value packed last never arrived: what was told with it is told again. */
  forgetLast(): void {
    this.#types.rollBack();
  }

  /** Whether a clone of this object keeps all that is in it, but for the type names that are noted. */
  #keeps(value: object, depth: number): boolean {
    this.#left--;
    if (this.#left < 0 || depth > DEPTH_UNTIL_COPYING) return false;
    if (this.#met.has(value)) this.meetsAgain = true;
    else this.#met.add(value);
    if (Object.getPrototypeOf(value) === Object.prototype) {
      this.#noteAdded(value, NO_NAMES);
      return this.#keepsProperties(value, depth);
    }
    const { kind, names, getters, serialization } = classFactsOf(value);
    if (serialization !== undefined || getters.length > 0) return false;
    switch (kind) {
      case 'plain':
        return this.#keepsProperties(value, depth);
      case 'bag':
        this.#noteAdded(value, names);
        return this.#keepsProperties(value, depth);
      case 'array':
        if (names.length > 0) this.#note(names, value);
        return this.#keepsElements(value as readonly unknown[], depth);
      case 'map':
        if (names.length > 0) this.#note(names, value);
        return this.#keepsEntries(value as Map<unknown, unknown>, depth);
      case 'set':
        if (names.length > 0) this.#note(names, value);
        return this.#keepsEntries(value as Set<unknown>, depth);
      case 'view':
        return names.length === 0 && this.#keepsView(value as ArrayBufferView);
      case 'buffer':
        if (!this.#keepsView(value as ArrayBufferView)) return false;
        this.#entries ??= [];
        this.#entries.push(Entry.Buffer, value);
        return true;
      case 'value':
        if (names.length > 0) this.#note(names, value);
        return true;
      case 'error':
      case 'unclonable':
        return false;
    }
  }

  #keepsProperties(value: object, depth: number): boolean {
    const properties = value as Record<string, unknown>;
    for (const name in properties) {
      const property = properties[name];
      switch (typeof property) {
        case 'object':
          if (property !== null && !this.#keeps(property, depth + 1)) return false;
          break;
        case 'string':
          this.size += property.length;
          break;
        case 'function':
        case 'symbol':
          return false;
        default:
      }
      this.size += 12;
    }
    return true;
  }

  #keepsElements(values: readonly unknown[], depth: number): boolean {
    for (let index = 0; index < values.length; index++) {
      if (!this.#keepsElement(values[index], depth)) return false;
    }
    return true;
  }

  #keepsEntries(values: Map<unknown, unknown> | Set<unknown>, depth: number): boolean {
    for (const [key, value] of values.entries()) {
      if (!this.#keepsElement(key, depth)) return false;
      if (value !== key && !this.#keepsElement(value, depth)) return false;
    }
    return true;
  }

  #keepsElement(value: unknown, depth: number): boolean {
    this.size += 8;
    switch (typeof value) {
      case 'object':
        return value === null || this.#keeps(value, depth + 1);
      case 'string':
        this.size += value.length;
        return true;
      default:
        return typeof value !== 'function' && typeof value !== 'symbol';
    }
  }

  /** A view of a part of a buffer would take all of the buffer along. */
  #keepsView(view: ArrayBufferView): boolean {
    this.size += view.byteLength;
    return view.byteLength === view.buffer.byteLength && view.buffer instanceof ArrayBuffer;
  }

  /** Names that were added to the object itself stand before those of its class. */
  #noteAdded(value: object, names: readonly string[]): void {
    const added = (value as Record<symbol, unknown>)[TYPE_NAMES];
    const all = added === undefined ? names : namesWithAdded(added, names);
    if (all.length > 0) this.#note(all, value);
  }

  #note(names: readonly string[], value: object): void {
    this.#entries ??= [];
    this.#entries.push(this.#types.reference(names), value);
  }
}

function mark(stream: StreamNumber, value: unknown, entries: readonly unknown[] | undefined): Marked {
  return entries === undefined ? [MARKER, stream, value] : [MARKER, stream, value, entries];
}

/** Beyond these a value is copied with a memory of what was met, which costs more and ends on cycles. */
const NODES_UNTIL_COPYING = 20_000;
const DEPTH_UNTIL_COPYING = 40;

const NO_NAMES: readonly string[] = [];
const TYPE_NAMES = Symbol.for('@cmdlet/core/TypeNames');
