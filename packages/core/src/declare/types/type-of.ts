import { MetadataException } from '../../records/exceptions.js';
import { typeNameOf } from '../../records/type-name.js';
import { Duration } from './duration.js';
import { BigInteger, Double } from './number-types.js';
import type { Class, ParameterType } from './parameter-type.js';
import {
  AnyType,
  BooleanType,
  DateType,
  DurationType,
  RegexType,
  ScriptBlock,
  StringType,
  UriType,
  VersionType,
} from './simple-types.js';
import { unusableTypeSpecifier } from './text.js';
import type { TypeOf, TypeSpecifier } from './type-specifier.js';
import { Version } from './version.js';

/**
 * The parameter type that a specifier means.
 *
 * @throws MetadataException `ParameterTypeNotSupported` for anything that is no specifier, such as a class that is
 *   undefined because two modules import each other
 */
export function typeOf<const S extends TypeSpecifier>(specifier: S): ParameterType<TypeOf<S>>;
export function typeOf(specifier: TypeSpecifier): ParameterType {
  const known = wellKnown.get(specifier);
  if (known !== undefined) return known;
  if (isList(specifier)) return listOf(specifier);
  if (typeof specifier === 'function' && isClass(specifier)) return classType(specifier);
  if (isParameterType(specifier)) return specifier;
  throw new MetadataException('ParameterTypeNotSupported', unusableTypeSpecifier(describe(specifier)));
}

/** Whether a value is a parameter type: has a kind and a name. */
export function isParameterType(value: unknown): value is ParameterType {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as { kind?: unknown }).kind === 'string' &&
    typeof (value as { name?: unknown }).name === 'string'
  );
}

const listOfAny: ParameterType = { kind: 'array', name: `${AnyType.name}[]`, element: AnyType };

/** Classes are added when they are first asked for, so that a class has one type and its converter is made once. */
const wellKnown = new Map<unknown, ParameterType>([
  [String, StringType],
  [Number, Double],
  [Boolean, BooleanType],
  [BigInt, BigInteger],
  [Date, DateType],
  [RegExp, RegexType],
  [URL, UriType],
  [Duration, DurationType],
  [Version, VersionType],
  [Function, ScriptBlock],
  [Object, AnyType],
  [Array, listOfAny],
  [Map, { kind: 'dictionary', name: 'hashtable', key: AnyType, element: AnyType }],
  [Set, { kind: 'set', name: 'Set', element: AnyType }],
]);
const classTypes = new WeakMap<Class, ParameterType>();

function isList(specifier: TypeSpecifier): specifier is readonly [TypeSpecifier] {
  return Array.isArray(specifier);
}

function listOf(specifier: readonly TypeSpecifier[]): ParameterType {
  const [element] = specifier;
  if (specifier.length !== 1 || element === undefined) {
    throw new MetadataException('ParameterTypeNotSupported', unusableTypeSpecifier(describe(specifier)));
  }
  const type: ParameterType = typeOf(element);
  return { kind: 'array', name: `${type.name}[]`, element: type };
}

function isClass(specifier: unknown): specifier is Class {
  return typeof specifier === 'function' && typeof specifier.prototype === 'object' && specifier.prototype !== null;
}

function classType(specifier: Class): ParameterType {
  let type = classTypes.get(specifier);
  if (type === undefined) {
    type = { kind: 'class', name: specifier.name, class: specifier };
    classTypes.set(specifier, type);
  }
  return type;
}

function describe(specifier: unknown): string {
  if (Array.isArray(specifier)) return `a list of ${specifier.length} types`;
  if (typeof specifier === 'function') return `the function ${specifier.name || 'without a name'}`;
  if (specifier === undefined || specifier === null) return String(specifier);
  return `a value of type ${typeNameOf(specifier)}`;
}
