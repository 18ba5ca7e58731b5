import { Duration } from '../../declare/types/duration.js';
import type { ParameterType, ShapeOf } from '../../declare/types/parameter-type.js';
import { isParameterType } from '../../declare/types/type-of.js';
import { Version } from '../../declare/types/version.js';
import { canBeNull } from './can-be-null.js';
import { isOneShot } from './enumerable-elements.js';
import { listElements } from './list-elements.js';
import { isEnumValue } from './to-enum.js';

/**
 * Whether a parameter of the type takes the value as it is: the test of binding without conversion.
 *
 * A parameter that holds a list also takes a single element, and any list whose elements all have the element type;
 * {@link asInstance} then builds the list. An iterator is no instance, for testing its elements would use them up.
 * Null is an instance of whatever can hold it, except text. The number 7 is an instance of `Int32` and of `Double`,
 * 2.5 of `Double` only.
 */
export function isInstanceOf(value: unknown, type: ParameterType): boolean {
  return testerOf(type)(value);
}

/** The value as a parameter of the type holds it, once {@link isInstanceOf} has said yes. */
export function asInstance(value: unknown, type: ParameterType): unknown {
  if ((type.kind !== 'array' && type.kind !== 'set') || value === null || value === undefined) return value ?? null;
  if (type.kind === 'array' ? Array.isArray(value) : value instanceof Set) return value;
  const elements = listElements(value, type.element) ?? [value];
  return type.kind === 'array' ? [...elements] : new Set(elements);
}

/** Whether a value already is the very list that a parameter of the type holds, lists inside it included. */
export function isBuilt(value: unknown, type: ShapeOf<'array' | 'set'>): boolean {
  if (type.kind === 'array') return Array.isArray(value) && value.every(elementTesterOf(type.element));
  return value instanceof Set && [...value].every(elementTesterOf(type.element));
}

/** The test of {@link isInstanceOf} for one type, to be kept where many values are tested. */
export function testerOf(type: ParameterType): Tester {
  let tester = testers.get(type);
  if (tester === undefined) {
    tester = makeTester(type);
    testers.set(type, tester);
  }
  return tester;
}

export type Tester = (value: unknown) => boolean;

const testers = new WeakMap<ParameterType, Tester>();
const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

function makeTester(type: ParameterType): Tester {
  switch (type.kind) {
    case 'any':
      return () => true;
    case 'string':
      return (value) => typeof value === 'string';
    case 'char':
      return (value) => typeof value === 'string' && value.length === 1;
    case 'boolean':
    case 'switch':
      return (value) => typeof value === 'boolean';
    case 'number':
      return (value) => typeof value === 'number';
    case 'integer': {
      const { min, max } = type;
      return (value) => Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
    }
    case 'bigint':
      return (value) => typeof value === 'bigint';
    case 'date':
      return (value) => value instanceof Date;
    case 'duration':
      return (value) => value instanceof Duration;
    case 'guid':
      return (value) => typeof value === 'string' && GUID.test(value);
    case 'version':
      return orNull((value) => value instanceof Version);
    case 'uri':
      return orNull((value) => value instanceof URL);
    case 'regex':
      return orNull((value) => value instanceof RegExp);
    case 'scriptBlock':
      return orNull((value) => typeof value === 'function');
    case 'type':
      return orNull(isParameterType);
    case 'enum':
      return isEnumValue(type);
    case 'class': {
      const target = type.class;
      return orNull((value) => value instanceof target);
    }
    case 'nullable':
      return orNull(testerOf(type.element));
    case 'dictionary':
      return dictionaryTester(type);
    case 'array':
    case 'set':
      return listTester(type);
  }
}

function listTester(type: ShapeOf<'array' | 'set'>): Tester {
  const { element } = type;
  const testSingle = element.kind === 'array' || element.kind === 'set' ? () => false : testerOf(element);
  const testElement = elementTesterOf(element);
  return (value) => {
    if (value === null || value === undefined) return true;
    const elements = listElements(value, element);
    if (elements === undefined) return testSingle(value);
    if (isOneShot(elements)) return false;
    for (const item of elements) {
      if (!testElement(item)) return false;
    }
    return true;
  };
}

/** Inside a list nothing is built: a list of lists must hold lists, and null stands for whatever can be null. */
function elementTesterOf(element: ParameterType): Tester {
  const nullElements = canBeNull(element);
  const test: Tester =
    element.kind === 'array' || element.kind === 'set' ? (value) => isBuilt(value, element) : testerOf(element);
  return (value) => (value === null || value === undefined ? nullElements : test(value));
}

function dictionaryTester(type: ShapeOf<'dictionary'>): Tester {
  const testKey = testerOf(type.key);
  const testElement = testerOf(type.element);
  const takesAnything = type.key.kind === 'any' && type.element.kind === 'any';
  return orNull((value) => {
    if (!(value instanceof Map)) return false;
    return takesAnything || [...value].every(([key, element]) => testKey(key) && testElement(element));
  });
}

function orNull(tester: Tester): Tester {
  return (value) => value === null || value === undefined || tester(value);
}
