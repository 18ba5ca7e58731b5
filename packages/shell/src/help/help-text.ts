import {
  type CommandDescription,
  CommandNotFoundException,
  isWildcard,
  nearestNames,
  wildcardPattern,
} from '@cmdlet/core';
import { type HelpView, helpLines, parameterLines } from '@cmdlet/utility';
import type { CommandWords } from '../command-line/parse-command-line.js';
import { UsageError } from '../command-line/usage-error.js';
import type { CatalogCommand, CommandCatalog } from '../commands/command-catalog.js';
import { text } from '../text.js';
import { overviewText } from './overview-text.js';

/**
 * The help that a command line asks for; undefined if it asks for none.
 *
 * No words at all, `help`, `help Get-Forecast -Full`, `help Get-*`, `list`, `list job`, and `-?` or `--help` behind a
 * command. Answered without loading the command.
 *
 * @throws CommandNotFoundException, UsageError `NoParmsFound`, `UnknownOption`, `MissingOptionValue`
 */
export async function helpText(
  commands: readonly CommandWords[],
  catalog: CommandCatalog,
): Promise<string | undefined> {
  const [first] = commands;
  if (first === undefined) return overviewText;
  if (first.command === 'list') return listText(await listed(catalog, first.words));
  if (first.command === 'help') return askedHelp(first.words, catalog);
  const asked = commands.find(({ words }) => beforeDashes(words).some((word) => word === '-?' || word === '--help'));
  return asked === undefined ? undefined : commandHelp(await catalog.find(asked.command), asked.words);
}

/** Of `help`, its words: everything behind the name of a command says what of its help. */
async function askedHelp([name, ...options]: readonly string[], catalog: CommandCatalog): Promise<string> {
  if (name === undefined || ABOUT_ITSELF.has(name)) return overviewText;
  if (isWildcard(name)) return listText(await listed(catalog, [name]));
  const command = await catalog.find(name);
  for (const [index, word] of options.entries()) {
    const isValue = nameOf(options[index - 1] ?? '') === 'parameter';
    if (!isValue && !HELP_OPTIONS.has(nameOf(word))) throw unknownOption(word, text.helpOptions);
  }
  return commandHelp(command, options);
}

/** Words that are no commands, but what `cmdlet` itself does. */
const ABOUT_ITSELF: ReadonlySet<string> = new Set(['help', 'list', '-?', '-h', '--help']);

const HELP_VIEWS = ['full', 'detailed', 'examples'] as const satisfies readonly HelpView[];

const HELP_OPTIONS: ReadonlySet<string> = new Set([...HELP_VIEWS, 'parameter', '?', 'h', 'help']);

/** `-Full` and `--full` are `full`. */
function nameOf(option: string): string {
  return option.startsWith('-') ? option.replace(/^--?/u, '').toLowerCase() : '';
}

function commandHelp({ description }: CatalogCommand, options: readonly string[]): string {
  const given = options.map(nameOf);
  if (given.includes('parameter')) {
    const parameter = options[given.indexOf('parameter') + 1];
    if (parameter === undefined) throw new UsageError(text.helpParameter, 'MissingOptionValue', '-Parameter');
    const wanted = wildcardPattern(parameter.replace(/^-/u, ''));
    const found = description.parameters.filter(({ name }) => wanted.test(name));
    if (found.length === 0) throw noParameter(description, parameter);
    return joined(found.flatMap((each) => [...parameterLines(each), '']));
  }
  return joined(
    helpLines(
      description,
      HELP_VIEWS.find((name) => given.includes(name)),
    ),
  );
}

/** Behind `--` nothing asks for help. */
function beforeDashes(words: readonly string[]): readonly string[] {
  const end = words.indexOf('--');
  return end < 0 ? words : words.slice(0, end);
}

/** Id as that of `Get-Help`. */
function noParameter({ name, parameters }: CommandDescription, wanted: string): UsageError {
  const names = parameters.map((parameter) => parameter.name);
  return new UsageError(text.noParameter(name, wanted, nearestNames(wanted, names), names), 'NoParmsFound', wanted);
}

function unknownOption(word: string, known: string): UsageError {
  return new UsageError(text.unknownHelpOption(word, known), 'UnknownOption', word);
}

/** The commands that one of the words means: by a wildcard, or by a part of the name. All, where there are no words. */
async function listed(catalog: CommandCatalog, words: readonly string[]): Promise<readonly CatalogCommand[]> {
  const option = words.find((word) => word.startsWith('-'));
  if (option !== undefined) throw unknownOption(option, text.listWords);
  const patterns = words.map((word) => wildcardPattern(isWildcard(word) ? word : `*${word}*`));
  const commands = await catalog.all();
  const found = commands.filter(
    ({ description: { name } }) => patterns.length === 0 || patterns.some((pattern) => pattern.test(name)),
  );
  const [wanted] = words;
  if (found.length > 0 || wanted === undefined) return found;
  throw new CommandNotFoundException(text.nothingListed(words), wanted);
}

/** The commands with what they are for, by pack. */
function listText(commands: readonly CatalogCommand[]): string {
  const packs = [...new Set(commands.map(({ packName }) => packName))];
  const width = Math.max(0, ...commands.map(({ description }) => description.name.length)) + 2;
  return joined(
    packs.flatMap((pack) => [
      pack,
      ...commands
        .filter(({ packName }) => packName === pack)
        .map(({ description: { name, synopsis } }) => `  ${name.padEnd(width)}${synopsis ?? ''}`.trimEnd()),
      '',
    ]),
  );
}

function joined(lines: readonly string[]): string {
  return `${lines.join('\n').trimEnd()}\n`;
}
