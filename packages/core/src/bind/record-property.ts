import type { ParameterMetadata } from '../declare/metadata.js';
import { sameName } from '../declare/names.js';
import type { BindableParameter } from './bindable-parameter.js';

/** Says that a record has no property for the parameter. */
export const NO_PROPERTY = Symbol('no property');

/**
 * The value of the record's property that has the name of a parameter, or else one of its aliases; the first that
 * exists is used, whatever it holds. Case does not matter.
 *
 * Properties are the own enumerable ones, and what accessors of the record's class give. Entries of a `Map` and
 * elements of a list are none; null and primitives have none.
 *
 * @throws RecordPropertyFailure if the property cannot be read
 */
export function recordProperty(record: unknown, { metadata }: BindableParameter): unknown {
  const key = propertyKey(record, metadata);
  if (key === undefined) return NO_PROPERTY;
  try {
    return (record as Record<string, unknown>)[key];
  } catch (cause) {
    throw new RecordPropertyFailure(key, cause);
  }
}

/** The property of a record that {@link recordProperty} reads, as the record spells it; undefined if there is none. */
export function propertyKey(record: unknown, { property, name, aliases }: ParameterMetadata): string | undefined {
  if (typeof record !== 'object' || record === null) return undefined;
  // Plain data mostly has the parameter's own spelling.
  if (isEnumerable(record, property) && sameName(property, name)) return property;
  let key = findKey(record, name);
  for (let index = 0; key === undefined && index < aliases.length; index++) key = findKey(record, aliases[index]!);
  return key;
}

/** A property of a record threw when it was read. */
export class RecordPropertyFailure extends Error {
  override name = 'RecordPropertyFailure';
  constructor(
    readonly property: string,
    override readonly cause: unknown,
  ) {
    super(`The property '${property}' could not be read.`, { cause });
  }
}

function isEnumerable(record: object, property: string): boolean {
  return Object.prototype.propertyIsEnumerable.call(record, property);
}

function findKey(record: object, name: string): string | undefined {
  const wanted = name.toLowerCase();
  for (const key in record) {
    if (key.length === name.length && key.toLowerCase() === wanted && Object.hasOwn(record, key)) return key;
  }
  return accessorOf(Object.getPrototypeOf(record), wanted);
}

function accessorOf(prototype: unknown, wanted: string): string | undefined {
  for (let level = prototype; isClassPrototype(level); level = Object.getPrototypeOf(level)) {
    const accessors = accessorsOf(level);
    const key = accessors.get(wanted);
    if (key !== undefined) return key;
  }
  return undefined;
}

/** Readable accessors of one prototype: lower-case name → name. Classes do not change, so they are looked up once. */
function accessorsOf(prototype: object): ReadonlyMap<string, string> {
  let accessors = known.get(prototype);
  if (accessors === undefined) {
    const getters = Object.entries(Object.getOwnPropertyDescriptors(prototype)).filter(
      ([, descriptor]) => descriptor.get !== undefined,
    );
    accessors = new Map(getters.map(([name]) => [name.toLowerCase(), name]));
    known.set(prototype, accessors);
  }
  return accessors;
}

const known = new WeakMap<object, ReadonlyMap<string, string>>();

function isClassPrototype(level: unknown): level is object {
  return typeof level === 'object' && level !== null && level !== Object.prototype;
}
