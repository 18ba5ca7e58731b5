import {
  type CommandDescription,
  CommandNotFoundException,
  isWildcard,
  nearestNames,
  wildcardPattern,
} from '@cmdlet/core';
import { type HelpView, helpLines, parameterLines, showOnlineHelp } from '@cmdlet/utility';
import type { CommandWords } from '../command-line/parse-command-line.js';
import { UsageError } from '../command-line/usage-error.js';
import type { CatalogCommand, CommandCatalog } from '../commands/command-catalog.js';
import type { Surroundings } from '../surroundings.js';
import { text } from '../text.js';
import { overviewText } from './overview-text.js';

/** Help as people read it, and as records for formats that hold data. */
export interface HelpAnswer {
  readonly text: string;
  readonly records: readonly unknown[];
  /** What there is to read for a program that takes lines. Default: the text. */
  readonly lines?: string;
}

/**
 * The help that a command line asks for; undefined if it asks for none.
 *
 * No words at all, `help`, `help Get-Forecast -Full`, `help Get-*`, `list`, `list job`, and `-?` or `--help` behind a
 * command. Answered without loading the command.
 *
 * @throws CommandNotFoundException, UsageError `NoParmsFound`, `UnknownOption`, `MissingOptionValue`,
 * CmdletException `InvalidOperation` for `-Online` where there is no page, or it cannot be shown
 */
export async function helpAnswer(
  commands: readonly CommandWords[],
  catalog: CommandCatalog,
  { openLink }: Pick<Surroundings, 'openLink'>,
): Promise<HelpAnswer | undefined> {
  const [first] = commands;
  if (first === undefined) return overview();
  if (first.command === 'list' && asksHelp(first.words)) return overview();
  if (first.command === 'list') return listAnswer(await listed(catalog, first.words));
  if (first.command === 'help') return askedHelp(first.words, catalog, openLink);
  const asked = commands.find(({ words }) => asksHelp(words));
  return asked === undefined ? undefined : commandHelp(await catalog.find(asked.command), asked.words, openLink);
}

/** Of `help`, its words: everything behind the name of a command says what of its help. */
async function askedHelp(
  [name, ...options]: readonly string[],
  catalog: CommandCatalog,
  openLink: Surroundings['openLink'],
): Promise<HelpAnswer> {
  if (name === undefined || ABOUT_ITSELF.has(name)) return overview();
  if (name.startsWith('-')) throw unknownOption(name, text.helpOptions);
  if (isWildcard(name)) return listAnswer(await listed(catalog, [name]));
  const command = await catalog.find(name);
  for (const [index, word] of options.entries()) {
    const isValue = nameOf(options[index - 1] ?? '') === 'parameter';
    if (!isValue && !HELP_OPTIONS.has(nameOf(word))) throw unknownOption(word, text.helpOptions);
  }
  return commandHelp(command, options, openLink);
}

function overview(): HelpAnswer {
  return { text: overviewText, records: [overviewText] };
}

/** Words that are no commands, but what `cmdlet` itself does. */
const ABOUT_ITSELF: ReadonlySet<string> = new Set([
  'help',
  'list',
  'complete',
  'completion',
  '-?',
  '-h',
  '--help',
  '--version',
]);

const HELP_VIEWS = ['full', 'detailed', 'examples'] as const satisfies readonly HelpView[];

const HELP_OPTIONS: ReadonlySet<string> = new Set([...HELP_VIEWS, 'parameter', 'online', '?', 'h', 'help']);

/** `-Full` and `--full` are `full`. */
function nameOf(option: string): string {
  return option.startsWith('-') ? option.replace(/^--?/u, '').toLowerCase() : '';
}

async function commandHelp(
  { description }: CatalogCommand,
  options: readonly string[],
  openLink: Surroundings['openLink'],
): Promise<HelpAnswer> {
  const given = options.map(nameOf);
  if (given.includes('online')) {
    await showOnlineHelp(description, openLink);
    return { text: '', records: [] };
  }
  if (given.includes('parameter')) {
    const parameter = options[given.indexOf('parameter') + 1];
    if (parameter === undefined) throw new UsageError(text.helpParameter, 'MissingOptionValue', '-Parameter');
    const wanted = wildcardPattern(parameter.replace(/^-/u, ''));
    const found = description.parameters.filter(({ name }) => wanted.test(name));
    if (found.length === 0) throw noParameter(description, parameter);
    return { text: joined(found.flatMap((each) => [...parameterLines(each), ''])), records: found };
  }
  const view = HELP_VIEWS.find((name) => given.includes(name));
  return { text: joined(helpLines(description, view)), records: [description] };
}

function asksHelp(words: readonly string[]): boolean {
  return beforeDashes(words).some((word) => word === '-?' || word === '--help');
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
function listAnswer(commands: readonly CatalogCommand[]): HelpAnswer {
  const records = commands.map(({ packName, names: [name, ...aliases], description: { synopsis } }) => ({
    name,
    aliases,
    pack: packName,
    synopsis,
  }));
  return { text: listText(commands), records, lines: joined(records.map(({ name }) => name)) };
}

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
