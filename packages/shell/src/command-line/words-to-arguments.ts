import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CommandArgument } from '@cmdlet/core';
import { text } from '../text.js';
import { UsageError } from './usage-error.js';

/** An argument as it was typed. */
export interface WordArgument extends CommandArgument {
  /** Its value is no word to be read further: it stood behind `--`, or came from a file. */
  readonly literal?: true;
}

/**
 * Turns the words of a system shell's command line into arguments for the binder.
 *
 * | Word | Argument |
 * | --- | --- |
 * | `-City Oslo`, `--city Oslo` | a name and, where the parameter takes one, a value |
 * | `-City:Oslo`, `--city=Oslo` | a name with its value |
 * | `--days-ahead 3` | the name `DaysAhead`: dashes inside a name of two dashes are left out |
 * | `-5`, `-.5`, `+5` | a value |
 * | `--` | from here on all words are values, and mean nothing but themselves |
 * | `@values.json` | parameters by name, or values, from a JSON file |
 * | `$true`, `$false`, `$null` | what they are in PowerShell, as the value of a name |
 *
 * @throws UsageError `InvalidSplatFile`, `ParameterRequiresArgument`
 */
export async function wordsToArguments(words: readonly string[], workingDirectory: string): Promise<WordArgument[]> {
  const list: WordArgument[] = [];
  let literal = false;
  for (const word of words) {
    if (literal) list.push({ value: word, hasValue: true, literal: true });
    else if (word === '--') literal = true;
    else if (isSplat(word)) list.push(...(await splatted(word.slice(1), workingDirectory)));
    else list.push(argumentOf(word));
  }
  return list;
}

/** A dash begins a name only before a letter, `_` or `?`. */
const PLAIN_NAME = /^(?<dashes>--?)(?<name>[A-Za-z_?][^:=]*)(?:(?<separator>[:=])(?<value>.*))?$/s;
const DASH = /^[-\u2013\u2014\u2015]/;

/** The same for all letters: made when it is needed, since the classes of Unicode take an engine long to read. */
function nameOf(word: string): RegExpExecArray | null {
  return /^(?<dashes>--?|[\u2013\u2014\u2015])(?<name>[\p{L}_?][^:=]*)(?:(?<separator>[:=])(?<value>.*))?$/su.exec(
    word,
  );
}

function argumentOf(word: string): CommandArgument {
  const match = DASH.test(word) ? (PLAIN_NAME.exec(word) ?? nameOf(word)) : undefined;
  const { dashes, name, separator, value } = match?.groups ?? {};
  if (name === undefined || (dashes !== '--' && separator === '=')) return { value: constantOr(word), hasValue: true };
  const parameter = dashes === '--' ? name.replaceAll('-', '') : name;
  if (separator === undefined) return { name: parameter, hasValue: false };
  if (value === '' && separator === ':') {
    throw new UsageError(text.nameWithoutValue(word), 'ParameterRequiresArgument', word);
  }
  return { name: parameter, value: constantOr(value ?? ''), hasValue: true };
}

const CONSTANTS = new Map<string, unknown>([
  ['$true', true],
  ['$false', false],
  ['$null', null],
]);

function constantOr(word: string): unknown {
  const key = word.toLowerCase();
  return CONSTANTS.has(key) ? CONSTANTS.get(key) : word;
}

/** A file name after `@`; a package's name has a slash and no extension of a data file. */
function isSplat(word: string): boolean {
  return word.startsWith('@') && word.length > '@.json'.length && word.toLowerCase().endsWith('.json');
}

async function splatted(file: string, workingDirectory: string): Promise<WordArgument[]> {
  const path = resolve(workingDirectory, file);
  let content: unknown;
  try {
    content = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new UsageError(
      text.unreadableSplat(path, error instanceof Error ? error.message : ''),
      'InvalidSplatFile',
      path,
    );
  }
  if (Array.isArray(content)) return content.map((value: unknown) => ({ value, hasValue: true, literal: true }));
  if (typeof content !== 'object' || content === null) {
    throw new UsageError(text.splatIsNoTable(path), 'InvalidSplatFile', path);
  }
  return Object.entries(content).map(([name, value]: [string, unknown]) => ({
    name,
    value,
    hasValue: true,
    splatted: true,
  }));
}
