import { CmdletException, type ErrorRecord, isWildcard, wildcardPattern } from '@cmdlet/core';
import { matchingPropertyNames } from '../properties/matching-property-names.js';
import { readProperty } from '../properties/property-value.js';
import { text } from './text.js';
import { textMethods } from './text-methods.js';

/** What a name means for one record. */
export type Member =
  | { readonly kind: 'property'; readonly name: string; readonly read: () => unknown }
  | { readonly kind: 'method'; readonly name: string; readonly invoke: (args: readonly unknown[]) => unknown }
  /** No such member. */
  | { readonly kind: 'none' }
  | { readonly kind: 'ambiguous'; readonly error: ErrorRecord };

/**
 * The property or method of a record that a name means; case does not matter, and wildcards are allowed if they stand for
 * one. A property is looked for first, unless arguments are given: then only methods count.
 */
export function memberOf(record: unknown, name: string, methodsOnly: boolean): Member {
  const properties = methodsOnly ? [] : matchingPropertyNames(record, name);
  const [property] = properties;
  const methods = property !== undefined && !isWildcard(name) ? [] : methodNames(record, name);
  const all = [...properties, ...methods];
  if (all.length > 1) return { kind: 'ambiguous', error: ambiguous(record, name, all) };
  if (property !== undefined) return { kind: 'property', name: property, read: () => readOrNull(record, property) };
  const [method] = methods;
  if (method === undefined) return { kind: 'none' };
  return { kind: 'method', name: method, invoke: (args) => call(record, method, args) };
}

/** The error of a name that is no method. */
export function methodNotFound(record: unknown, name: string): ErrorRecord {
  const facts = { errorId: 'MethodNotFound', category: 'InvalidArgument', target: record } as const;
  return new CmdletException(text.methodNotFound(name), facts).errorRecord;
}

/** What a getter throws is no value. */
function readOrNull(record: unknown, name: string): unknown {
  try {
    return readProperty(record, name)?.value ?? null;
  } catch {
    return null;
  }
}

function call(record: unknown, name: string, args: readonly unknown[]): unknown {
  try {
    const known = typeof record === 'string' ? textMethods[name] : undefined;
    if (known !== undefined) return known(record as string, ...args);
    const method: unknown = Reflect.get(Object(record) as object, name, record);
    return (method as (...args: readonly unknown[]) => unknown).apply(record, [...args]);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CmdletException(text.methodThrew(name, args.length, reason), {
      errorId: 'MethodInvocationError',
      category: 'InvalidOperation',
      target: record,
      cause,
    });
  }
}

function methodNames(record: unknown, name: string): string[] {
  const pattern = wildcardPattern(name);
  const known = typeof record === 'string' ? Object.keys(textMethods).filter((method) => pattern.test(method)) : [];
  const own = namesOfMethods(record).filter((method) => pattern.test(method));
  const exact = [...known, ...own].find((method) => method === name);
  if (exact !== undefined) return [exact];
  // PowerShell's name for a method hides the language's own of the same name.
  const all = [...known, ...own.filter((method) => !known.some((other) => sameName(other, method)))];
  return all.length > 1 && !isWildcard(name) ? all.slice(0, 1) : all;
}

function namesOfMethods(record: unknown): string[] {
  const names = new Set<string>();
  for (let object = Object(record) as object | null; object !== null; object = prototypeOf(object)) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(object))) {
      if (typeof value === 'function' && name !== 'constructor') names.add(name);
    }
  }
  return [...names];
}

/** What all objects have is no member, but for `toString`. */
function prototypeOf(object: object): object | null {
  const prototype = Object.getPrototypeOf(object) as object | null;
  return prototype === Object.prototype ? everyObject : prototype;
}

const everyObject = Object.freeze(
  Object.assign(Object.create(null) as object, {
    toString(this: unknown): string {
      return String(this);
    },
  }),
);

function ambiguous(record: unknown, name: string, members: readonly string[]): ErrorRecord {
  const facts = { errorId: 'AmbiguousPropertyOrMethodName', category: 'InvalidOperation', target: record } as const;
  return new CmdletException(text.ambiguous(name, members), facts).errorRecord;
}

function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
