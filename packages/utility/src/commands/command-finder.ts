import { type CommandInfo, describeCall, isWildcard, type Session, wildcardPattern } from '@cmdlet/core';
import { AliasInfo, CmdletInfo } from './command-infos.js';

/** Finds commands of a session by name, alias, `Pack\Name` and wildcard. */
export class CommandFinder {
  constructor(
    private readonly session: Session,
    /** By which commands decide about dynamic parameters. */
    private readonly argumentList: readonly unknown[] = [],
  ) {}

  /** All cmdlets, each name once: the one that a call would find. */
  all(): readonly CmdletInfo[] {
    const found = new Map<string, CmdletInfo>();
    for (const { name } of this.session.commands) {
      const key = name.toUpperCase();
      const command = found.has(key) ? undefined : this.#named(name);
      if (command !== undefined) found.set(key, this.#infoOf(command));
    }
    return [...found.values()].sort((left, right) => left.name.localeCompare(right.name, 'en'));
  }

  /** Cmdlets and aliases of a name; none if there is no such command. A wildcard may mean several. */
  named(name: string): readonly (CmdletInfo | AliasInfo)[] {
    if (isWildcard(name)) {
      const pattern = wildcardPattern(name);
      const aliases = [...this.session.commands.aliases].filter(({ alias }) => pattern.test(alias));
      return [
        ...aliases.map(({ alias, command }) => this.#aliasOf(alias, command)),
        ...this.all().filter((command) => pattern.test(command.name)),
      ];
    }
    const alias = [...this.session.commands.aliases].find((each) => each.alias.toUpperCase() === name.toUpperCase());
    if (alias !== undefined) return [this.#aliasOf(alias.alias, alias.command)];
    const command = this.#named(name);
    return command === undefined ? [] : [this.#infoOf(command)];
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
    const description = describeCall(this.session, command.cmdlet, options);
    // A pack may be imported under a prefix: the name in the session counts.
    const named = description.name === command.name ? description : renamed(description, command.name);
    return new CmdletInfo(command.name, command.packName, named);
  }
}

function renamed(description: CmdletInfo['description'], name: string): CmdletInfo['description'] {
  return { ...description, name, syntax: description.sets.map(({ text }) => `${name} ${text}`) };
}
