import { nearestNames } from '@cmdlet/core';
import { PACK_TOOLS } from '../build/pack-tool-names.js';
import { text } from '../text.js';
import { COMPLETION_WORDS } from './completion-words.js';
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
  /** Whether the version is asked for, and nothing else. */
  readonly asksVersion: boolean;
  /** A tool for authors of packs, `build`, `new` or `docs`, or the completion of shells, in the place of commands. */
  readonly tool?: CommandWords;
}

/**
 * Splits the words of a command line into the shell's own options and the commands of the pipeline.
 *
 * An option may stand anywhere before a lone `--`, as `--output json` or `--output=json`. After `--` everything belongs
 * to the command it stands with, but for {@link PIPE_WORD}, which begins the next one. `--help` and `-?` in the place of
 * the first command are the command `help`.
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
      const isFirst = commands.length === 0;
      if (isFirst && (word === '--version' || word === '-v' || word === '-V'))
        return { options, commands: [], asksVersion: true };
      if (isFirst && word === 'help' && PACK_TOOLS.has(words[index + 1] ?? '')) {
        const tool = { command: words[index + 1] as string, words: ['--help'] };
        return { options, commands: [], asksVersion: false, tool };
      }
      // The words of a tool are its own: its --output is a folder.
      if (isFirst && (PACK_TOOLS.has(word) || COMPLETION_WORDS.has(word)))
        return { options, commands: [], asksVersion: false, tool: toolWords(words, index) };
      const asksHelp = isFirst && (word === '--help' || word === '-?' || word === '-h');
      if (word.startsWith('-') && !asksHelp) throw unknownOption(word);
      current = { command: asksHelp ? 'help' : word, words: [] };
      commands.push(current);
      expectsCommand = false;
    } else {
      if (word === '--') literal = true;
      current.words.push(word);
    }
  }
  if (expectsCommand) throw new UsageError(text.pipeWithoutCommand, 'MissingCommand', PIPE_WORD);
  return { options, commands, asksVersion: false };
}

function toolWords(words: readonly string[], index: number): CommandWords {
  return { command: words[index] as string, words: words.slice(index + 1) };
}

function unknownOption(word: string): UsageError {
  const known = [...Object.keys(shellOptionKinds), 'help', 'version'];
  const [name = ''] = word.replace(/^--?/u, '').split('=', 1);
  const near = nearestNames(name, known).map((each) => `--${each}`);
  return new UsageError(text.unknownOption(word, near), 'UnknownOption', word);
}

/** How errors are to be written, of a command line that is wrong: as far as it can be read. */
export function errorOptionsOf(words: readonly string[]): Pick<ShellOptions, 'errorOutput' | 'trace'> {
  const end = words.indexOf('--');
  const read = end < 0 ? words : words.slice(0, end);
  const isJson = read.some(
    (word, index) => word === '--error-output=json' || (word === '--error-output' && read[index + 1] === 'json'),
  );
  return { errorOutput: isJson ? 'json' : 'text', trace: read.includes('--trace') };
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
    throw new UsageError(
      text.badOptionValue(name, given, kind, nearestNames(given, kind)),
      'InvalidOptionValue',
      given,
    );
  }
  if (name === 'pack') options.packs.push(given);
  else Object.assign(options, { [name === 'error-output' ? 'errorOutput' : name]: given });
  return value === undefined ? 1 : 0;
}
