import type { CommandArgument } from '../bind/command-argument.js';
import type { CommandMetadata } from '../declare/metadata.js';
import { ErrorRecord } from '../records/error-record.js';
import type { CommandRuntime } from '../run/command-runtime.js';
import { errorRecordOf } from '../run/error-record-of.js';
import type { CmdletClass } from '../run/inference.js';
import type { PSCmdlet } from '../run/ps-cmdlet.js';
import type { RunEnvironment } from '../run/run-environment.js';
import { bindGiven } from './bind-command.js';
import type { PipelineSession } from './pipeline.js';
import { constructCommand } from './prepared-pipeline.js';

/** A command line that was bound and is not run: what the cmdlet would find. */
export interface BoundCall extends AsyncDisposable {
  /** What is declared about the command. */
  readonly command: CommandMetadata;
  /** The cmdlet; its properties hold the values. */
  readonly cmdlet: PSCmdlet;
  /** The parameter set in use; empty while several are possible, as a record may decide. */
  readonly parameterSetName: string;
  /** What is bound: shown name → converted value. */
  readonly boundParameters: Readonly<Record<string, unknown>>;
  /** Binds one record of a pipeline in place of the one before. @returns the error of that record; undefined if it fits */
  bindRecord(record: unknown): ErrorRecord | undefined;
}

/**
 * Binds a command line and runs no step of the cmdlet: only its constructor, its setters and its dynamic parameters.
 *
 * Nobody is asked for missing parameters. Dispose what comes back.
 *
 * @param session the commands, services and default values that count
 * @param expectingInput whether records come through the pipeline. Default false
 * @throws ParameterBindingException with the id of what is wrong
 *
 * @example
 * await using call = bindCall(session, GetForecast, [{ value: 'Oslo', hasValue: true }]);
 * call.parameterSetName; // 'City'
 */
export function bindCall(
  session: PipelineSession,
  command: CmdletClass | string,
  given: readonly CommandArgument[],
  expectingInput = false,
): BoundCall {
  const info = session.commandOf(command);
  const context = session.contextFor(undefined);
  const hostless: RunEnvironment = { ...context.environment, host: {} };
  const runtime = constructCommand({ lookUp: () => info, invocationName: info.name, arguments: given }, hostless);
  try {
    const defaults = context.defaultsFor(info.metadata).values;
    const binding = bindGiven(runtime, { arguments: given, expectingInput, position: 1, defaults });
    runtime.bind(binding);
    return {
      command: info.metadata,
      cmdlet: runtime.cmdlet,
      get parameterSetName() {
        return binding.parameterSetName;
      },
      get boundParameters() {
        return binding.boundParameters;
      },
      bindRecord(record) {
        const failure = binding.bindRecord(record);
        if (failure === undefined) return undefined;
        const { exception, errorId, category } = failure;
        return new ErrorRecord(exception, errorId, category, record).attach(runtime.invocation);
      },
      [Symbol.asyncDispose]: () => disposed(runtime),
    };
  } catch (error) {
    errorRecordOf(error).attach(runtime.invocation);
    void runtime.dispose();
    throw error;
  }
}

async function disposed(runtime: CommandRuntime): Promise<void> {
  await runtime.dispose();
}
