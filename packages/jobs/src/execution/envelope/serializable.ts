/** How the instances of a class cross the border of a thread, process or computer. */
export interface SerializationOptions<T, TData = unknown> {
  /** Name of the class on the wire. Default: the name of the class. Two classes of one name need different ones. */
  readonly name?: string;
  /** The data of an instance; anything that can be sent. Default: its own properties. */
  serialize?(instance: T): TData;
  /** Makes an instance from data. Default: an object of the class with the data as properties; no constructor is called. */
  revive?(data: TData): T;
}

/** What is registered for a class. */
export interface Serialization {
  readonly name: string;
  serialize(instance: object): unknown;
  revive(data: unknown): unknown;
}

type Class<T extends object> = abstract new (...parameters: never[]) => T;

/**
 * Registers how instances of a class are sent to jobs and received from them, so that they arrive as instances.
 *
 * Both sides must have loaded the class; where the receiving side has not, the data arrive as an object of type
 * `Deserialized.<name>`. A class that extends a registered one is not registered by that. Works as a decorator of
 * either kind, and as a function for classes of others.
 *
 * @example
 * \@Serializable<Money>({ revive: ({ amount, currency }) => new Money(amount, currency) })
 * export class Money { constructor(readonly amount: number, readonly currency: string) {} }
 *
 * @example
 * Serializable<Temporal>({ serialize: String, revive: Temporal.from })(Temporal);
 */
export function Serializable<T extends object>(
  options: SerializationOptions<T, never> = {},
): (target: Class<T>) => void {
  return (target) => {
    const { name = target.name } = options;
    const given = options as SerializationOptions<T>;
    const serialization: Serialization = {
      name,
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
  return Object.getOwnPropertyDescriptor(prototype, SERIALIZATION)?.value as Serialization | undefined;
}

/** What is registered under a name. */
export function serializationNamed(name: string): Serialization | undefined {
  return registered().get(name);
}

/** All copies of the package in one thread share what is registered: a job's child has another copy than its script. */
function registered(): Map<string, Serialization> {
  const holder = globalThis as typeof globalThis & Record<symbol, Map<string, Serialization> | undefined>;
  if (holder[SERIALIZATION] === undefined) Object.defineProperty(holder, SERIALIZATION, { value: new Map() });
  return holder[SERIALIZATION] as Map<string, Serialization>;
}

const SERIALIZATION = Symbol.for('@cmdlet/jobs/serialization');
