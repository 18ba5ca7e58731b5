import type { CommandMetadata } from '../declare/metadata.js';
import { nameKey } from '../declare/names.js';

/**
 * The properties of a class that are no names of its parameters, with the names to call these by: in TypeScript a call by
 * class is checked by its properties. Undefined where there are none, which is nearly always.
 */
export type RenamedProperties = ReadonlyMap<string, string> | undefined;

/** Finds out which properties need another name in a call. A name or alias goes before a property of the same spelling. */
export function renamedProperties({ parameters }: CommandMetadata): RenamedProperties {
  const names = new Set(parameters.flatMap(({ name, aliases }) => [name, ...aliases].map(nameKey)));
  const renamed = parameters.filter(({ origin, property }) => origin === 'declared' && !names.has(nameKey(property)));
  return renamed.length === 0 ? undefined : new Map(renamed.map(({ property, name }) => [property, name]));
}
