import type { ParameterType, ShapeOf } from './parameter-type.js';
import { typeOf } from './type-of.js';
import type { TypeOf, TypeSpecifier } from './type-specifier.js';

/**
 * A list: `arrayOf(String)` holds `string[]`; `[String]` means the same.
 *
 * A single value becomes a list of one; of a list, each element is converted on its own.
 */
export function arrayOf<const S extends TypeSpecifier>(element: S): ParameterType<TypeOf<S>[]> & ShapeOf<'array'> {
  const type = typeOf(element);
  return { kind: 'array', name: `${type.name}[]`, element: type };
}

/** A set: `setOf(String)` holds `Set<string>`. Converted like a list. */
export function setOf<const S extends TypeSpecifier>(element: S): ParameterType<Set<TypeOf<S>>> & ShapeOf<'set'> {
  const type = typeOf(element);
  return { kind: 'set', name: `Set[${type.name}]`, element: type };
}

/** The type or null. Null may then be given explicitly, and is different from not given. */
export function nullable<const S extends TypeSpecifier>(
  element: S,
): ParameterType<TypeOf<S> | null> & ShapeOf<'nullable'> {
  const type = typeOf(element);
  return { kind: 'nullable', name: type.name, element: type };
}

/**
 * A dictionary: `dictionaryOf(String, Int32)` holds `Map<string, number>`.
 *
 * Made from any `Map` and from plain objects, entry by entry.
 */
export function dictionaryOf<const K extends TypeSpecifier, const V extends TypeSpecifier>(
  key: K,
  value: V,
): ParameterType<Map<TypeOf<K>, TypeOf<V>>> & ShapeOf<'dictionary'> {
  const keyType = typeOf(key);
  const element = typeOf(value);
  return { kind: 'dictionary', name: `Map[${keyType.name},${element.name}]`, key: keyType, element };
}
