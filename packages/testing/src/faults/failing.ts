import { text } from '../text.js';

/** When a method fails, and how. */
export interface Fault {
  /** Which calls fail, the first is 1. Default: all. */
  readonly onCall?: number | readonly number[];
  /** What is thrown; a function is called for each failure. Default: an Error that names method and call. */
  readonly error?: unknown;
  /**
   * Whether the method fails with a rejected promise, and not with a throw. Default: as the method would, if it is an async
   * function; other methods throw, also those that give promises.
   */
  readonly rejects?: boolean;
}

/** A service that fails as a test says, and counts its calls. A service with a member `calls` keeps its own. */
export type Failing<TService extends object> = TService &
  (TService extends { readonly calls: unknown }
    ? unknown
    : {
        /** How often each method has been called, failures included. */
        readonly calls: Readonly<Record<string, number>>;
      });

/**
 * A service whose methods fail on chosen calls; all else goes to the service itself.
 *
 * @throws TypeError for a fault of what is no method of the service
 *
 * @example
 * const api = failing(new FakeWeather(), { forecast: { onCall: 2, error: new Error('timed out') } });
 * const result = await run(GetForecast, {}, { input: ['Oslo', 'Rome'], services: [[WeatherApi, api]] });
 */
export function failing<TService extends object>(
  service: TService,
  faults: { readonly [TName in keyof TService]?: Fault },
): Failing<TService> {
  for (const name of Object.keys(faults)) {
    if (typeof Reflect.get(service, name) !== 'function') throw new TypeError(text.noMethod(name, methodsOf(service)));
  }
  const calls: Record<string, number> = {};
  const failingService: unknown = new Proxy(service, {
    get(target, name) {
      if (name === 'calls' && !(name in target)) return calls;
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function' || typeof name === 'symbol') return member;
      const fault = faults[name as keyof TService];
      return (...given: unknown[]): unknown => {
        const call = (calls[name] ?? 0) + 1;
        calls[name] = call;
        if (fault === undefined || !failsOn(fault, call)) return Reflect.apply(member, target, given) as unknown;
        const error = errorOf(fault, name, call);
        if (fault.rejects ?? isAsync(member)) return rejection(error);
        throw error;
      };
    },
  });
  return failingService as Failing<TService>;
}

function methodsOf(service: object): readonly string[] {
  const names = new Set<string>();
  for (
    let level = service;
    level !== Object.prototype && level !== null;
    level = Object.getPrototypeOf(level) as object
  ) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(level))) {
      if (typeof value === 'function' && name !== 'constructor') names.add(name);
    }
  }
  return [...names];
}

async function rejection(error: unknown): Promise<never> {
  throw error;
}

function failsOn({ onCall }: Fault, call: number): boolean {
  return onCall === undefined || (typeof onCall === 'number' ? onCall === call : onCall.includes(call));
}

function errorOf({ error }: Fault, name: string, call: number): unknown {
  if (error === undefined) return new Error(text.injectedFault(name, call));
  return typeof error === 'function' ? (error as () => unknown)() : error;
}

function isAsync(member: object): boolean {
  return Object.prototype.toString.call(member) === '[object AsyncFunction]';
}
