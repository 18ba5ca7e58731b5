import { CmdletException } from '@cmdlet/core';
import { text } from './text.js';

/**
 * Refuses what cannot be told apart as properties of an object: empty names, and names that differ by case only.
 *
 * @throws CmdletException `EmptyKeyInJsonString`, `KeysWithDifferentCasingInJsonString`
 */
export function checkKeys(value: unknown): void {
  if (typeof value !== 'object' || value === null || value instanceof Date) return;
  if (Array.isArray(value)) {
    for (const element of value) checkKeys(element);
    return;
  }
  const keys = Object.keys(value);
  checkNames(keys);
  for (const key of keys) checkKeys((value as Readonly<Record<string, unknown>>)[key]);
}

function checkNames(keys: readonly string[]): void {
  const seen = new Map<string, string>();
  for (const key of keys) {
    if (key === '') throw refused('EmptyKeyInJsonString', text.emptyKey);
    const same = seen.get(key.toUpperCase());
    if (same !== undefined) throw refused('KeysWithDifferentCasingInJsonString', text.keysDifferByCase(same, key));
    seen.set(key.toUpperCase(), key);
  }
}

function refused(errorId: string, message: string): CmdletException {
  return new CmdletException(message, { errorId, category: 'InvalidOperation' });
}
