import { MetadataException } from '../../records/exceptions.js';
import { nameKey } from '../names.js';
import { text } from '../text.js';
import { COMMAND_INDEX_VERSION, type CommandIndex, commandAliases, type IndexedCommand } from './command-index.js';
import { prefixedName } from './define-pack.js';
import { assertIndexedCommand, readIndex } from './read-index.js';

/** A command's name, and the other names that it is found by. */
export type CommandNames = readonly [name: string, ...aliases: string[]];

/** What an index says of the pack as a whole, with the names of its commands in the order in which they are listed. */
export interface IndexHead extends Omit<CommandIndex, 'commands'> {
  readonly names: readonly CommandNames[];
}

/**
 * An index as the text of a file: a JSON document whose first line holds the head, and each of the next ones a command.
 *
 * `IndexFile` so finds one command without parsing the others; whoever reads the file as JSON need not know.
 */
export function writeIndex(index: CommandIndex): string {
  const begin = JSON.stringify(headOfIndex(index)).slice(0, -1);
  return `${begin},"commands":[\n${index.commands.map((command) => JSON.stringify(command)).join(',\n')}\n]}\n`;
}

/** An index of which is parsed and checked what is asked for. */
export class IndexFile {
  readonly head: IndexHead;
  /** The names of the commands as they are called, with the prefix of the pack, in the order of the list. */
  readonly names: readonly CommandNames[];
  readonly #text: string | undefined;
  /** The whole index, where it had to be read. */
  #index: CommandIndex | undefined;
  /** Commands by their place in the list. */
  readonly #commands = new Map<number, IndexedCommand>();

  /**
   * @param content an index, or the text of a file: written by `writeIndex`, or as JSON in any other way
   * @throws MetadataException `InvalidCommandIndex` for another format version or a text that is no index
   */
  constructor(content: string | CommandIndex) {
    const head = typeof content === 'string' ? headOf(content) : undefined;
    if (typeof content === 'string') this.#text = content;
    else this.#index = content;
    this.head = head ?? headOfIndex(this.index);
    const prefix = this.head.commandPrefix;
    const { names } = this.head;
    this.names = prefix === null ? names : names.map((all) => prefixedNames(all, prefix));
  }

  /**
   * The command that is called by that name or alias, ignoring case; undefined if the pack has none.
   *
   * @throws MetadataException `InvalidCommandIndex` if what is said of it is damaged
   */
  find(name: string): IndexedCommand | undefined {
    const place = placeOf(name, this.names);
    return place < 0 ? undefined : this.#commandAt(place);
  }

  /** The index as a whole. */
  get index(): CommandIndex {
    this.#index ??= readIndex(parsed(this.#text ?? ''));
    return this.#index;
  }

  #commandAt(place: number): IndexedCommand | undefined {
    if (this.#index !== undefined) return this.#index.commands[place];
    let command = this.#commands.get(place);
    if (command === undefined) {
      const line = lineAt(this.#text ?? '', place + 1);
      const json = parsed(line.endsWith(',') ? line.slice(0, -1) : line);
      assertIndexedCommand(json, `index.commands[${place}]`);
      command = json;
      this.#commands.set(place, command);
    }
    return command;
  }
}

/** Where the command stands that is called by a name, ignoring case; a name wins over an alias. -1 if there is none. */
export function placeOf(name: string, commands: readonly CommandNames[]): number {
  const key = nameKey(name);
  const byName = commands.findIndex(([own]) => nameKey(own) === key);
  return byName >= 0 ? byName : commands.findIndex((all) => all.some((each) => nameKey(each) === key));
}

const COMMANDS = ',"commands":[';

function headOfIndex(index: CommandIndex): IndexHead {
  const { commands, ...head } = index;
  const aliases = commandAliases(index);
  const names = commands.map(({ name }): CommandNames => {
    const own = aliases.filter(([, meant]) => nameKey(meant) === nameKey(name));
    return [name, ...own.map(([alias]) => alias)];
  });
  return { ...head, names };
}

function prefixedNames([name, ...aliases]: CommandNames, prefix: string): CommandNames {
  return [prefixedName(name, prefix), ...aliases.map((alias) => prefixedName(alias, prefix))];
}

/** What the first line says; undefined if the file is laid out in another way. */
function headOf(content: string): IndexHead | undefined {
  const end = content.indexOf('\n');
  const line = content.slice(0, Math.max(end, 0));
  if (!line.endsWith(COMMANDS) || !line.includes('"names":[')) return undefined;
  const head = parsed(`${line.slice(0, -COMMANDS.length)}}`) as IndexHead;
  if (head.formatVersion !== COMMAND_INDEX_VERSION) {
    const message = text.indexVersion(head.formatVersion, COMMAND_INDEX_VERSION);
    throw new MetadataException('InvalidCommandIndex', message);
  }
  return head;
}

function lineAt(content: string, number: number): string {
  let begin = 0;
  for (let line = 0; line < number; line++) begin = content.indexOf('\n', begin) + 1;
  return content.slice(begin, content.indexOf('\n', begin));
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new MetadataException('InvalidCommandIndex', text.indexIsNoJson(reason));
  }
}
