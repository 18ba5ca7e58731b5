import { deserialize, serialize } from 'node:v8';
import { packAlone, packError, unpackAlone } from '../execution/envelope/alone.js';

/** A value as text that a file can hold, with its types: Map, Date, Error, cycles, class instances as in a child process. */
export function storedValue(value: unknown): string {
  return serialize(packAlone(value)).toString('base64');
}

/** As {@link storedValue}; an error that holds what cannot be stored goes without that. */
export function storedError(error: unknown): string {
  return serialize(packError(error)).toString('base64');
}

/** What was stored. */
export function restoredValue(stored: string): unknown {
  return unpackAlone(deserialize(Buffer.from(stored, 'base64')));
}
