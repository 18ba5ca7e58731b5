import { isWildcard, wildcardPattern } from '@cmdlet/core';
import { propertyNamesOf } from './property-names.js';
import { findPropertyName } from './property-value.js';

/**
 * The names of the properties that a name or wildcard means, in the order of {@link propertyNamesOf}; empty if none.
 *
 * `*` stands for any text, `?` for one character, `[a-c]` for one of several; a backtick takes the meaning away.
 */
export function matchingPropertyNames(value: unknown, pattern: string): readonly string[] {
  if (!isWildcard(pattern)) {
    const found = findPropertyName(value, pattern);
    return found === undefined ? [] : [found];
  }
  if (pattern === '*') return propertyNamesOf(value);
  const matches = wildcardPattern(pattern);
  return propertyNamesOf(value).filter((name) => matches.test(name));
}
