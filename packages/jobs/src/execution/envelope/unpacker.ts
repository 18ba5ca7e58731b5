import { type KnownErrorFacts, restoreError } from './error-facts.js';
import { Entry, MARKER, type Marked, type Place, Stream, type StreamNumber, type TypeDefinition } from './marker.js';
import { restoreRecord } from './record-facts.js';
import { ReviveError } from './revive-error.js';
import { type ClassReference, nameOfReference, serializationNamed } from './serializable.js';

/** Imports a module by its URL. */
export type Load = (url: string) => Promise<unknown>;

/** Restores what a {@link Packer} has packed. One serves one connection, in order. */
export class Unpacker {
  /** Stream of the value unpacked last. */
  stream: StreamNumber = Stream.Output;
  readonly #names: (readonly string[])[] = [];
  /** Modules by their URL, from when they are asked for; those that were tried have been loaded, or cannot be. */
  readonly #loading = new Map<string, Promise<unknown>>();
  readonly #tried = new Set<string>();

  /** @param load imports a module by its URL. Default: modules that the other side names are not loaded */
  constructor(private readonly load?: Load) {}

  /**
   * Loads the classes that a packed value has instances of and that are not known here yet. One that cannot be loaded
   * stays unknown. Undefined where there is nothing to load.
   */
  loadClasses(packed: unknown): Promise<void> | undefined {
    const entries = isMarked(packed) ? packed[3] : undefined;
    if (this.load === undefined || entries === undefined || !entries.includes(Entry.Revive)) return undefined;
    const loading = modulesOf(entries)
      .filter(({ name, module }) => serializationNamed(name) === undefined && !this.#tried.has(module))
      .map(({ module }) => this.#load(module, this.load as Load));
    return loading.length === 0 ? undefined : Promise.all(loading).then(() => undefined);
  }

  /** Others may wait for the same module already. */
  #load(url: string, load: Load): Promise<unknown> {
    let loading = this.#loading.get(url);
    if (loading === undefined) {
      loading = load(url)
        .catch(() => undefined)
        .then(() => this.#tried.add(url));
      this.#loading.set(url, loading);
    }
    return loading;
  }

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
          const [, into, place, key, holder, reference] = entries.slice(at, at + 6);
          const name = nameOfReference(reference as ClassReference);
          this.#revive(into as object, place as Place, key, holder as { data: unknown }, name, revived);
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
  if (serialization !== undefined) {
    try {
      return serialization.revive(data);
    } catch (error) {
      throw new ReviveError(name, error);
    }
  }
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

/** The classes whose instances are to be made and whose modules are known. */
function modulesOf(entries: readonly unknown[]): Exclude<ClassReference, string>[] {
  const modules: Exclude<ClassReference, string>[] = [];
  for (let at = entries[0] === 'unwrap' ? 1 : 0; at < entries.length; at += lengthOf(entries[at])) {
    const reference = entries[at + 5] as ClassReference;
    if (entries[at] === Entry.Revive && typeof reference === 'object') modules.push(reference);
  }
  return modules;
}

/** How many elements an entry has that begins so. */
function lengthOf(entry: unknown): number {
  if (entry === Entry.Revive) return 6;
  return entry === Entry.Error ? 4 : 2;
}
