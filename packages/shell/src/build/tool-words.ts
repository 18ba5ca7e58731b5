import { UsageError } from '../command-line/usage-error.js';
import { text } from './text.js';

/** What an option of a tool takes. */
export type ToolOptions = Readonly<Record<string, 'flag' | 'value'>>;

/** The words of a tool, taken apart. */
export interface ToolWords {
  /** Words that are no options. */
  readonly values: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly options: ReadonlyMap<string, string>;
}

/**
 * Takes the words after `cmdlet build` and the like apart: `--check`, `--format man`, `--format=man`.
 *
 * @param usage how the tool is called, for errors
 * @throws UsageError `UnknownOption`, `MissingOptionValue`, `InvalidOptionValue`
 */
export function readToolWords(words: readonly string[], known: ToolOptions, usage: string): ToolWords {
  const values: string[] = [];
  const flags = new Set<string>();
  const options = new Map<string, string>();
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as string;
    if (!word.startsWith('-')) {
      values.push(word);
      continue;
    }
    const [, name = '', given] = /^--?([^=]*)(?:=(.*))?$/su.exec(word) ?? [];
    switch (known[name]) {
      case undefined:
        throw new UsageError(text.unknownOption(word, usage), 'UnknownOption', word);
      case 'flag':
        if (given !== undefined) throw new UsageError(text.flagTakesNoValue(name, usage), 'InvalidOptionValue', word);
        flags.add(name);
        break;
      case 'value': {
        const value = given ?? words[++index];
        if (value === undefined) throw new UsageError(text.optionNeedsValue(name, usage), 'MissingOptionValue', word);
        options.set(name, value);
      }
    }
  }
  return { values, flags, options };
}
