import { brand } from './brand.js';
import { typeNameOf } from './type-name.js';

/** Under it a value holds type names beside those of its class, most specific first: a text or a list of texts. */
export const TYPE_NAMES: symbol = brand('TypeNames');

/**
 * The type names of a value, most specific first: those added under {@link TYPE_NAMES}, its `Symbol.toStringTag`, and
 * the names of its class and the bases of that. A plain object ends with `Object`.
 *
 * Views and display properties are chosen by them, and `-PSTypeName` tests them.
 *
 * @example
 * typeNamesOf(new Dog());                          // ['Dog', 'Animal', 'Object']
 * typeNamesOf({ [TYPE_NAMES]: 'Forecast' });       // ['Forecast', 'Object']
 */
export function typeNamesOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [typeNameOf(value)];
  const prototype: unknown = Object.getPrototypeOf(value);
  const inherited = namesOfClass(prototype);
  const added: unknown = Reflect.get(value, TYPE_NAMES);
  const tag: unknown = Reflect.get(value, Symbol.toStringTag);
  if (added === undefined && typeof tag !== 'string') return inherited;
  const names = [...(added === undefined ? [] : [added].flat().map(String)), ...(typeof tag === 'string' ? [tag] : [])];
  return [...new Set([...names, ...inherited])];
}

function namesOfClass(prototype: unknown): readonly string[] {
  if (typeof prototype !== 'object' || prototype === null) return PLAIN;
  let names = known.get(prototype);
  if (names === undefined) {
    const made: unknown = Object.hasOwn(prototype, 'constructor') ? prototype.constructor : undefined;
    const own = typeof made === 'function' && made.name !== '' ? [made.name] : [];
    names = prototype === Object.prototype ? PLAIN : [...own, ...namesOfClass(Object.getPrototypeOf(prototype))];
    known.set(prototype, names);
  }
  return names;
}

const PLAIN: readonly string[] = ['Object'];
const known = new WeakMap<object, readonly string[]>();
