import { builtInProperties } from './built-in-properties.js';
import { displayOf } from './display-of.js';
import { isPlainRecord } from './plain-property.js';
import { accessorNames } from './property-names.js';

/**
 * The value of a property by its name, whose case does not matter; undefined if there is none, or nothing in it.
 *
 * Looked for in the class's declared script properties, the entries of a dictionary (`Map`, texts as keys), what values
 * built into the language have (`Length`, `Count`, `Year` …), own properties, and accessors of the class.
 * Throws what the accessor throws.
 */
export function propertyValue(value: unknown, name: string): unknown {
  if (isPlainRecord(value)) {
    const content = value[name];
    // What plain objects inherit are functions.
    if (content !== undefined && typeof content !== 'function' && name !== '__proto__') return content;
  }
  return readProperty(value, name)?.value;
}

/** The same, telling "no such property" (undefined) from a property that holds undefined. */
export function readProperty(value: unknown, name: string): { readonly value: unknown } | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'object') {
    const script = scriptPropertyOf(value, name);
    if (script !== undefined) return { value: script(value as never) };
    if (value instanceof Map) {
      const key = keyOf(value, name);
      if (key !== undefined) return { value: value.get(key) };
    }
  }
  const builtIn = builtInProperties(value);
  const wanted = builtIn === undefined ? undefined : sameNameIn(builtIn.names, name);
  if (wanted !== undefined) return { value: builtIn?.read(value, wanted) };
  const found = typeof value === 'object' ? memberName(value, name) : undefined;
  return found === undefined ? undefined : { value: (value as Readonly<Record<string, unknown>>)[found] };
}

/** The name of a property as the value spells it; undefined if it has none of the name. */
export function findPropertyName(value: unknown, name: string): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'object') {
    const display = displayOf(value);
    const declared =
      sameNameIn(Object.keys(display?.scriptProperties ?? {}), name) ?? sameNameIn(display?.properties ?? [], name);
    if (declared !== undefined) return declared;
    if (value instanceof Map) {
      const key = keyOf(value, name);
      if (key !== undefined) return key;
    }
  }
  const builtIn = sameNameIn(builtInProperties(value)?.names ?? [], name);
  return builtIn ?? (typeof value === 'object' ? memberName(value, name) : undefined);
}

function scriptPropertyOf(value: object, name: string): ((value: never) => unknown) | undefined {
  const scripts = displayOf(value)?.scriptProperties;
  if (scripts === undefined) return undefined;
  const found = sameNameIn(Object.keys(scripts), name);
  return found === undefined ? undefined : scripts[found];
}

/** An own enumerable property or accessor; the exact spelling first. */
function memberName(value: object, name: string): string | undefined {
  if (Object.prototype.propertyIsEnumerable.call(value, name) && !Array.isArray(value)) return name;
  const prototype: unknown = Object.getPrototypeOf(value);
  const own = Array.isArray(value) || ArrayBuffer.isView(value) ? [] : Object.keys(value);
  return sameNameIn(own, name) ?? sameNameIn(accessorNames(prototype), name);
}

function keyOf(map: ReadonlyMap<unknown, unknown>, name: string): string | undefined {
  if (map.has(name)) return name;
  const wanted = name.toLowerCase();
  for (const key of map.keys()) {
    if (typeof key === 'string' && key.length === name.length && key.toLowerCase() === wanted) return key;
  }
  return undefined;
}

function sameNameIn(names: readonly string[], name: string): string | undefined {
  const wanted = name.toLowerCase();
  return (
    names.find((candidate) => candidate === name) ??
    names.find((candidate) => candidate.length === name.length && candidate.toLowerCase() === wanted)
  );
}
