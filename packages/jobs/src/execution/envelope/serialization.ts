type Serialization = typeof import('node:v8');

let loaded: Serialization | undefined;

/** Node's serialization of values to bytes, loaded when it is asked for: a new thread has no time for what it may not need. */
export function serialization(): Serialization {
  loaded ??= process.getBuiltinModule('node:v8');
  return loaded;
}
