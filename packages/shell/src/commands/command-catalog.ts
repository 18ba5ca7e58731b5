import {
  buildIndex,
  type CommandDescription,
  type CommandNames,
  CommandNotFoundException,
  type IndexedCommand,
  IndexFile,
  loadCmdlets,
  metadataOf,
  nearestNames,
  type Pack,
  type PackDefinition,
} from '@cmdlet/core';
import { PackError } from '../packs/pack-error.js';
import { JOB_PACK } from '../packs/pack-manifest.js';
import type { PackSource } from '../packs/pack-source.js';
import { text } from '../text.js';

/** A command of some pack, and how to get at its class. */
export interface CatalogCommand {
  readonly description: CommandDescription;
  readonly packName: string;
  /** Version of the pack, where all commands of the pack were asked for. */
  readonly packVersion?: string;
  /** The names by which it is called. */
  readonly names: CommandNames;
  /** The part of the pack that holds the command; loads what it needs. */
  load(): Promise<PackDefinition>;
}

/** The names of the commands of a pack, as they are called, each with its aliases. */
export interface NamesOfPack {
  readonly packName: string;
  readonly names: readonly CommandNames[];
}

/**
 * All commands of all packs that were found, answered from indexes where packs have one.
 *
 * Of equal names the pack that stands first wins; `pack\Name` and `pack/Name` name the others. Case never matters.
 */
export class CommandCatalog {
  /** What is wrong with packs, as far as they were looked at. */
  readonly failures: PackError[];
  readonly #packs: readonly PackSource[];
  /** Indexes of packs that had to be loaded to be known. */
  readonly #made = new Map<PackSource, Promise<IndexFile | undefined>>();

  constructor(packs: readonly PackSource[], failures: PackError[]) {
    this.#packs = packs;
    this.failures = failures;
  }

