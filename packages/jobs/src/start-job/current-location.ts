import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { CmdletException, type SessionState } from '@cmdlet/core';
import { messageOf } from '../job-error.js';
import { text } from './text.js';

/**
 * Absolute path of the caller's current location: his variable `PWD` where he has one, else that of the process. One that
 * was removed meanwhile: `DirectoryNotFoundException`, category InvalidOperation.
 */
export function currentLocation({ variables }: Pick<SessionState, 'variables'>): string {
  const location: unknown = variables.has('PWD') ? variables.get('PWD') : undefined;
  try {
    return typeof location === 'string' && location !== '' ? resolve(location) : process.cwd();
  } catch (error) {
    throw workingDirectoryNotFound('.', '.', error);
  }
}

/**
 * Absolute path of the directory that work is to begin in, which must be there. No character of it stands for others. Else
 * `DirectoryNotFoundException`, category InvalidOperation.
 *
 * @param given may be relative to the location; default: that
 */
export function workingDirectoryOf(given: string | undefined, location: string): string {
  const directory = resolve(location, given ?? '.');
  let cause: unknown;
  try {
    if (statSync(directory, { throwIfNoEntry: false })?.isDirectory() === true) return directory;
  } catch (error) {
    cause = error;
  }
  throw workingDirectoryNotFound(given ?? location, directory, cause);
}

/** What a directory that work was to begin in, and that cannot be used, is told as. */
function workingDirectoryNotFound(given: string, target: string, cause: unknown): CmdletException {
  const reason = cause === undefined ? undefined : messageOf(cause);
  return new CmdletException(text.workingDirectoryNotFound(given, reason), {
    errorId: 'DirectoryNotFoundException',
    category: 'InvalidOperation',
    target,
    ...(cause === undefined ? {} : { cause }),
  });
}
