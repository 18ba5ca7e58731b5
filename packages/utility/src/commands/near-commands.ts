import type { AliasInfo, CmdletInfo } from './command-infos.js';

/** Commands with how far each is from what was looked for. */
export class NearCommands {
  readonly #commands = new Map<string, { readonly command: CmdletInfo | AliasInfo; readonly score: number }>();

  /** Of a command that is near to several names the least distance counts. */
  add(command: CmdletInfo | AliasInfo, score: number): void {
    const key = `${command.commandType} ${command.source}\\${command.name}`;
    const known = this.#commands.get(key);
    if (known === undefined || score < known.score) this.#commands.set(key, { command, score });
  }

  /** The nearest first, equally near ones by name. */
  get ordered(): readonly (CmdletInfo | AliasInfo)[] {
    return [...this.#commands.values()]
      .sort((left, right) => left.score - right.score || left.command.name.localeCompare(right.command.name, 'en'))
      .map(({ command, score }) => command.withScore(score));
  }
}
