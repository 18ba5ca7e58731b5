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

  constructor(
    readonly name: string,
    /** Name of the pack it came with; empty for none. */
    readonly source: string,
    /** Everything worth knowing about it. */
    readonly description: CommandDescription,
  ) {
    const dash = name.indexOf('-');
    this.verb = name.slice(0, Math.max(dash, 0));
    this.noun = name.slice(dash + 1);
    this.definition = syntaxText(description.syntax);
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

  constructor(
    readonly name: string,
    readonly source: string,
    /** The command it stands for. */
    readonly resolvedCommand: CmdletInfo,
  ) {
    this.definition = resolvedCommand.name;
    this.displayName = `${name} -> ${resolvedCommand.name}`;
  }

  toString(): string {
    return this.name;
  }
}

/** Lines of syntax as text: an empty line before and after each. */
export function syntaxText(lines: readonly string[]): string {
  return `\n${lines.join('\n\n')}\n`;
}
