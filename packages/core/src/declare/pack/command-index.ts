import type { CommandDescription } from '../command-description.js';
import { nameKey } from '../names.js';
import type { PackManifest } from './pack-definition.js';

/** Version of the file format; a reader refuses others. */
export const COMMAND_INDEX_VERSION = 1;

/** One command of an index. */
export interface IndexedCommand extends CommandDescription {
  /** Which entry of the pack's `cmdlets` holds the class. */
  readonly source: number;
}

/**
 * Everything about the commands of a pack that help, completion and look-up need, so that they load no code.
 *
 * Plain data: made by `buildIndex`, written as JSON beside the pack, read by `readIndex`.
 */
export interface CommandIndex {
  readonly formatVersion: typeof COMMAND_INDEX_VERSION;
  readonly pack: PackManifest & { readonly version: string };
  readonly commandPrefix: string | null;
  /** The pack's own aliases by name; those of a command stand there. */
  readonly aliases: Readonly<Record<string, string>>;
  readonly commands: readonly IndexedCommand[];
}

/** The command of that name or alias, ignoring case; undefined if the pack has none. */
export function findCommand(index: CommandIndex, name: string): IndexedCommand | undefined {
  return lookupOf(index).get(nameKey(name));
}

/** Names and aliases, the names first. */
export function commandNames(index: CommandIndex): readonly string[] {
  return [...index.commands.map(({ name }) => name), ...commandAliases(index).map(([alias]) => alias)];
}

/** Aliases with the names of their commands. */
export function commandAliases(
  index: Pick<CommandIndex, 'commands' | 'aliases'>,
): readonly (readonly [string, string])[] {
  return [
    ...index.commands.flatMap(({ name, aliases }) => aliases.map((alias) => [alias, name] as const)),
    ...Object.entries(index.aliases),
  ];
}

/** Made at the first look-up: a shell reads many indexes and asks few. */
const lookups = new WeakMap<CommandIndex, ReadonlyMap<string, IndexedCommand>>();

function lookupOf(index: CommandIndex): ReadonlyMap<string, IndexedCommand> {
  let lookup = lookups.get(index);
  if (lookup === undefined) {
    const byName = new Map(index.commands.map((command) => [nameKey(command.name), command]));
    for (const [alias, name] of commandAliases(index)) {
      const command = byName.get(nameKey(name));
      if (command !== undefined && !byName.has(nameKey(alias))) byName.set(nameKey(alias), command);
    }
    lookup = byName;
    lookups.set(index, lookup);
  }
  return lookup;
}
