import { displayOf } from '../properties/display-of.js';
import { matchingPropertyNames } from '../properties/matching-property-names.js';

/** Names that say what an object is called, best first. */
const CANDIDATES = ['Name', 'Id', 'Key', '*Key', '*Name', '*Id'];
/** Where a record comes from is not what it is. */
const ORIGIN = new Set(['pscomputername', 'psshowcomputername', 'runspaceid', 'pssourcejobinstanceid']);

/**
 * The property that stands for the whole object: what its class declares by `@DefaultDisplayProperty`, else the first of
 * `Name`, `Id`, `Key`, or one that ends with one of these; undefined if there is none.
 */
export function displayPropertyOf(value: unknown): string | undefined {
  const isObject = typeof value === 'object' && value !== null;
  const declared = isObject ? displayOf(value)?.defaultDisplayProperty : undefined;
  if (declared !== undefined) return declared;
  for (const candidate of CANDIDATES) {
    const found = matchingPropertyNames(value, candidate).find((name) => !ORIGIN.has(name.toLowerCase()));
    if (found !== undefined) return found;
  }
  return undefined;
}
