import {
  type CmdletClass,
  type CommandDescription,
  CommandNotFoundException,
  commandMetadata,
  findCommand,
  type IndexedCommand,
  metadataOf,
  type Pack,
  type PackDefinition,
} from '@cmdlet/core';
import type { FoundPack } from '../packs/found-pack.js';
import { loadPack } from '../packs/load-pack.js';
import { PackError } from '../packs/pack-error.js';
import { text } from '../text.js';
import { nearestTo } from './nearest-to.js';

/** A command of some pack, and how to get at its class. */
export interface CatalogCommand {
  readonly description: CommandDescription;
  readonly packName: string;
  /** The part of the pack that holds the command; loads what it needs. */
  load(): Promise<PackDefinition>;
}

/**
 * All commands of all packs that were found, answered from indexes where packs have one.
 *
 * Of equal names the pack that stands first wins; `pack\Name` and `pack/Name` name the others.
 */
export class CommandCatalog {
  /** What is wrong with packs, as far as they were looked at. */
  readonly failures: PackError[];
  readonly #packs: readonly FoundPack[];
  readonly #builtIn: readonly Pack[];
  readonly #loaded = new Map<FoundPack, Promise<Pack | undefined>>();

  constructor(packs: readonly FoundPack[], builtIn: readonly Pack[], failures: readonly PackError[]) {
    this.#packs = packs;
    this.#builtIn = builtIn;
    this.failures = [...failures];
  }

  /**
   * The command of a name or alias.
   *
   * @throws CommandNotFoundException with the nearest names
   */
  async find(name: string): Promise<CatalogCommand> {
    const { packName, commandName } = splitName(name);
    for (const pack of this.#packs) {
      if (packName !== undefined && pack.name !== packName) continue;
      const found = await this.#findIn(pack, commandName);
      if (found !== undefined) return found;
    }
    for (const pack of this.#builtIn) {
      if (packName !== undefined && pack.name !== packName) continue;
      const found = commandOfPack(pack, commandName);
      if (found !== undefined) return found;
    }
    throw new CommandNotFoundException(text.commandNotFound(name, nearestTo(name, await this.names())), name);
  }

  /** All commands, nearest pack first. */
  async all(): Promise<readonly CatalogCommand[]> {
    const commands: CatalogCommand[] = [];
    for (const pack of this.#packs) {
      if (pack.index !== undefined) {
        commands.push(...pack.index.commands.map((description) => this.#indexed(pack, description)));
      } else {
        const loaded = await this.#load(pack);
        if (loaded !== undefined) commands.push(...commandsOfPack(loaded));
      }
    }
    for (const pack of this.#builtIn) commands.push(...commandsOfPack(pack));
    return commands;
  }

  /** Names of all commands, each once. */
  async names(): Promise<readonly string[]> {
    return [...new Set((await this.all()).map(({ description }) => description.name))];
  }

  async #findIn(pack: FoundPack, commandName: string): Promise<CatalogCommand | undefined> {
    if (pack.index !== undefined) {
      const description = findCommand(pack.index, commandName);
      return description === undefined ? undefined : this.#indexed(pack, description);
    }
    const loaded = await this.#load(pack);
    return loaded === undefined ? undefined : commandOfPack(loaded, commandName);
  }

  #indexed(pack: FoundPack, description: IndexedCommand): CatalogCommand {
    return {
      description,
      packName: pack.name,
      load: async () => {
        const { cmdlets, ...rest } = await loadPack(pack);
        const source = cmdlets[description.source];
        return { ...rest, cmdlets: source === undefined ? cmdlets : [source] };
      },
    };
  }

  /** A pack without an index; one that cannot be loaded is noted and has no commands. */
  #load(pack: FoundPack): Promise<Pack | undefined> {
    let loading = this.#loaded.get(pack);
    if (loading === undefined) {
      loading = loadPack(pack).catch((error: unknown) => {
        this.failures.push(PackError.from(error, pack.directory));
        return undefined;
      });
      this.#loaded.set(pack, loading);
    }
    return loading;
  }
}

/** `pack\Name` or `pack/Name`; a scope belongs to the pack. */
function splitName(name: string): { packName: string | undefined; commandName: string } {
  const end = Math.max(name.lastIndexOf('\\'), name.lastIndexOf('/'));
  return end < 0
    ? { packName: undefined, commandName: name }
    : { packName: name.slice(0, end), commandName: name.slice(end + 1) };
}

function commandsOfPack(pack: Pack): CatalogCommand[] {
  return classesOf(pack).map((cmdletClass) => ({
    description: commandMetadata(cmdletClass),
    packName: pack.name,
    load: async () => pack,
  }));
}

function commandOfPack(pack: Pack, name: string): CatalogCommand | undefined {
  const key = name.toLowerCase();
  const isMeant = (candidate: string): boolean => candidate.toLowerCase() === key;
  const aliased = Object.entries(pack.aliases ?? {}).find(([alias]) => isMeant(alias))?.[1];
  const found = classesOf(pack).find((cmdletClass) => {
    const metadata = metadataOf(cmdletClass);
    return isMeant(metadata.name) || metadata.name === aliased || metadata.aliases.some(isMeant);
  });
  if (found === undefined) return undefined;
  return { description: commandMetadata(found), packName: pack.name, load: async () => pack };
}

/** The classes that a pack lists directly. One that lists modules needs an index to be found without loading them. */
function classesOf(pack: Pack): CmdletClass[] {
  return pack.cmdlets.filter((source): source is CmdletClass => isDeclared(source));
}

function isDeclared(source: unknown): boolean {
  try {
    metadataOf(source as CmdletClass);
    return true;
  } catch {
    return false;
  }
}
