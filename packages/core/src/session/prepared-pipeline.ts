import type { CommandArgument } from '../bind/command-argument.js';
import type { DefaultParameterValues } from '../bind/default-parameter-values.js';
import type { CommandMetadata } from '../declare/metadata.js';
import { CommandRuntime } from '../run/command-runtime.js';
import { withRuntime } from '../run/construction.js';
import { errorRecordOf } from '../run/error-record-of.js';
import { PassOn } from '../run/pass-on.js';
import type { PipelineCommand } from '../run/pipeline-command.js';
import { PipelineRun } from '../run/pipeline-run.js';
import type { RecordReceiver } from '../run/receiver.js';
import type { RunEnvironment } from '../run/run-environment.js';
import type { Merge } from '../run/stream-writer.js';
import { bindCommand } from './bind-command.js';
import type { CommandInfo } from './command-table.js';
import { construct } from './construct.js';

/** One command of a pipeline, before anything of it exists. */
export interface CommandCall {
  /** Finds the command; an unknown name is found out here, when the commands are constructed. */
  readonly lookUp: () => CommandInfo;
  /** The command as it was called: its name or an alias. */
  readonly invocationName: string;
  readonly arguments: readonly CommandArgument[];
  readonly merge?: Merge | undefined;
}

/** What a prepared pipeline needs from its session. */
export interface PipelineContext {
  readonly environment: RunEnvironment;
  /** The user's default values that concern a command. */
  defaultsFor(command: CommandMetadata): DefaultParameterValues;
  /** Puts a command whose work goes to a job in the place of one that runs here. */
  asJob(runtime: CommandRuntime, call: CommandCall): PipelineCommand;
}

/**
 * Constructs and binds all commands of a pipeline, left to right, and connects them.
 *
 * Nothing of any cmdlet but its constructor, its setters and its dynamic parameters has run when this is done. What
 * fails here is the failure of the run that comes back: no begin will be called anywhere. A run that is stopped meanwhile
 * comes back as it is.
 *
 * @param started called with the run before anything happens in it, so that it can be stopped
 * @returns a promise only if the host is asked for mandatory parameters
 */
export function preparePipeline(
  calls: readonly CommandCall[],
  expectingInput: boolean,
  sink: RecordReceiver,
  context: PipelineContext,
  started: (run: PipelineRun) => void,
): PipelineRun | Promise<PipelineRun> {
  const commands: PipelineCommand[] = [];
  const run = new PipelineRun(context.environment, commands);
  const runtimes: CommandRuntime[] = [];
  started(run);
  if (calls.length === 0) commands.push(new PassOn());
  try {
    for (const call of calls) {
      const runtime = constructCommand(call, context.environment);
      runtimes.push(runtime);
      commands.push(runtime);
    }
  } catch (error) {
    run.fail(errorRecordOf(error));
    return run;
  }

  const bindFrom = (first: number): PipelineRun | Promise<PipelineRun> => {
    for (let index = first; index < runtimes.length; index++) {
      const runtime = runtimes[index] as CommandRuntime;
      const call = calls[index] as CommandCall;
      const pending = bindOne(runtime, call, index);
      if (pending !== undefined) return pending.then(() => (joinIn(runtime, call, index) ? bindFrom(index + 1) : run));
      if (!joinIn(runtime, call, index)) return run;
    }
    connect(commands, sink);
    for (const command of commands) command.openCaptures();
    return run;
  };

  const bindOne = (runtime: CommandRuntime, call: CommandCall, index: number): Promise<void> | undefined => {
    const inputExpected = index > 0 || expectingInput;
    runtime.join(run, inputExpected);
    const failed = (error: unknown): void => {
      run.failBinding(errorRecordOf(error).attach(runtime.invocation));
    };
    try {
      const place = { arguments: call.arguments, expectingInput: inputExpected, position: index + 1 };
      const { values, warnings } = context.defaultsFor(runtime.command);
      const binding = bindCommand(runtime, { ...place, defaults: values });
      if (binding instanceof Promise) return binding.then((bound) => runtime.bind(bound, warnings)).catch(failed);
      runtime.bind(binding, warnings);
    } catch (error) {
      failed(error);
    }
    return undefined;
  };

  /** Whether the next command is to be bound. */
  const joinIn = (runtime: CommandRuntime, call: CommandCall, index: number): boolean => {
    if (run.isOver) return false;
    if (isJob(runtime)) commands[index] = context.asJob(runtime, call);
    return true;
  };

  return bindFrom(0);
}

/** Constructs the cmdlet of a call; what its constructor throws is thrown. */
export function constructCommand(
  { lookUp, invocationName, merge }: CommandCall,
  environment: RunEnvironment,
): CommandRuntime {
  const info = lookUp();
  const runtime = new CommandRuntime(info.metadata, environment, info.source, invocationName);
  runtime.merge = merge;
  runtime.cmdlet = withRuntime(runtime, () => construct(info.cmdlet, (token) => runtime.resolve(token)));
  return runtime;
}

/** A name for the job means that one is wanted, unless it is refused by name. A what-if run changes nothing and runs here. */
function isJob({ givenCommon, preferences, command }: CommandRuntime): boolean {
  if (givenCommon === undefined || (command.supportsShouldProcess && preferences.whatIf)) return false;
  return (
    givenCommon.asJob ??
    (givenCommon.jobName !== undefined && givenCommon.jobName !== null && givenCommon.jobName !== '')
  );
}

function connect(commands: readonly PipelineCommand[], sink: RecordReceiver): void {
  for (const [index, command] of commands.entries()) command.next = commands[index + 1] ?? sink;
}
