import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { ParameterBindingException } from '@cmdlet/core';
import type { CommandWords } from '../command-line/parse-command-line.js';
import { UsageError } from '../command-line/usage-error.js';
import { text } from '../text.js';

/**
 * What to say of words that are too many, where a system's shell has put the names of files in the place of a wildcard:
 * `Select-Object *`. Undefined for all other errors.
 */
export function unquotedWildcard(
  error: unknown,
  commands: readonly CommandWords[],
  workingDirectory: string,
): UsageError | undefined {
  if (!(error instanceof ParameterBindingException) || error.errorId !== 'PositionalParameterNotFound')
    return undefined;
  const isFile = (word: string | undefined): boolean =>
    word !== undefined && word !== '' && existsSync(resolve(workingDirectory, word));
  for (const { words } of commands) {
    const first = words.findIndex((word, index) => isFile(word) && isFile(words[index + 1]));
    if (first < 0) continue;
    const message = text.unquotedWildcard(error.message, words[first] as string, words[first + 1] as string);
    return new UsageError(message, error.errorId, error.parameterName);
  }
  return undefined;
}
