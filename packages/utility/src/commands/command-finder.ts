import { type CommandInfo, describeCall, isWildcard, type Session, wildcardPattern } from '@cmdlet/core';
import { AliasInfo, CmdletInfo } from './command-infos.js';
import { type ListedCommand, listedCommands } from './command-listing.js';

/** Finds commands of a session, and those that are listed for it, by name, alias, `Pack\Name` and wildcard. */
export class CommandFinder {
  readonly #listed: readonly ListedCommand[];

  constructor(
    private readonly session: Session,
    /** By which commands decide about dynamic parameters. */
    private readonly argumentList: readonly unknown[] = [],
  ) {
    this.#listed = listedCommands(session);
  }

  /** All cmdlets, each name once: the one that a call would find. */
  all(): readonly CmdletInfo[] {
    const found = new Map<string, CmdletInfo>();
    for (const { name } of this.session.commands) {
      const key = name.toUpperCase();
      const command = found.has(key) ? undefined : this.#named(name);
      if (command !== undefined) found.set(key, this.#infoOf(command));
    }
    for (const command of this.#listed) {
      const key = command.name.toUpperCase();
      if (!found.has(key)) found.set(key, listedInfo(command));
    }
    return [...found.values()].sort((left, right) => left.name.localeCompare(right.name, 'en'));
  }

  /** Cmdlets and aliases of a name; none if there is no such command. A wildcard may mean several. */
  named(name: string): readonly (CmdletInfo | AliasInfo)[] {
    if (isWildcard(name)) {
      const pattern = wildcardPattern(name);
      return [
        ...this.#aliases().filter((alias) => pattern.test(alias.name)),
        ...this.all().filter((command) => pattern.test(command.name)),
      ];
    }
    const alias = this.#aliases().find((each) => each.name.toUpperCase() === name.toUpperCase());
    if (alias !== undefined) return [alias];
    const command = this.#named(name);
    if (command !== undefined) return [this.#infoOf(command)];
    const listed = this.#listed.find((each) => isCalled(each, name));
    return listed === undefined ? [] : [listedInfo(listed)];
  }

  /** All aliases, each once. */
  #aliases(): readonly AliasInfo[] {
    const found = new Map<string, AliasInfo>();
    for (const { alias, command } of this.session.commands.aliases) {
      found.set(alias.toUpperCase(), this.#aliasOf(alias, command));
    }
    for (const command of this.#listed) {
      for (const alias of command.aliases) {
        const key = alias.toUpperCase();
        if (!found.has(key)) found.set(key, new AliasInfo(alias, command.packName, listedInfo(command)));
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
    const options = { argumentList: this.argumentList };
    return infoOf(command.name, command.packName, describeCall(this.session, command.cmdlet, options));
  }
}

function listedInfo({ name, packName, description }: ListedCommand): CmdletInfo {
  return infoOf(name, packName, description);
}

/** Whether a name means the command: its own, or with the pack in front. */
function isCalled({ name, packName }: ListedCommand, wanted: string): boolean {
  const key = wanted.toUpperCase().replace('/', '\\');
  return key === name.toUpperCase() || key === `${packName}\\${name}`.toUpperCase().replace('/', '\\');
}

/** A pack may be imported under a prefix: the name that the command is called by counts. */
function infoOf(name: string, packName: string, description: CmdletInfo['description']): CmdletInfo {
  return new CmdletInfo(name, packName, description.name === name ? description : renamed(description, name));
}

function renamed(description: CmdletInfo['description'], name: string): CmdletInfo['description'] {
  return { ...description, name, syntax: description.sets.map(({ text }) => `${name} ${text}`) };
}
