import { builtInProperties } from './built-in-properties.js';
import { displayOf } from './display-of.js';

/**
 * The names of the properties that views and object cmdlets see of a value, in order. One decision for all of them:
 *
 * * what its class declares by `@View.properties(…)`, if it does; else
 * * own enumerable properties in the order in which they were made (a plain object, class fields), then
 * * readable accessors of its class, then of the bases of that;
 * * of values built into the language what PowerShell's class has: `Length` of a text or list, `Day` … of a date;
 * * a dictionary (`Map`) has `Keys`, `Values` and `Count`; its entries are reached by {@link propertyValue} only.
 *
 * Methods, symbols and names that begin with `#` or `~` are no properties; null and undefined have none. Spelled as the
 * object spells them; whoever looks one up ignores case.
 */
export function propertyNamesOf(value: unknown): readonly string[] {
  if (value === null || value === undefined) return NONE;
  const builtIn = builtInProperties(value);
  if (typeof value !== 'object' && typeof value !== 'function') return builtIn === undefined ? NONE : builtIn.names;
  const display = displayOf(value);
  if (display?.properties !== undefined) return display.properties;
  if (builtIn !== undefined) return withOwn(builtIn.names, builtIn.hidesOwn ? NONE : Object.keys(value));
  const accessors = accessorNames(Object.getPrototypeOf(value));
  const own = Object.keys(value);
  const added = display?.scriptProperties === undefined ? NONE : Object.keys(display.scriptProperties);
  if (accessors.length === 0 && added.length === 0) return own;
  return withOwn(withOwn(own, accessors), added);
}

/** Readable accessors of a prototype chain, most derived class first; each as the first spells it. */
export function accessorNames(prototype: unknown): readonly string[] {
  if (typeof prototype !== 'object' || prototype === null || prototype === Object.prototype) return NONE;
  let names = known.get(prototype);
  if (names === undefined) {
    const own = Object.entries(Object.getOwnPropertyDescriptors(prototype))
      .filter(
        ([name, descriptor]) =>
          'get' in descriptor &&
          Reflect.get(descriptor, 'get') !== undefined &&
          name !== '__proto__' &&
          !name.startsWith('~'),
      )
      .map(([name]) => name);
    names = withOwn(own, accessorNames(Object.getPrototypeOf(prototype)));
    known.set(prototype, names);
  }
  return names;
}

const NONE: readonly string[] = [];
const known = new WeakMap<object, readonly string[]>();

function withOwn(first: readonly string[], second: readonly string[]): readonly string[] {
  return second.length === 0 ? first : [...new Set([...first, ...second])];
}
