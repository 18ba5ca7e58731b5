import type { Class, ParameterType, PropertyTypes } from '../../declare/types/parameter-type.js';
import { typeOf } from '../../declare/types/type-of.js';

/** A property that can be assigned, and what it holds. */
export interface SettableProperty {
  readonly name: string;
  readonly type: ParameterType;
}

/** Declared properties, own data properties, and setters of the class and its bases; no read-only ones. */
export function settableProperties(instance: object, declared: PropertyTypes): SettableProperty[] {
  const types = new Map<string, ParameterType>();
  for (const [name, descriptor] of membersOf(instance)) {
    if (isSettable(instance, name, descriptor)) types.set(name, declared[name] ?? typeOfInitialValue(descriptor.value));
  }
  for (const [name, type] of Object.entries(declared)) {
    if (!types.has(name) && !isReadOnly(instance, name)) types.set(name, type);
  }
  return Array.from(types, ([name, type]) => ({ name, type }));
}

/** The property of a name: in the same case, else in any. */
export function findProperty(properties: readonly SettableProperty[], name: string): SettableProperty | undefined {
  const lower = name.toLowerCase();
  return (
    properties.find((property) => property.name === name) ??
    properties.find((property) => property.name.toLowerCase() === lower)
  );
}

/** Whether there is a property of that name, in any case, that cannot be assigned. */
export function isReadOnly(instance: object, name: string): boolean {
  const lower = name.toLowerCase();
  return [...membersOf(instance)].some(
    ([key, descriptor]) =>
      key.toLowerCase() === lower &&
      (descriptor.get !== undefined || descriptor.writable === false) &&
      !isSettable(instance, key, descriptor),
  );
}

/** Members of an object and of its classes, the nearest of each name only. */
function membersOf(instance: object): Map<string, PropertyDescriptor> {
  const members = new Map<string, PropertyDescriptor>();
  let holder: object | null = instance;
  while (holder !== null && holder !== Object.prototype) {
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(holder))) {
      if (!members.has(name)) members.set(name, descriptor);
    }
    holder = Object.getPrototypeOf(holder) as object | null;
  }
  return members;
}

/** Methods are writable too, but stand on the class. */
function isSettable(instance: object, name: string, descriptor: PropertyDescriptor): boolean {
  return descriptor.set !== undefined || (descriptor.writable === true && Object.hasOwn(instance, name));
}

/** What a property without declared type holds: what it holds in a new instance; anything where that is nothing. */
function typeOfInitialValue(value: unknown): ParameterType {
  if (value === null || value === undefined) return typeOf(Object);
  if (Array.isArray(value)) return typeOf(Array);
  const maker: unknown = (value as { constructor?: unknown }).constructor;
  return typeof maker === 'function' ? typeOf(maker as Class) : typeOf(Object);
}
