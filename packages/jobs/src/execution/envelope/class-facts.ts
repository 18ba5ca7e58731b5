import { types } from 'node:util';
import { type Serialization, serializationOf } from './serializable.js';

/** How the instances of a class are sent. */
export type ClassKind =
  | 'plain'
  | 'bag'
  | 'array'
  | 'map'
  | 'set'
  | 'error'
  | 'buffer'
  | 'view'
  | 'value'
  | 'unclonable';

/** What is known of all objects with one prototype. */
export interface ClassFacts {
  readonly kind: ClassKind;
  /** Name of the class, for people. */
  readonly name: string;
  /** Names of the class and its bases, most specific first; empty for what structured clone keeps by itself. */
  readonly names: readonly string[];
  /** Properties that the class computes: they are sent with the value that they have. */
  readonly getters: readonly string[];
  readonly serialization: Serialization | undefined;
  /** Whether they have properties that can be enumerated and are not their own. */
  readonly inherits: boolean;
}

/** The facts of an object's class; the object is a sample where its prototype is met for the first time. */
export function classFactsOf(sample: object): ClassFacts {
  const prototype: unknown = Object.getPrototypeOf(sample);
  if (typeof prototype !== 'object' || prototype === null) return NO_CLASS;
  let facts = known.get(prototype);
  if (facts === undefined) {
    facts = learn(sample, prototype);
    known.set(prototype, facts);
  }
  return facts;
}

const NO_CLASS: ClassFacts = {
  kind: 'plain',
  name: 'Object',
  names: [],
  getters: [],
  serialization: undefined,
  inherits: false,
};
const known = new WeakMap<object, ClassFacts>();

function learn(sample: object, prototype: object): ClassFacts {
  const kind = kindOf(sample, prototype);
  const chain = namesOf(prototype);
  const name = chain[0] ?? 'Object';
  const makers = kind === 'plain' ? [] : chain.filter((known) => known !== 'Object');
  return {
    kind,
    name,
    names: isBuiltIn(prototype) ? [] : makers.map((maker) => `Deserialized.${maker}`),
    getters: kind === 'bag' ? gettersOf(prototype) : [],
    serialization: kind === 'plain' ? undefined : serializationOf(prototype),
    inherits: inheritsProperties(prototype),
  };
}

function kindOf(sample: object, prototype: object): ClassKind {
  if (prototype === Object.prototype) return 'plain';
  if (Array.isArray(sample)) return 'array';
  if (types.isMap(sample)) return 'map';
  if (types.isSet(sample)) return 'set';
  if (sample instanceof Error || types.isNativeError(sample)) return 'error';
  if (Buffer.isBuffer(sample)) return 'buffer';
  if (ArrayBuffer.isView(sample)) return 'view';
  if (types.isDate(sample) || types.isRegExp(sample) || types.isBoxedPrimitive(sample)) {
    return types.isSymbolObject(sample) ? 'unclonable' : 'value';
  }
  if (types.isArrayBuffer(sample)) return 'value';
  if (isUnclonable(sample)) return 'unclonable';
  const isObjectOfOtherRealm = Object.getPrototypeOf(prototype) === null && nameOf(prototype) === 'Object';
  return isObjectOfOtherRealm ? 'plain' : 'bag';
}

function isUnclonable(sample: object): boolean {
  return (
    types.isPromise(sample) ||
    types.isWeakMap(sample) ||
    types.isWeakSet(sample) ||
    types.isSharedArrayBuffer(sample) ||
    types.isGeneratorObject(sample) ||
    types.isExternal(sample) ||
    sample instanceof WeakRef
  );
}

function namesOf(prototype: object): string[] {
  const names: string[] = [];
  for (let at: object | null = prototype; at !== null; at = Object.getPrototypeOf(at) as object | null) {
    const name = nameOf(at);
    if (name !== '' && !names.includes(name)) names.push(name);
  }
  return names;
}

function nameOf(prototype: object): string {
  const made: unknown = Object.getOwnPropertyDescriptor(prototype, 'constructor')?.value;
  return typeof made === 'function' ? made.name : '';
}

function isBuiltIn(prototype: object): boolean {
  const made: unknown = Object.getOwnPropertyDescriptor(prototype, 'constructor')?.value;
  return typeof made === 'function' && Reflect.get(globalThis, made.name) === made && KEPT.has(made.name);
}

/** What comes out of a clone as it went in. */
const KEPT = new Set(
  (
    'Object Array Map Set Date RegExp Boolean Number String BigInt ArrayBuffer DataView Buffer Error EvalError RangeError ' +
    'ReferenceError SyntaxError TypeError URIError AggregateError Int8Array Uint8Array Uint8ClampedArray Int16Array ' +
    'Uint16Array Int32Array Uint32Array Float32Array Float64Array BigInt64Array BigUint64Array'
  ).split(' '),
);

function inheritsProperties(prototype: object): boolean {
  for (const _ in prototype) return true;
  return false;
}

function gettersOf(prototype: object): string[] {
  const names = new Set<string>();
  for (let at: object | null = prototype; at !== null; at = Object.getPrototypeOf(at) as object | null) {
    if (at === Object.prototype) break;
    for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(at))) {
      if (property.get !== undefined) names.add(name);
    }
  }
  return [...names];
}
