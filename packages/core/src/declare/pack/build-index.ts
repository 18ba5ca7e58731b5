import { MetadataException } from '../../records/exceptions.js';
import { commandMetadata } from '../command-metadata.js';
import { nameKey } from '../names.js';
import { text } from '../text.js';
import { COMMAND_INDEX_VERSION, type CommandIndex, commandAliases, type IndexedCommand } from './command-index.js';
import { checkNames, type Pack } from './define-pack.js';
import { loadSource } from './load-cmdlets.js';

/**
 * Makes the static index of a pack. Loads all its modules: done when the pack is built.
 *
 * @throws MetadataException as `definePack`, for lazy modules too; `DuplicateAlias` for an alias that means two commands
 *   or is a command's name; `CommandNotFoundException` for an alias of no command of the pack
 */
export async function buildIndex(pack: Pack): Promise<CommandIndex> {
  const sources = await Promise.all(pack.cmdlets.map((source) => loadSource(pack, source)));
  checkNames(pack.name, sources.flat());
  const commands = sources.flatMap((classes, source) =>
    classes.map((cmdletClass): IndexedCommand => ({ ...commandMetadata(cmdletClass), source })),
  );
  const {
    cmdlets: _cmdlets,
    services: _services,
    settings: _settings,
    commandPrefix,
    aliases = {},
    ...manifest
  } = pack;
  checkAliases(pack.name, { commands, aliases });
  return {
    formatVersion: COMMAND_INDEX_VERSION,
    pack: manifest,
    commandPrefix: commandPrefix ?? null,
    aliases,
    commands,
  };
}

/**
 * Fails with `CommandIndexOutdated` if an index does not say what the classes of the pack say.
 */
export async function verifyIndex(index: CommandIndex, pack: Pack): Promise<void> {
  const actual = await buildIndex(pack);
  const asWritten = (value: unknown) => JSON.stringify(value);
  if (asWritten(index) === asWritten(actual)) return;
  const kept = new Map(index.commands.map((command) => [command.name, asWritten(command)]));
  const changed = actual.commands.filter((command) => kept.get(command.name) !== asWritten(command));
  const current = new Set(actual.commands.map(({ name }) => name));
  const gone = index.commands.filter(({ name }) => !current.has(name));
  const names = [...changed, ...gone].map(({ name }) => name);
  throw new MetadataException('CommandIndexOutdated', text.indexOutdated(pack.name, names));
}

function checkAliases(packName: string, index: Pick<CommandIndex, 'commands' | 'aliases'>): void {
  const names = new Map(index.commands.map(({ name }) => [nameKey(name), name]));
  const owners = new Map<string, string>();
  for (const [alias, command] of commandAliases(index)) {
    if (!names.has(nameKey(command))) {
      throw new MetadataException('CommandNotFoundException', text.aliasOfNothing(packName, alias, command));
    }
    const owner = names.get(nameKey(alias)) ?? owners.get(nameKey(alias));
    if (owner !== undefined) {
      throw new MetadataException('DuplicateAlias', text.duplicateAlias(packName, alias, owner, command));
    }
    owners.set(nameKey(alias), command);
  }
}
