import { type TypeDisplay, typeDisplayOf, typeNamesOf } from '@cmdlet/core';

/** What is declared about objects of one class or type name, their views apart. */
export type ValueDisplay = Omit<TypeDisplay, 'views'>;

/** What is registered for names of types; see {@link registerTypeDisplay}. */
const registered = new Map<string, ValueDisplay>();
/** Asked for with every property that is read. */
let isAnyRegistered = false;

/**
 * Declares display properties, the order of properties, or properties of its own for all objects that have a type name.
 * It stands above what their class declares.
 *
 * @returns takes it back
 *
 * @example
 * registerTypeDisplay('My.Server', { defaultDisplayPropertySet: ['Name', 'Load'] });
 */
export function registerTypeDisplay(typeName: string, display: ValueDisplay): () => void {
  const name = typeName.toLowerCase();
  registered.set(name, { ...registered.get(name), ...display });
  isAnyRegistered = true;
  return () => {
    registered.delete(name);
    isAnyRegistered = registered.size > 0;
  };
}

/** Whether type names matter beside classes. */
export function hasRegisteredDisplays(): boolean {
  return isAnyRegistered;
}

/** What is declared about an object by its type names and its class; undefined if nothing is. */
export function displayOf(value: object): ValueDisplay | undefined {
  const ofClass = displayOfClass(value);
  if (!isAnyRegistered) return ofClass;
  for (const name of typeNamesOf(value)) {
    const display = registered.get(name.toLowerCase());
    if (display === undefined) continue;
    return { ...ofClass, ...display, scriptProperties: { ...ofClass?.scriptProperties, ...display.scriptProperties } };
  }
  return ofClass;
}

/** What the class of an object declares, views included; undefined for plain objects. */
export function displayOfClass(value: object): TypeDisplay | undefined {
  const maker: unknown = (value as { constructor?: unknown }).constructor;
  if (typeof maker !== 'function' || maker === Object) return undefined;
  let display = known.get(maker);
  if (display === undefined) {
    display = typeDisplayOf(maker as new () => object);
    known.set(maker, display);
  }
  return display;
}

/** Declarations are complete when the first object of the class exists. */
const known = new WeakMap<object, TypeDisplay>();
