import { type CommandDescription, View } from '@cmdlet/core';

/** What `Get-Command` tells about a cmdlet. */
@View.table([
  { property: 'commandType', label: 'CommandType', width: 15 },
  { property: 'name', label: 'Name', width: 50 },
  { property: 'source', label: 'Source' },
])
@View.list(['Name', 'CommandType', 'Definition', 'Source', 'Verb', 'Noun'])
export class CmdletInfo {
  readonly commandType = 'Cmdlet';
  readonly verb: string;
  readonly noun: string;
  /** How it is typed, one line per parameter set. */
  readonly definition: string;
  /** How far the name is from the one that was looked for, where names that are nearly it were asked for. */
  declare readonly score?: number;

  constructor(
    readonly name: string,
    /** Name of the pack it came with; empty for none. */
    readonly source: string,
    /** Everything worth knowing about it. */
    readonly description: CommandDescription,
    /** Version of the pack, `1.2.0`; empty where it is not known. */
    readonly version = '',
  ) {
    const dash = name.indexOf('-');
    this.verb = name.slice(0, Math.max(dash, 0));
    this.noun = name.slice(dash + 1);
    this.definition = syntaxText(description.syntax);
  }

  /** The same with a score. */
  withScore(score: number): CmdletInfo {
    const { name, source, description, version } = this;
    return Object.assign(new CmdletInfo(name, source, description, version), { score });
  }

  toString(): string {
    return this.name;
  }
}

/** What `Get-Command` tells about an alias. */
@View.table([
  { property: 'commandType', label: 'CommandType', width: 15 },
  { property: 'displayName', label: 'Name', width: 50 },
  { property: 'source', label: 'Source' },
])
@View.list(['DisplayName', 'CommandType', 'Definition', 'Source'])
export class AliasInfo {
  readonly commandType = 'Alias';
  readonly displayName: string;
  /** The name of the command. */
  readonly definition: string;
  /** Version of the pack of the command; empty where it is not known. */
  readonly version: string;
  /** How far the name is from the one that was looked for, where names that are nearly it were asked for. */
  declare readonly score?: number;

  constructor(
    readonly name: string,
    readonly source: string,
    /** The command it stands for. */
    readonly resolvedCommand: CmdletInfo,
  ) {
    this.definition = resolvedCommand.name;
    this.displayName = `${name} -> ${resolvedCommand.name}`;
    this.version = resolvedCommand.version;
  }

  /** The same with a score. */
  withScore(score: number): AliasInfo {
    return Object.assign(new AliasInfo(this.name, this.source, this.resolvedCommand), { score });
  }

  toString(): string {
    return this.name;
  }
}

/** Lines of syntax as text: an empty line before and after each. */
export function syntaxText(lines: readonly string[]): string {
  return `\n${lines.join('\n\n')}\n`;
}

/** How a command is typed, as text; the lines of an alias stand under its own name. */
export function syntaxOf(command: CmdletInfo | AliasInfo): string {
  if (command instanceof CmdletInfo) return command.definition;
  const { name, resolvedCommand } = command;
  const lines = resolvedCommand.description.sets.map((set) => `${name} ${set.text}`);
  return syntaxText([`${name} (alias) -> ${resolvedCommand.name}`, ...lines]);
}
