import type { Class, ParameterType, PropertyTypes, ShapeOf } from '../../declare/types/parameter-type.js';
import type { Conversion, Converter, Enclosing } from './conversion.js';
import { ConversionException } from './conversion-exception.js';
import { entriesOf } from './list-elements.js';
import { parseFailure, refusal } from './refusal.js';
import { findProperty, isReadOnly, type SettableProperty, settableProperties } from './settable-properties.js';
import { badProperty, cannotCreate, cyclicValue, noSuchProperty, readOnlyProperty } from './text.js';
import { textOfValue } from './text-of-value.js';

/**
 * Converts to an instance of a class.
 *
 * 1. A class with a static `from(value)` decides; what it throws is the reason of the failure.
 * 2. A dictionary or plain object: a new instance, and each entry assigned to the property of that name (in any
 *    case), converted to the property's declared type, or to the type of its initial value. A name that the class
 *    does not have is an error which lists the settable ones.
 *
 * @param converterOf gives the converters of the properties' types, when they are needed: a class may mention itself
 */
export function classConverter(type: ShapeOf<'class'>, converterOf: (type: ParameterType) => Converter): Converter {
  const target = type.class as Class<object> & { from?(value: unknown): unknown };
  return (value, conversion) => {
    if (value === null || value === undefined) return null;
    if (value instanceof target) return value;
    if (typeof target.from === 'function') return fromItself(value);
    const entries = entriesOf(value);
    if (entries === undefined || target.length > 0) throw refusal(value, type.name);
    const inner = inside(value, conversion);
    return assignAll(create(), entries, inner);
  };

  function fromItself(value: unknown): unknown {
    try {
      return target.from?.(value);
    } catch (error) {
      throw parseFailure(value, type.name, reasonOf(error), error);
    }
  }

  /** A class without parameters of its constructor, unless it is abstract: then its own error is the reason. */
  function create(): object {
    try {
      return Reflect.construct(target, []) as object;
    } catch (error) {
      throw failure(reasonOf(error), error);
    }
  }

  function assignAll(instance: object, entries: readonly [unknown, unknown][], conversion: Conversion): object {
    const settable = settableProperties(instance, declaredProperties());
    for (const [key, content] of entries) {
      const name = textOfValue(key);
      const property = findProperty(settable, name);
      if (property === undefined) throw unknownProperty(instance, name, settable);
      assign(instance, property, content, conversion);
    }
    return instance;
  }

  function assign(instance: object, property: SettableProperty, content: unknown, conversion: Conversion): void {
    const { name, type: propertyType } = property;
    try {
      const nested = { ...conversion, inside: conversion.inside && { ...conversion.inside, property: name } };
      const keepsNull = (content === null || content === undefined) && conversion.options.historical !== true;
      const value = keepsNull && propertyType.kind === 'string' ? null : converterOf(propertyType)(content, nested);
      (instance as Record<string, unknown>)[name] = value;
    } catch (error) {
      throw failure(badProperty(name, reasonOf(error)), error);
    }
  }

  function inside(value: unknown, { options, inside: outer }: Conversion): Conversion {
    for (let enclosing = outer; enclosing !== undefined; enclosing = enclosing.outer) {
      if (enclosing.value === value) throw failure(cyclicValue(pathFrom(enclosing, outer)));
    }
    return { options, inside: { value, property: '', outer } };
  }

  function unknownProperty(instance: object, name: string, settable: readonly SettableProperty[]): ConversionException {
    return failure(
      isReadOnly(instance, name)
        ? readOnlyProperty(name)
        : noSuchProperty(
            name,
            type.name,
            settable.map((property) => property.name),
          ),
    );
  }

  function failure(reason: string, cause?: unknown): ConversionException {
    return new ConversionException('ObjectCreationError', cannotCreate(type.name, reason), cause);
  }

  function declaredProperties(): PropertyTypes {
    return typeof type.properties === 'function' ? type.properties() : (type.properties ?? {});
  }
}

/** The names of the properties that lead from an object back to itself. */
function pathFrom(start: Enclosing, end: Enclosing | undefined): string {
  const names: string[] = [];
  for (let enclosing = end; enclosing !== undefined; enclosing = enclosing === start ? undefined : enclosing.outer) {
    names.unshift(enclosing.property);
  }
  return names.join('.');
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
