import { type CommandDescription, nearestNames } from '@cmdlet/core';
import { type HelpView, helpLines, parameterLines } from '@cmdlet/utility';
import type { CommandWords } from '../command-line/parse-command-line.js';
import { UsageError } from '../command-line/usage-error.js';
import type { CatalogCommand, CommandCatalog } from '../commands/command-catalog.js';
import { text } from '../text.js';
import { overviewText } from './overview-text.js';

/**
 * The help that a command line asks for; undefined if it asks for none.
 *
 * No words at all, `help`, `help Get-Forecast -Full`, `list`, and `-?` or `--help` behind a command. Answered without
 * loading the command.
 */
export async function helpText(
  commands: readonly CommandWords[],
  catalog: CommandCatalog,
): Promise<string | undefined> {
  const [first] = commands;
  if (first === undefined) return overviewText;
  if (first.command === 'list') return listText(await catalog.all());
  if (first.command === 'help') {
    const [name, ...options] = first.words;
    return name === undefined ? overviewText : commandHelp(await catalog.find(name), options);
  }
  const asked = commands.find(({ words }) => beforeDashes(words).some((word) => word === '-?' || word === '--help'));
  return asked === undefined ? undefined : commandHelp(await catalog.find(asked.command), asked.words);
}

function commandHelp({ description }: CatalogCommand, options: readonly string[]): string {
  const given = options.map((option) => option.replace(/^--?/u, '').toLowerCase());
  const parameter = options[given.indexOf('parameter') + 1];
  if (given.includes('parameter') && parameter !== undefined) {
    const wanted = parameter.toLowerCase();
    const found = description.parameters.filter(({ name }) => wanted === '*' || name.toLowerCase() === wanted);
    if (found.length === 0) throw noParameter(description, parameter);
    return joined(found.flatMap((each) => [...parameterLines(each), '']));
  }
  const view = (['full', 'detailed', 'examples'] satisfies HelpView[]).find((name) => given.includes(name));
  return joined(helpLines(description, view));
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
