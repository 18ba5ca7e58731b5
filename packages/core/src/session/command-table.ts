import { nearestNames } from '../bind/convert/nearest-names.js';
import type { CommandMetadata } from '../declare/metadata.js';
import { metadataOf } from '../declare/metadata-of.js';
import { nameKey } from '../declare/names.js';
import { prefixedName } from '../declare/pack/define-pack.js';
import type { PackDefinition } from '../declare/pack/pack-definition.js';
import { CmdletNotFoundException, CommandNotFoundException, MetadataException } from '../records/exceptions.js';
import type { CmdletClass } from '../run/inference.js';
import { type RenamedProperties, renamedProperties } from './renamed-properties.js';
import { text } from './text.js';

/** A command that a session knows. */
export interface CommandInfo {
  readonly name: string;
  readonly cmdlet: CmdletClass;
  readonly metadata: CommandMetadata;
  /** Name of the pack it came with; empty for a class that came with none. */
  readonly packName: string;
  /** Version of that pack, `0.0.0` for one that says none; empty for a class that came with none. */
  readonly packVersion: string;
  /** What its errors end in: `‹pack›.‹class›`, or the class alone. */
  readonly source: string;
  /** Properties of the class that are given by other names. */
  readonly renamed: RenamedProperties;
}

/** How the commands of a pack are named in a session. */
export interface NamingOptions {
  /** Put in front of every noun, and of aliases: `Get-Item` becomes `Get-ContosoItem`. */
  readonly prefix?: string | undefined;
  /** Leaves names that are taken to the commands that have them. Default: the newcomer gets them. */
  readonly noClobber?: boolean | undefined;
}

/**
 * The commands of a session by name, by alias, and by class.
 *
 * Names ignore case. Of equal names the one added last wins; the others stay reachable as `Pack\Name`.
 */
export class CommandTable {
  readonly #byName = new Map<string, CommandInfo>();
  readonly #byAlias = new Map<string, { readonly alias: string; readonly command: CommandInfo }>();
  readonly #byClass = new Map<CmdletClass, CommandInfo>();

  add(
    cmdlet: CmdletClass,
    { name: packName, version: packVersion = '0.0.0' }: Pick<PackDefinition, 'name' | 'version'>,
    { prefix, noClobber = false }: NamingOptions = {},
  ): CommandInfo {
    const metadata = metadataOf(cmdlet);
    const { className } = metadata;
    const name = prefixedName(metadata.name, prefix);
    const source = packName === '' ? className : `${packName}.${className}`;
    const renamed = renamedProperties(metadata);
    const info: CommandInfo = { name, cmdlet, metadata, packName, packVersion, source, renamed };
    this.#byClass.set(cmdlet, info);
    if (packName !== '') this.#byName.set(nameKey(`${packName}\\${name}`), info);
    if (!noClobber || !this.#byName.has(nameKey(name))) this.#byName.set(nameKey(name), info);
    for (const alias of metadata.aliases) this.addAlias(prefixedName(alias, prefix), info, noClobber);
    return info;
  }

  /** Adds the cmdlets of a pack, and the aliases that it has for them or for other commands. */
  addPack(pack: PackDefinition, cmdlets: readonly CmdletClass[], options: NamingOptions): void {
    const naming = { prefix: pack.commandPrefix, ...options };
    const added = new Map<string, CommandInfo>();
    for (const cmdlet of cmdlets) {
      const info = this.add(cmdlet, pack, naming);
      added.set(nameKey(info.metadata.name), info);
    }
    for (const [alias, name] of Object.entries(pack.aliases ?? {})) {
      const command = added.get(nameKey(name)) ?? this.ofName(name);
      this.addAlias(prefixedName(alias, naming.prefix), command, naming.noClobber);
    }
  }

  /** Gives a command one more name. */
  addAlias(alias: string, command: CommandInfo, noClobber = false): void {
    if (!noClobber || !this.#byAlias.has(nameKey(alias))) this.#byAlias.set(nameKey(alias), { alias, command });
  }

  /**
   * The command behind a class; a class that came with no pack is known by itself only.
   *
   * One that is no cmdlet is `CmdletNotFoundException`.
   */
  ofClass(cmdlet: CmdletClass): CommandInfo {
    return this.#byClass.get(cmdlet) ?? this.#withoutPack(cmdlet);
  }

  /** The command of a name: alias first, as people overrule names with aliases. */
  ofName(name: string): CommandInfo {
    const key = nameKey(name);
    const found = this.#byAlias.get(key)?.command ?? this.#byName.get(key);
    if (found === undefined) throw new CommandNotFoundException(text.commandNotFound(name, this.#nearest(name)), name);
    return found;
  }

  /** All aliases with their commands, in the order in which they were added. */
  get aliases(): Iterable<{ readonly alias: string; readonly command: CommandInfo }> {
    return this.#byAlias.values();
  }

  /** All commands, in the order in which they were added. */
  [Symbol.iterator](): IterableIterator<CommandInfo> {
    return this.#byClass.values();
  }

  /** Known by class only: a stray class must not take a name away from a pack. */
  #withoutPack(cmdlet: CmdletClass): CommandInfo {
    const metadata = declaredBy(cmdlet);
    const { name, className } = metadata;
    const renamed = renamedProperties(metadata);
    const info: CommandInfo = { name, cmdlet, metadata, packName: '', packVersion: '', source: className, renamed };
    this.#byClass.set(cmdlet, info);
    return info;
  }

  #nearest(name: string): string[] {
    const names = Array.from(this.#byClass.values(), (command) => command.name);
    const aliases = Array.from(this.#byAlias.values(), ({ alias }) => alias);
    return nearestNames(name, [...new Set([...names, ...aliases])]);
  }
}

function declaredBy(cmdlet: CmdletClass): CommandMetadata {
  try {
    return metadataOf(cmdlet);
  } catch (error) {
    if (!(error instanceof MetadataException) || error.errorId !== 'CmdletNotDeclared') throw error;
    throw new CmdletNotFoundException(text.notACmdlet(cmdlet.name), cmdlet.name, error);
  }
}
