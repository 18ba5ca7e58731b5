import { CmdletException, type CommandDescription, type Session } from '@cmdlet/core';

/** A command that can be told about before it is loaded. */
export interface ListedCommand {
  /** As it is called. */
  readonly name: string;
  /** All other names that it is called by. */
  readonly aliases: readonly string[];
  /** Name of the pack it comes with. */
  readonly packName: string;
  /** Version of that pack, `1.2.0`. Without it the command is in no pack of a certain version. */
  readonly packVersion?: string;
  readonly description: CommandDescription;
}

/**
 * Commands that a session has not imported, and that `Get-Command` and `Get-Help` tell about all the same: a service for
 * hosts that load a command when it is called, and know it from the index of its pack until then.
 *
 * Of equal names the command of the session counts, then the one that stands first.
 *
 * @example
 * const listing = new CommandListing([{ name: description.name, aliases: [], packName: 'weather', description }]);
 * const session = await Session.create({ packs: [utilityPack], services: [[CommandListing, listing]] });
 */
export class CommandListing {
  constructor(readonly commands: readonly ListedCommand[]) {}
}

/** What a session can tell about beside its own commands. */
export function listedCommands(session: Session): readonly ListedCommand[] {
  try {
    return session.resolve(CommandListing).commands;
  } catch (error) {
    if (error instanceof CmdletException && error.errorId === 'ServiceNotFound') return [];
    throw error;
  }
}
