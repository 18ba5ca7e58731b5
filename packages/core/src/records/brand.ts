/**
 * Recognises objects of a class across copies of this package.
 *
 * A process may hold the ESM build and the CJS build at once, and a worker its own copy; `instanceof` tells them
 * apart although they mean the same. A brand is a property under a symbol of the global registry, so that all
 * copies agree.
 */
export function brand(name: string): symbol {
  return Symbol.for(`@cmdlet/core/${name}`);
}

/** Whether a value carries a brand made by {@link brand}, itself or by its class. */
export function hasBrand(value: unknown, mark: symbol): boolean {
  return (
    ((typeof value === 'object' && value !== null) || typeof value === 'function') &&
    (value as Record<symbol, unknown>)[mark] === true
  );
}
