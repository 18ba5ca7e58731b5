import { text } from '../text.js';
import { isShellOption, type ShellOptionName, type ShellOptions, shellOptionKinds } from './shell-options.js';
import { UsageError } from './usage-error.js';

/** Stands between two commands of a pipeline. It needs no quoting in bash, zsh, fish, PowerShell and cmd. */
export const PIPE_WORD = '--pipe';

/** One command with the words after it, as they were typed. */
export interface CommandWords {
  readonly command: string;
  readonly words: readonly string[];
}

/** A command line with the shell's own options taken out. */
export interface CommandLine {
  readonly options: ShellOptions;
  /** Empty if no command was named. */
  readonly commands: readonly CommandWords[];
}

/**
 * Splits the words of a command line into the shell's own options and the commands of the pipeline.
 *
 * An option may stand anywhere before a lone `--`, as `--output json` or `--output=json`. After `--` everything belongs
 * to the command it stands with, but for {@link PIPE_WORD}, which begins the next one.
 *
 * @throws UsageError `UnknownOption`, `MissingOptionValue`, `InvalidOptionValue`, `MissingCommand`
 */
export function parseCommandLine(words: readonly string[]): CommandLine {
  const options: ShellOptions = { output: undefined, input: undefined, errorOutput: 'text', packs: [], trace: false };
  const commands: { command: string; words: string[] }[] = [];
  let current: { command: string; words: string[] } | undefined;
  let literal = false;
  let expectsCommand = false;
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as string;
    if (word === PIPE_WORD) {
      if (current === undefined) throw new UsageError(text.pipeWithoutCommand, 'MissingCommand', word);
      current = undefined;
      literal = false;
      expectsCommand = true;
      continue;
    }
    const option = literal ? undefined : optionOf(word);
    if (option !== undefined) {
      index += setOption(options, option, words[index + 1]);
    } else if (current === undefined) {
      if (word.startsWith('-')) throw new UsageError(text.unknownOption(word), 'UnknownOption', word);
      current = { command: word, words: [] };
      commands.push(current);
      expectsCommand = false;
    } else {
      if (word === '--') literal = true;
      current.words.push(word);
    }
  }
  if (expectsCommand) throw new UsageError(text.pipeWithoutCommand, 'MissingCommand', PIPE_WORD);
  return { options, commands };
}

interface GivenOption {
  readonly name: ShellOptionName;
  readonly value: string | undefined;
}

function optionOf(word: string): GivenOption | undefined {
  if (!word.startsWith('--')) return undefined;
  const equals = word.indexOf('=');
  const name = equals < 0 ? word.slice(2) : word.slice(2, equals);
  if (!isShellOption(name)) return undefined;
  return { name, value: equals < 0 ? undefined : word.slice(equals + 1) };
}

/** @returns how many further words it took */
function setOption(options: ShellOptions, { name, value }: GivenOption, next: string | undefined): number {
  const kind: readonly string[] | 'text' | 'none' = shellOptionKinds[name];
  if (kind === 'none') {
    if (value !== undefined) throw new UsageError(text.optionTakesNoValue(name), 'InvalidOptionValue', value);
    options.trace = true;
    return 0;
  }
  const given = value ?? next;
  if (given === undefined) throw new UsageError(text.optionNeedsValue(name, kind), 'MissingOptionValue', name);
  if (kind !== 'text' && !kind.includes(given)) {
    throw new UsageError(text.badOptionValue(name, given, kind), 'InvalidOptionValue', given);
  }
  if (name === 'pack') options.packs.push(given);
  else Object.assign(options, { [name === 'error-output' ? 'errorOutput' : name]: given });
  return value === undefined ? 1 : 0;
}