  /**
   * The command of a name or alias.
   *
   * @throws CommandNotFoundException with the nearest names
   */
  async find(name: string): Promise<CatalogCommand> {
    const { packName, commandName } = splitName(name);
    for (const pack of this.#packs) {
      if (packName !== undefined && pack.name.toLowerCase() !== packName) continue;
      if (pack.names()?.some((names) => isAmong(names, commandName)) === false) continue;
      const found = await this.#findIn(pack, commandName);
      if (found !== undefined) return this.#commandOf(pack, found);
    }
    throw new CommandNotFoundException(text.commandNotFound(name, await this.#near(packName, commandName)), name);
  }

  /** All commands, nearest pack first. */
  async all(): Promise<readonly CatalogCommand[]> {
    const commands: CatalogCommand[] = [];
    for (const pack of this.#packs) {
      const file = await this.#indexOf(pack);
      const index = await this.#attempt(pack, async () => file?.index);
      for (const [place, command] of (index?.commands ?? []).entries()) {
        const packVersion = index?.pack.version ?? '';
        commands.push({ ...this.#commandOf(pack, command, file?.names[place]), packVersion });
      }
    }
    return commands;
  }

  /** Loads a command, or notes why it cannot be loaded. */
  async tryLoad(command: CatalogCommand): Promise<PackDefinition | undefined> {
    try {
      return await command.load();
    } catch (error) {
      this.failures.push(PackError.from(error, command.packName));
      return undefined;
    }
  }

  /** Names of all commands, each once. */
  async names(): Promise<readonly string[]> {
    return [...new Set((await this.namesOfPacks()).flatMap(({ names }) => names.map(([name]) => name)))];
  }

  /** The names of all commands, nearest pack first. Parses no descriptions where packs have an index. */
  async namesOfPacks(): Promise<readonly NamesOfPack[]> {
    const packs: NamesOfPack[] = [];
    for (const pack of this.#packs) {
      const names = pack.names() ?? (await this.#indexOf(pack))?.names ?? [];
      packs.push({ packName: pack.name, names });
    }
    return packs;
  }

  /** What may have been meant: the same command of another pack, names like it, else names that it is a part of. */
  async #near(packName: string | undefined, commandName: string): Promise<readonly string[]> {
    if (packName !== undefined) {
      const same = (await this.namesOfPacks()).filter(({ names }) => names.some((each) => isAmong(each, commandName)));
      if (same.length > 0) return same.map((pack) => `${pack.packName}/${commandName}`);
    }
    const names = await this.names();
    const near = nearestNames(commandName, packName === undefined ? [...names, ...OWN_WORDS] : names);
    if (near.length > 0 || commandName.length < PART_OF_NAME) return near;
    return names.filter((each) => each.toLowerCase().includes(commandName.toLowerCase())).slice(0, 3);
  }

  async #findIn(pack: PackSource, commandName: string): Promise<IndexedCommand | undefined> {
    try {
      return (await this.#indexOf(pack))?.find(commandName);
    } catch (error) {
      // Damaged where it speaks of this command: the pack itself tells.
      this.#note(pack, error);
      return (await this.#makeIndex(pack))?.find(commandName);
    }
  }

  async #indexOf(pack: PackSource): Promise<IndexFile | undefined> {
    return pack.index() ?? (await this.#makeIndex(pack));
  }

  /** The index of a pack that has none; one that cannot be loaded is noted and has no commands. */
  #makeIndex(pack: PackSource): Promise<IndexFile | undefined> {
    let making = this.#made.get(pack);
    if (making === undefined) {
      making = this.#attempt(pack, async () => new IndexFile(await buildIndex(await pack.load())));
      this.#made.set(pack, making);
    }
    return making;
  }

  #commandOf(
    pack: PackSource,
    description: IndexedCommand,
    names: CommandNames = [description.name, ...description.aliases],
  ): CatalogCommand {
    return { description, packName: pack.name, names, load: () => this.#loadPart(pack, description) };
  }

  /** The classes of the module that holds a command, with what else the pack defines. */
  async #loadPart(pack: PackSource, { name, source }: IndexedCommand): Promise<PackDefinition> {
    const whole = await pack.load();
    const part = whole.cmdlets[source];
    const cmdlets = part === undefined ? [] : await load(whole, [part]);
    const names = new Set(cmdlets.map((cmdlet) => metadataOf(cmdlet).name));
    if (!names.has(name)) {
      this.#note(pack, new PackError(text.indexWithout(pack.name, name), 'CommandIndexOutdated', pack.name));
      return whole;
    }
    const aliases = Object.fromEntries(Object.entries(whole.aliases ?? {}).filter(([, meant]) => names.has(meant)));
    if (!pack.needsJobs) return { ...whole, cmdlets, aliases };
    const jobs = await this.#packs.find(({ name: packName }) => packName === JOB_PACK)?.load();
    return { ...whole, cmdlets, aliases, services: [...(jobs?.services ?? []), ...(whole.services ?? [])] };
  }

  async #attempt<T>(pack: PackSource, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      this.#note(pack, error);
      return undefined;
    }
  }

  #note(pack: PackSource, error: unknown): void {
    this.failures.push(PackError.from(error, pack.name));
  }
}

/** What the command itself does, and no pack. */
const OWN_WORDS = ['help', 'list', 'completion', 'build', 'new', 'docs'];

/** So many letters say something about the name that they are a part of. */
const PART_OF_NAME = 3;

/** A module of a pack fails as the pack does. */
async function load(pack: Pack, cmdlets: Pack['cmdlets']): Promise<Awaited<ReturnType<typeof loadCmdlets>>> {
  try {
    return await loadCmdlets({ name: pack.name, cmdlets });
  } catch (error) {
    throw PackError.ofModule(error, pack.name);
  }
}

/** `pack\Name` or `pack/Name`; a scope belongs to the pack. */
function splitName(name: string): { packName: string | undefined; commandName: string } {
  const end = Math.max(name.lastIndexOf('\\'), name.lastIndexOf('/'));
  return end < 0
    ? { packName: undefined, commandName: name }
    : { packName: name.slice(0, end).replace('\\', '/').toLowerCase(), commandName: name.slice(end + 1) };
}

function isAmong(names: CommandNames, wanted: string): boolean {
  const key = wanted.toLowerCase();
  return names.some((name) => name.toLowerCase() === key);
}
