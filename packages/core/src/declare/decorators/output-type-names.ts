import { typeOf } from '../types/type-of.js';
import type { TypeSpecifier } from '../types/type-specifier.js';

/** A type of elements, or the name of one that exists at compile time only. */
export type OutputTypeSpecifier = Exclude<TypeSpecifier, readonly unknown[]> | string;

/** The names by which output types are shown. */
export function outputTypeNames(types: OutputTypeSpecifier | readonly OutputTypeSpecifier[]): readonly string[] {
  const list: readonly OutputTypeSpecifier[] = Array.isArray(types) ? types : [types];
  return list.map((type) => (typeof type === 'string' ? type : typeOf(type).name));
}
