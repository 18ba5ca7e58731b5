import { resolve } from 'node:path';
import type { SessionState } from '@cmdlet/core';

/** Absolute path of the caller's current location: his variable `PWD` where he has one, else that of the process. */
export function currentLocation({ variables }: SessionState): string {
  const location: unknown = variables.has('PWD') ? variables.get('PWD') : undefined;
  return typeof location === 'string' && location !== '' ? resolve(location) : process.cwd();
}
