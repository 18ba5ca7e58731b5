import { UsageError } from '../command-line/usage-error.js';
import { text } from '../text.js';

/**
 * Refuses words that are written as functions, for commands that would take them for the name of a property: no record has
 * one of that name, so that nothing would come, and nobody would know why.
 *
 * @throws UsageError `FunctionInCommandLine`
 */
export function refuseFunctions(words: readonly string[]): void {
  const end = words.indexOf('--');
  const wrong = (end < 0 ? words : words.slice(0, end)).find((word) => FUNCTION.test(word));
  if (wrong !== undefined) throw new UsageError(text.functionWord(wrong), 'FunctionInCommandLine', wrong);
}

/** `x => x.age`, `(x) => …`, `async x => …`, `function (x) { … }`, and `{ $_.age }` of PowerShell. */
const FUNCTION = /^\s*(?:(?:async\s*)?(?:\([^()]*\)|[\w$]+)\s*=>|(?:async\s+)?function\b.*\{|\{.*\$_)/su;
