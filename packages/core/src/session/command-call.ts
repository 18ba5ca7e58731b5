import { argumentsOf } from '../bind/arguments-of.js';
import type { CommandArgument } from '../bind/command-argument.js';
import type { CmdletClass } from '../run/inference.js';
import type { CommandInfo } from './command-table.js';
import type { CommandCall } from './prepared-pipeline.js';
import type { RenamedProperties } from './renamed-properties.js';

/** Who knows commands. */
export interface CommandSource {
  commandOf(cmdlet: CmdletClass | string): CommandInfo;
}

/** A call of a command by class or by name. */
export function callOf(
  source: CommandSource,
  command: CmdletClass | string,
  parameters: Readonly<Record<string, unknown>>,
): CommandCall {
  const given = argumentsOf(parameters);
  if (typeof command === 'string') {
    return { lookUp: () => source.commandOf(command), invocationName: command, arguments: given, merge: undefined };
  }
  const info = source.commandOf(command);
  const byName = info.renamed === undefined ? given : given.map((argument) => named(argument, info.renamed));
  return { lookUp: () => info, invocationName: info.name, arguments: byName, merge: undefined };
}

function named(argument: CommandArgument, renamed: RenamedProperties): CommandArgument {
  const name = renamed?.get(argument.name ?? '');
  return name === undefined ? argument : { ...argument, name };
}
