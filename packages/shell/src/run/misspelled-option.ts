import { nearestNames, ParameterBindingException } from '@cmdlet/core';
import type { CommandWords } from '../command-line/parse-command-line.js';
import { shellOptionKinds } from '../command-line/shell-options.js';
import { UsageError } from '../command-line/usage-error.js';
import { text } from '../text.js';

/**
 * What to say of a parameter that does not exist, where an option of the command itself was meant: `--ouput json`,
 * `--Output json`, or help: `-h`. Undefined for all other errors.
 */
export function misspelledOption(error: unknown, commands: readonly CommandWords[]): UsageError | undefined {
  if (!(error instanceof ParameterBindingException) || error.errorId !== 'NamedParameterNotFound') return undefined;
  for (const { command, words } of commands) {
    const end = words.indexOf('--');
    for (const word of end < 0 ? words : words.slice(0, end)) {
      if (
        /^-?-h(?:elp)?$/iu.test(word) &&
        error.parameterName?.toLowerCase() === word.replace(/^-+/u, '').toLowerCase()
      ) {
        return new UsageError(text.helpMeant(command, word), 'NamedParameterNotFound', word);
      }
      const name = /^--([^=:]+)/u.exec(word)?.[1];
      if (name === undefined || name.replaceAll('-', '') !== error.parameterName) continue;
      const [near] = nearestNames(name, Object.keys(shellOptionKinds));
      if (near !== undefined) {
        return new UsageError(text.optionMeant(command, word, near), 'NamedParameterNotFound', word);
      }
    }
  }
  return undefined;
}
