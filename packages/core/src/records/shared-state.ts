/**
 * State that all copies of this package in a process share, under a symbol of the global registry: a pack may hold the
 * CJS build while the session that runs it is of the ESM build.
 */
export function sharedState<T extends object>(name: string, make: () => T): T {
  const key = Symbol.for(`@cmdlet/core/${name}`);
  const holder = globalThis as typeof globalThis & Record<symbol, unknown>;
  if (holder[key] === undefined) Object.defineProperty(holder, key, { value: make() });
  return holder[key] as T;
}
