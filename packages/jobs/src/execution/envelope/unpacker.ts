import { type KnownErrorFacts, restoreError } from './error-facts.js';
import { Entry, MARKER, type Marked, type Place, Stream, type StreamNumber, type TypeDefinition } from './marker.js';
import { restoreRecord } from './record-facts.js';
import { serializationNamed } from './serializable.js';

/** Restores what a {@link Packer} has packed. One serves one connection, in order. */
export class Unpacker {
  /** Stream of the value unpacked last. */
  stream: StreamNumber = Stream.Output;
  readonly #names: (readonly string[])[] = [];

  /** The value as it was sent; on other streams than output a record of that stream. */
  unpack(packed: unknown): unknown {
    this.stream = Stream.Output;
    if (!isMarked(packed)) return packed;
    const [, stream, value, entries] = packed;
    this.stream = stream;
    const restored = entries === undefined ? value : this.#restore(value, entries);
    return stream === Stream.Output ? restored : restoreRecord(stream, restored);
  }

  #restore(value: unknown, entries: readonly unknown[]): unknown {
    const wrapped = entries[0] === 'unwrap';
    const revived = new Map<object, unknown>();
    for (let at = wrapped ? 1 : 0; at < entries.length; ) {
      const entry = entries[at];
      switch (entry) {
        case Entry.Error:
          restoreError(
            entries[at + 1] as Error,
            entries[at + 2] as KnownErrorFacts,
            entries[at + 3] as Record<string, unknown>,
          );
          at += 4;
          break;
        case Entry.Buffer:
          Object.setPrototypeOf(entries[at + 1], Buffer.prototype as object);
          at += 2;
          break;
        case Entry.Revive: {
          const [, into, place, key, holder, name] = entries.slice(at, at + 6);
          this.#revive(into as object, place as Place, key, holder as { data: unknown }, name as string, revived);
          at += 6;
          break;
        }
        default:
          Object.defineProperty(entries[at + 1], TYPE_NAMES, {
            value: this.#namesOf(entry as number | TypeDefinition),
            configurable: true,
            writable: true,
          });
          at += 2;
      }
    }
    return wrapped ? (value as readonly unknown[])[0] : value;
  }

  #namesOf(reference: number | TypeDefinition): readonly string[] | undefined {
    if (typeof reference === 'number') return this.#names[reference];
    this.#names[reference.id] = reference.names;
    return reference.names;
  }

  #revive(
    into: object,
    place: Place,
    key: unknown,
    holder: { data: unknown },
    name: string,
    revived: Map<object, unknown>,
  ): void {
    if (!revived.has(holder)) revived.set(holder, revive(holder.data, name));
    const value = revived.get(holder);
    if (into instanceof Map) {
      if (place === 'map value') into.set(revived.get(key as object) ?? key, value);
      else replaceAll(into, holder, value);
    } else if (into instanceof Set) {
      replaceAll(into, holder, value);
    } else {
      Object.defineProperty(into, key as PropertyKey, { value, enumerable: true, configurable: true, writable: true });
    }
  }
}

function revive(data: unknown, name: string): unknown {
  const serialization = serializationNamed(name);
  if (serialization !== undefined) return serialization.revive(data);
  if (typeof data !== 'object' || data === null) return data;
  Object.defineProperty(data, TYPE_NAMES, { value: [`Deserialized.${name}`], configurable: true, writable: true });
  return data;
}

/** Puts a value in the place of another one, all others keeping theirs. */
function replaceAll(into: Map<unknown, unknown> | Set<unknown>, old: unknown, value: unknown): void {
  const entries = [...into.entries()];
  into.clear();
  for (const [key, element] of entries) {
    const now = key === old ? value : key;
    if (into instanceof Map) into.set(now, element);
    else into.add(now);
  }
}

const TYPE_NAMES = Symbol.for('@cmdlet/core/TypeNames');

function isMarked(packed: unknown): packed is Marked {
  return Array.isArray(packed) && packed[0] === MARKER;
}
