import { type CommandInfo, describeCall, isWildcard, type Session } from '@cmdlet/core';
import { AliasInfo, CmdletInfo } from './command-infos.js';
import { type ListedCommand, listedCommands } from './command-listing.js';
import { type IsMeant, namesMeantBy } from './names-meant.js';

interface FinderOptions {
  /** By which commands decide about dynamic parameters. */
  readonly argumentList?: readonly unknown[] | undefined;
  /** Only commands of the session itself. Default false. */
  readonly imported?: boolean;
}

/** Finds commands of a session, and those that are listed for it, by name, alias, `Pack\Name` and wildcard. */
export class CommandFinder {
  readonly #listed: readonly ListedCommand[];

  constructor(
    private readonly session: Session,
    private readonly options: FinderOptions = {},
  ) {
    this.#listed = options.imported === true ? [] : listedCommands(session);
  }

  /**
   * All cmdlets in the order of their names; of equal names the one that a call finds comes first.
   *
   * @param isMeant decides about a name and its pack; commands that are not meant are not looked into
   */
  all(isMeant: IsMeant = () => true): readonly CmdletInfo[] {
    const commands = [...this.session.commands].filter(({ name, packName }) => isMeant(name, packName));
    const found = new Set(commands.map(({ name }) => this.#named(name)).filter((each) => each !== undefined));
    for (const command of commands) found.add(command);
    const imported = [...found].map((command) => this.#infoOf(command));
    const isImported = ({ name, packName }: ListedCommand): boolean =>
      imported.some((each) => isSame(each.name, name) && isSame(each.source, packName));
    const listed = this.#listed.filter((each) => isMeant(each.name, each.packName) && !isImported(each));
    return [...imported, ...listed.map(listedInfo)].sort((left, right) => left.name.localeCompare(right.name, 'en'));
  }

  /** All aliases, then all cmdlets that are meant; of equal names the one that a call finds comes first. */
  allMeant(isMeant: IsMeant): readonly (CmdletInfo | AliasInfo)[] {
    return [...this.#aliases(isMeant), ...this.all(isMeant)];
  }

  /** All aliases and cmdlets that a name or a wildcard means; the one that a call finds comes first. */
  allNamed(name: string): readonly (CmdletInfo | AliasInfo)[] {
    return this.allMeant(namesMeantBy(name));
  }

  /** Those of {@link allNamed} that a call finds: of each name the first. */
  named(name: string): readonly (CmdletInfo | AliasInfo)[] {
    return isWildcard(name) ? firstOfNames(this.allNamed(name)) : this.allNamed(name).slice(0, 1);
  }

  /** All aliases, each once. */
  #aliases(isMeant: IsMeant): readonly AliasInfo[] {
    const found = new Map<string, AliasInfo>();
    for (const { alias, command } of this.session.commands.aliases) {
      if (isMeant(alias, command.packName)) found.set(alias.toUpperCase(), this.#aliasOf(alias, command));
    }
    for (const command of this.#listed) {
      for (const alias of command.aliases) {
        const key = alias.toUpperCase();
        if (found.has(key) || !isMeant(alias, command.packName)) continue;
        found.set(key, new AliasInfo(alias, command.packName, listedInfo(command)));
      }
    }
    return [...found.values()];
  }

  #named(name: string): CommandInfo | undefined {
    try {
      return this.session.commands.ofName(name);
    } catch {
      return undefined;
    }
  }

  #aliasOf(alias: string, command: CommandInfo): AliasInfo {
    return new AliasInfo(alias, command.packName, this.#infoOf(command));
  }

  #infoOf(command: CommandInfo): CmdletInfo {
    const options = { argumentList: this.options.argumentList ?? [] };
    return infoOf(command, describeCall(this.session, command.cmdlet, options));
  }
}

/** Of equal names the first; an alias and a cmdlet of one name are two. */
export function firstOfNames<T extends CmdletInfo | AliasInfo>(commands: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return commands.filter(({ commandType, name }) => {
    const key = `${commandType} ${name.toUpperCase()}`;
    return !seen.has(key) && seen.add(key);
  });
}

function listedInfo({ name, packName, packVersion = '', description }: ListedCommand): CmdletInfo {
  return infoOf({ name, packName, packVersion }, description);
}

function isSame(left: string, right: string): boolean {
  return left.toUpperCase() === right.toUpperCase();
}

/** A pack may be imported under a prefix: the name that the command is called by counts. */
function infoOf(
  { name, packName, packVersion }: Pick<CommandInfo, 'name' | 'packName' | 'packVersion'>,
  description: CmdletInfo['description'],
): CmdletInfo {
  const ofName = description.name === name ? description : renamed(description, name);
  return new CmdletInfo(name, packName, ofName, packVersion);
}

function renamed(description: CmdletInfo['description'], name: string): CmdletInfo['description'] {
  return { ...description, name, syntax: description.sets.map(({ text }) => `${name} ${text}`) };
}
