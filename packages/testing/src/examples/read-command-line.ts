import type { CommandArgument } from '@cmdlet/core';

/** A command line, as far as it can be read without the command language. */
export interface CommandLine {
  /** Values that stand in front of the first command. */
  readonly input: readonly unknown[] | undefined;
  readonly commands: readonly {
    readonly name: string;
    readonly arguments: readonly CommandArgument[];
  }[];
}

/** One word: a text in quotes is never a name or a number. */
interface Word {
  readonly text: string;
  readonly quoted: boolean;
  /** Whether a comma stands behind it, so that the next word belongs to it. */
  readonly goesOn: boolean;
}

const WORD =
  /\s*(?:'((?:[^']|'')*)'|"([^"$`]*)"|([^\s,|'"`$(){}[\];&<>@#][^\s,|'"`$(){}[\];&<>@#]*|\$(?:true|false|null)\b))\s*(,)?/iy;
const BAR = /\s*\|\s*/y;
const NAME = /^-(\p{L}[^:]*)(?::(.*))?$/u;
const CONSTANTS: Readonly<Record<string, unknown>> = { $true: true, $false: false, $null: null };

/**
 * Reads a plain command line: commands with words, texts in quotes, numbers, lists with commas, `$true`, `$false` and
 * `$null`, connected by bars; the first may be a list of values.
 *
 * Undefined for everything that needs the command language: variables, blocks, expressions, redirections.
 */
export function readCommandLine(line: string): CommandLine | undefined {
  const parts = split(line);
  if (parts === undefined) return undefined;
  const [first] = parts;
  const input = first !== undefined && isValues(first) ? values(first) : undefined;
  const commands = (input === undefined ? parts : parts.slice(1)).map(([name, ...rest]) => ({
    name: name?.text ?? '',
    arguments: argumentsOf(rest),
  }));
  return commands.length > 0 && commands.every(({ name }) => name !== '') ? { input, commands } : undefined;
}

/** The words of each part between bars; undefined if something cannot be read. */
function split(line: string): Word[][] | undefined {
  const parts: Word[][] = [[]];
  let index = 0;
  while (line.slice(index).trim() !== '') {
    BAR.lastIndex = WORD.lastIndex = index;
    if (BAR.test(line)) {
      index = BAR.lastIndex;
      parts.push([]);
      continue;
    }
    const [, single, double, bare = '', comma] = WORD.exec(line) ?? [];
    if (WORD.lastIndex <= index) return undefined;
    const quoted = single?.replaceAll("''", "'") ?? double;
    parts.at(-1)?.push({ text: quoted ?? bare, quoted: quoted !== undefined, goesOn: comma !== undefined });
    index = WORD.lastIndex;
  }
  return parts.every((part) => part.length > 0 && part.at(-1)?.goesOn === false) ? parts : undefined;
}

/** Values: what begins with a text in quotes or a number is no command. */
function isValues([first]: readonly Word[]): boolean {
  return first !== undefined && (first.quoted || typeof scalarOf(first) !== 'string');
}

function values(words: readonly Word[]): unknown[] {
  return words.map(scalarOf);
}

function argumentsOf(words: readonly Word[]): CommandArgument[] {
  const list: CommandArgument[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as Word;
    const [, name, own] = (word.quoted ? null : NAME.exec(word.text)) ?? [];
    if (name !== undefined && own === undefined) {
      list.push({ name, hasValue: false });
      continue;
    }
    const group = [own === undefined ? word : { ...word, text: own }];
    if (own === '') group[0] = words[++index] ?? word;
    while (group.at(-1)?.goesOn === true && index + 1 < words.length) group.push(words[++index] as Word);
    const value = group.length === 1 ? scalarOf(group[0] as Word) : group.map(scalarOf);
    list.push(name === undefined ? { value, hasValue: true } : { name, value, hasValue: true });
  }
  return list;
}

function scalarOf({ text, quoted }: Word): unknown {
  if (quoted) return text;
  const constant = text.toLowerCase();
  if (constant in CONSTANTS) return CONSTANTS[constant];
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}
