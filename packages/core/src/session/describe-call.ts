import type { CommandArgument } from '../bind/command-argument.js';
import { mergeParameters } from '../declare/build/merge-parameters.js';
import type { CommandDescription } from '../declare/command-description.js';
import { describeCommand } from '../declare/command-metadata.js';
import { parametersOf } from '../declare/dynamic-parameters.js';
import type { CommandMetadata } from '../declare/metadata.js';
import type { CommandRuntime } from '../run/command-runtime.js';
import type { CmdletClass } from '../run/inference.js';
import { bindGiven } from './bind-command.js';
import type { PipelineSession } from './pipeline.js';
import { constructCommand } from './prepared-pipeline.js';

/** What is wanted of a command's description. */
export interface DescribeOptions {
  /** Unnamed arguments by which the command may decide about dynamic parameters. */
  readonly argumentList?: readonly unknown[];
  /** The same with names where they are given; goes before `argumentList`. */
  readonly arguments?: readonly CommandArgument[];
  /** With the parameters that every command has. Default false. */
  readonly allParameters?: boolean;
}

/**
 * A command of a session as plain data, with the dynamic parameters that it offers for some arguments.
 *
 * No step of the cmdlet runs. Arguments that do not bind, and a command that fails to tell its dynamic parameters, are
 * passed over.
 *
 * @example
 * describeCall(session, 'Get-Item', { argumentList: ['tree'] }).syntax;
 */
export function describeCall(
  session: PipelineSession,
  command: CmdletClass | string,
  { argumentList = [], allParameters = false, ...options }: DescribeOptions = {},
): CommandDescription {
  const given = options.arguments ?? argumentList.map((value) => ({ value, hasValue: true }));
  const { metadata } = session.commandOf(command);
  if (!metadata.hasDynamicParameters) return describeCommand(metadata, { allParameters });
  const parameters = offeredParameters(session, command, given);
  return describeCommand(parameters === undefined ? metadata : { ...metadata, parameters }, { allParameters });
}

function offeredParameters(
  session: PipelineSession,
  command: CmdletClass | string,
  given: readonly CommandArgument[],
): CommandMetadata['parameters'] | undefined {
  const info = session.commandOf(command);
  const { environment } = session.contextFor(undefined);
  const call = { lookUp: () => info, invocationName: info.name, arguments: given };
  let runtime: CommandRuntime | undefined;
  try {
    runtime = constructCommand(call, { ...environment, host: {} });
    bindAsFarAsPossible(runtime, given);
    const offered = runtime.cmdlet.getDynamicParameters?.();
    if (offered === undefined) return undefined;
    return mergeParameters(info.metadata.className, info.metadata.parameters, parametersOf(offered).parameters);
  } catch {
    return undefined;
  } finally {
    void runtime?.dispose();
  }
}

function bindAsFarAsPossible(runtime: CommandRuntime, given: Parameters<typeof bindGiven>[1]['arguments']): void {
  try {
    runtime.bind(bindGiven(runtime, { arguments: given, expectingInput: false, position: 1, defaults: [] }));
  } catch {
    // What was bound before is what the command decides by.
  }
}
