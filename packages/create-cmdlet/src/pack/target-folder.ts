import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { CreateError } from '../create-error.js';
import { text } from '../text.js';

/**
 * What is in a folder besides a git repository; nothing if the folder is not there.
 *
 * @throws CreateError `NotAFolder` if there is something else in its place
 */
export function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  if (!statSync(folder).isDirectory()) throw new CreateError('NotAFolder', text.notAFolder(folder));
  return readdirSync(folder).filter((name) => name !== '.git');
}

/** The folder, or the nearest one above it that exists. */
export function nearestFolder(folder: string): string {
  return existsSync(folder) ? folder : nearestFolder(dirname(folder));
}
