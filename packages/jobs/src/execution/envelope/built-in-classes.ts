import { Duration, Version } from '@cmdlet/core';
import type { Serialization } from './serializable.js';

const PREFIX = '@cmdlet/';

/**
 * Classes that nobody has to register, since both sides always have them. Those of the core are known by their brand:
 * a script may have loaded another copy of it.
 */
const BUILT_IN: readonly BuiltIn[] = [
  {
    is: (prototype) => prototype === URL.prototype,
    serialization: of('URL', String, (data) => new URL(String(data))),
  },
  {
    is: (prototype) => Object.hasOwn(prototype, Symbol.for('@cmdlet/core/Duration')),
    serialization: of(
      'Duration',
      (duration) => Number(duration),
      (data) => new Duration(Number(data)),
    ),
  },
  {
    is: (prototype) => Object.hasOwn(prototype, Symbol.for('@cmdlet/core/Version')),
    serialization: of('Version', String, (data) => Version.parse(String(data))),
  },
];

interface BuiltIn {
  is(prototype: object): boolean;
  readonly serialization: Serialization;
}

/** How instances of the class are sent that this is the prototype of. */
export function builtInOf(prototype: object): Serialization | undefined {
  return BUILT_IN.find((each) => each.is(prototype))?.serialization;
}

/** The same by the name on the wire, which none of the user's classes has. */
export function builtInNamed(name: string): Serialization | undefined {
  return BUILT_IN.find(({ serialization }) => serialization.name === name)?.serialization;
}

function of(name: string, serialize: (instance: object) => unknown, revive: Serialization['revive']): Serialization {
  const wireName = `${PREFIX}${name}`;
  return { name: wireName, reference: wireName, serialize, revive };
}
