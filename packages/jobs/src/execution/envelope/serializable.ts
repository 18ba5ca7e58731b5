import { builtInNamed, builtInOf } from './built-in-classes.js';

/** How the instances of a class cross the border of a thread, process or computer. */
export interface SerializationOptions<T, TData = unknown> {
  /** Name of the class on the wire. Default: the name of the class. Two classes of one name need different ones. */
  readonly name?: string;
  /**
   * URL of the module that declares the class, as `import.meta.url` gives it there: a receiving side that has not loaded
   * the class imports it before the first instance is made. Default: each side has to have loaded it.
   *
   * A host imports nothing that another computer names.
   */
  readonly module?: string | URL;
  /** The data of an instance; anything that can be sent. Default: its own properties. */
  serialize?(instance: T): TData;
  /** Makes an instance from data. Default: an object of the class with the data as properties; no constructor is called. */
  revive?(data: TData): T;
}

/** What is registered for a class. */
export interface Serialization {
  readonly name: string;
  /** What stands for the class on the wire: the same object each time, so that a clone has it once. */
  readonly reference: ClassReference;
  serialize(instance: object): unknown;
  revive(data: unknown): unknown;
}

/** A class on the wire: its name, with the URL of its module where that is known. */
export type ClassReference = string | { readonly name: string; readonly module: string };

type Class<T extends object> = abstract new (...parameters: never[]) => T;

/**
 * Registers how instances of a class are sent to jobs and received from them, so that they arrive as instances.
 *
 * Both sides must know the class: either they have loaded it, or `module` says where it is. Where the receiving side
 * cannot load it, the data arrive as an object of type `Deserialized.<name>`. A class that extends a registered one is
 * not registered by that. Works as a decorator of either kind, and as a function for classes of others. `URL`, and
 * `Duration` and `Version` of `@cmdlet/core`, are registered from the start.
 *
 * @example
 * \@Serializable<Money>({ module: import.meta.url, revive: ({ amount, currency }) => new Money(amount, currency) })
 * export class Money { constructor(readonly amount: number, readonly currency: string) {} }
 *
 * @example
 * Serializable<Temporal>({ serialize: String, revive: Temporal.from })(Temporal);
 */
export function Serializable<T extends object>(
  options: SerializationOptions<T, never> = {},
): (target: Class<T>) => void {
  return (target) => {
    const { name = target.name, module } = options;
    const given = options as SerializationOptions<T>;
    const serialization: Serialization = {
      name,
      reference: module === undefined ? name : { name, module: String(module) },
      serialize: (instance) => (given.serialize === undefined ? { ...instance } : given.serialize(instance as T)),
      revive: (data) =>
        given.revive === undefined
          ? Object.assign(Object.create(target.prototype as object) as object, data)
          : given.revive(data),
    };
    Object.defineProperty(target.prototype, SERIALIZATION, { value: serialization, configurable: true });
    registered().set(name, serialization);
  };
}

/** What is registered for the class that this is the prototype of. */
export function serializationOf(prototype: object): Serialization | undefined {
  const given = Object.getOwnPropertyDescriptor(prototype, SERIALIZATION)?.value as Serialization | undefined;
  return given ?? builtInOf(prototype);
}

/** What is registered under a name. */
export function serializationNamed(name: string): Serialization | undefined {
  return registered().get(name) ?? builtInNamed(name);
}

/** The name of a class on the wire. */
export function nameOfReference(reference: ClassReference): string {
  return typeof reference === 'string' ? reference : reference.name;
}

/** All copies of the package in one thread share what is registered: a job's child has another copy than its script. */
function registered(): Map<string, Serialization> {
  const holder = globalThis as typeof globalThis & Record<symbol, Map<string, Serialization> | undefined>;
  if (holder[SERIALIZATION] === undefined) Object.defineProperty(holder, SERIALIZATION, { value: new Map() });
  return holder[SERIALIZATION] as Map<string, Serialization>;
}

const SERIALIZATION = Symbol.for('@cmdlet/jobs/serialization');
