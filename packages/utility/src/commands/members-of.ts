import { isPropertyBag, textOfValue, typeNameOf } from '@cmdlet/core';
import { builtInProperties } from '../properties/built-in-properties.js';
import { propertyNamesOf } from '../properties/property-names.js';
import { propertyValue } from '../properties/property-value.js';
import { MemberDefinition } from './member-definition.js';

/** The properties of an object as object cmdlets see them, and the methods of its class. */
export function membersOf(object: unknown, typeName: string, force: boolean): MemberDefinition[] {
  const own = typeof object === 'object' && object !== null ? new Set(Object.keys(object)) : new Set<string>();
  const isBag = isPropertyBag(object);
  const names = object instanceof Map ? (builtInProperties(object)?.names ?? []) : propertyNamesOf(object);
  const properties = names.map((name) => {
    const definition = definitionOf(object, name);
    if (isBag || (own.has(name) && builtInProperties(object) !== undefined)) {
      return new MemberDefinition(typeName, name, 'NoteProperty', definition);
    }
    return new MemberDefinition(typeName, name, 'Property', definition);
  });
  return [...properties, ...methodsOf(object, typeName, force)];
}

/** The static members of an object's class, or of the class that the object is. */
export function staticMembersOf(object: unknown, typeName: string): MemberDefinition[] {
  const target: unknown = typeof object === 'function' ? object : (Object(object) as object).constructor;
  if (typeof target !== 'function') return [];
  return Object.getOwnPropertyNames(target)
    .filter((name) => !['length', 'name', 'prototype', 'arguments', 'caller'].includes(name))
    .map((name) => {
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function'
        ? new MemberDefinition(typeName, name, 'Method', callOf(name, value))
        : new MemberDefinition(typeName, name, 'Property', `${shownType(value)} ${name}`);
    });
}

/** `int Age=41`, `string Name=Oslo`; of a list and a dictionary the name of its class. */
function definitionOf(object: unknown, name: string): string {
  let value: unknown;
  try {
    value = propertyValue(object, name);
  } catch {
    return `${name}`;
  }
  return `${shownType(value)} ${name}=${shownValue(value)}`;
}

function shownType(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'number':
      return Number.isInteger(value) ? (Math.abs(value) < 2 ** 31 ? 'int' : 'long') : 'double';
    case 'boolean':
      return 'bool';
    case 'bigint':
      return 'bigint';
    case 'object':
      if (value === null) return 'object';
      if (value instanceof Date) return 'datetime';
      if (Array.isArray(value)) return 'Object[]';
      return value instanceof Map ? 'hashtable' : typeNameOf(value);
    default:
      return value === undefined ? 'object' : typeNameOf(value);
  }
}

function shownValue(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'Object[]';
  return value instanceof Map || value instanceof Set ? typeNameOf(value) : textOfValue(value);
}

function methodsOf(object: unknown, typeName: string, force: boolean): MemberDefinition[] {
  const methods = new Map<string, MemberDefinition>();
  for (
    let level: unknown = Object.getPrototypeOf(Object(object));
    isObject(level) && level !== Object.prototype;
    level = Object.getPrototypeOf(level)
  ) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(level))) {
      const isHidden = name === 'constructor' || /^[_#~]/.test(name);
      if (typeof value !== 'function' || methods.has(name) || (isHidden && !force)) continue;
      methods.set(name, new MemberDefinition(typeName, name, 'Method', callOf(name, value as () => unknown)));
    }
  }
  return [...methods.values()];
}

/** `format(a, b)`, from how many parameters the function declares. */
function callOf(name: string, { length }: { readonly length: number }): string {
  const parameters = Array.from({ length }, (_, index) => `arg${index + 1}`);
  return `${name}(${parameters.join(', ')})`;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
