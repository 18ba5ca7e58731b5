import 'reflect-metadata';
import type { Class } from './types/parameter-type.js';

/**
 * What the compiler noted as a property's type, if it can be relied on.
 *
 * Compilers disagree on everything they cannot express (unions, interfaces, aliases, generics): one writes `Object`
 * where another writes `String`, and `Array` says nothing about its elements. Such notes count as none.
 */
export function designTypeOf(prototype: object, property: string): CallableFunction | undefined {
  const noted: unknown = Reflect.getMetadata('design:type', prototype, property);
  return typeof noted === 'function' && !UNRELIABLE.has(noted) ? noted : undefined;
}

const UNRELIABLE: ReadonlySet<unknown> = new Set([Object, Array, Promise, Symbol]);

/**
 * What the compiler noted as the types of a constructor's parameters, without those that have a default value.
 *
 * Undefined where nothing was noted: only decorated classes are, and only by compilers that emit decorator metadata. An
 * element is undefined where the note cannot be relied on. A class without constructor has that of its base.
 */
export function constructorTypesOf(target: Class): readonly (CallableFunction | undefined)[] | undefined {
  for (let level: unknown = target; typeof level === 'function'; level = Object.getPrototypeOf(level)) {
    const noted: unknown = Reflect.getOwnMetadata('design:paramtypes', level);
    if (!Array.isArray(noted)) continue;
    return noted
      .slice(0, level.length)
      .map((type: unknown) => (typeof type === 'function' && !VAGUE.has(type) ? type : undefined));
  }
  return undefined;
}

/** What a compiler notes for interfaces, unions and primitives. */
const VAGUE: ReadonlySet<unknown> = new Set([...UNRELIABLE, String, Number, Boolean, BigInt, Function]);
