import { isPropertyBag } from '@cmdlet/core';

/**
 * A value with properties added: a plain object is copied, any other object gets them itself, a text or number becomes
 * an object that holds it. What cannot be extended is left as it is.
 */
export function withNotes(value: unknown, notes: Readonly<Record<string, unknown>>): unknown {
  if (value === null || value === undefined) return value;
  if (isPropertyBag(value)) return { ...value, ...notes };
  const target = (typeof value === 'object' ? value : Object(value)) as object;
  if (!Object.isExtensible(target)) return value;
  for (const [name, note] of Object.entries(notes)) {
    Object.defineProperty(target, name, { value: note, writable: true, enumerable: true, configurable: true });
  }
  return target;
}
