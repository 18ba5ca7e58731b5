import type { Class, ParameterType, PropertyTypes, ShapeOf } from './parameter-type.js';
import { typeOf } from './type-of.js';
import type { TypeSpecifier } from './type-specifier.js';

/** Types of properties, by name; methods are none. */
type PropertySpecifiers<T> = {
  readonly [P in keyof T as T[P] extends (...parameters: never[]) => unknown ? never : P]?: TypeSpecifier;
};

/**
 * A class whose properties have declared types, so that plain objects and dictionaries become instances of it.
 *
 * Without declared types a property takes the type of its initial value, and anything if it has none. A class with a
 * static `from(value)` decides itself what it is made from.
 *
 * @param properties their types by name; a function that gives them where the class mentions itself
 *
 * @example
 * class Person { name = ''; age = 0; tags: string[] = []; }
 * classOf(Person, { age: Int32, tags: [String] })   // { Name: 'Ann', Age: '7' } becomes a Person
 */
export function classOf<T>(
  target: Class<T>,
  properties: PropertySpecifiers<T> | (() => PropertySpecifiers<T>),
): ParameterType<T> & ShapeOf<'class'> {
  return {
    kind: 'class',
    name: target.name,
    class: target,
    properties: typeof properties === 'function' ? () => typesOf(properties()) : typesOf(properties),
  };
}

function typesOf(specifiers: Readonly<Record<string, TypeSpecifier | undefined>>): PropertyTypes {
  const types: Record<string, ParameterType> = {};
  for (const [name, specifier] of Object.entries(specifiers)) {
    if (specifier !== undefined) types[name] = typeOf(specifier);
  }
  return types;
}
