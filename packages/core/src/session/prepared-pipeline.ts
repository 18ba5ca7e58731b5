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
import { constructCmdlet } from './construct.js';

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

/** A pipeline on its way to its run. */
export class Preparation {
  /** There from the beginning, so that it can be stopped while it is prepared. */
  readonly run: PipelineRun;
  readonly #commands: PipelineCommand[] = [];
  readonly #runtimes: CommandRuntime[] = [];

  constructor(
    private readonly calls: readonly CommandCall[],
    private readonly expectingInput: boolean,
    private readonly sink: RecordReceiver,
    private readonly context: PipelineContext,
  ) {
    this.run = new PipelineRun(context.environment, this.#commands);
  }

  /**
   * Constructs and binds all commands of the pipeline, left to right, and connects them.
   *
   * Nothing of any cmdlet but its constructor, its setters and its dynamic parameters has run when this is done. What
   * fails here is the failure of {@link run}: no begin will be called anywhere. One that is stopped meanwhile stays so.
   *
   * @returns a promise only if the host is asked for mandatory parameters
   */
  prepare(): Promise<void> | undefined {
    return this.#construct() ? this.#bindFrom(0) : undefined;
  }

  /** @returns whether all cmdlets could be constructed */
  #construct(): boolean {
    if (this.calls.length === 0) this.#commands.push(new PassOn());
    try {
      for (const call of this.calls) {
        const runtime = constructCommand(call, this.context.environment);
        this.#runtimes.push(runtime);
        this.#commands.push(runtime);
      }
      return true;
    } catch (error) {
      this.run.fail(errorRecordOf(error));
      return false;
    }
  }

  /** Binds the commands from one on, then connects all. */
  #bindFrom(first: number): Promise<void> | undefined {
    for (let index = first; index < this.calls.length; index++) {
      const pending = this.#bind(index);
      if (pending !== undefined) {
        return pending.then(() => (this.#joinIn(index) ? this.#bindFrom(index + 1) : undefined));
      }
      if (!this.#joinIn(index)) return undefined;
    }
    const commands = this.#commands;
    for (let index = 0; index < commands.length; index++) {
      (commands[index] as PipelineCommand).next = commands[index + 1] ?? this.sink;
    }
    for (const command of commands) command.openCaptures();
    return undefined;
  }

  #bind(index: number): Promise<void> | undefined {
    const runtime = this.#runtimes[index] as CommandRuntime;
    const expectingInput = index > 0 || this.expectingInput;
    runtime.join(this.run, expectingInput);
    try {
      const { values, warnings } = this.context.defaultsFor(runtime.command);
      const given = (this.calls[index] as CommandCall).arguments;
      const binding = bindCommand(runtime, { arguments: given, expectingInput, defaults: values, position: index + 1 });
      if (binding instanceof Promise) {
        return binding
          .then((bound) => runtime.bind(bound, warnings))
          .catch((error: unknown) => this.#bindingFailed(runtime, error));
      }
      runtime.bind(binding, warnings);
    } catch (error) {
      this.#bindingFailed(runtime, error);
    }
    return undefined;
  }

  #bindingFailed(runtime: CommandRuntime, error: unknown): void {
    this.run.failBinding(errorRecordOf(error).attach(runtime.invocation));
  }

  /** Gives a bound command its place. @returns whether the next one is to be bound */
  #joinIn(index: number): boolean {
    if (this.run.isOver) return false;
    const runtime = this.#runtimes[index] as CommandRuntime;
    runtime.environment.observer?.commandBound?.(runtime);
    if (isJob(runtime)) this.#commands[index] = this.context.asJob(runtime, this.calls[index] as CommandCall);
    return true;
  }
}

/** Constructs the cmdlet of a call; what its constructor throws is thrown. */
export function constructCommand(
  { lookUp, invocationName, merge }: CommandCall,
  environment: RunEnvironment,
): CommandRuntime {
  const info = lookUp();
  const runtime = new CommandRuntime(info.metadata, environment, info.source, invocationName);
  runtime.merge = merge;
  runtime.cmdlet = withRuntime(runtime, () => constructCmdlet(info.cmdlet, (token) => runtime.resolve(token)));
  return runtime;
}

/** A name for the job means that one is wanted, unless it is refused by name. A what-if run changes nothing and runs here. */
function isJob(runtime: CommandRuntime): boolean {
  const { givenCommon, command } = runtime;
  if (givenCommon === undefined || (command.supportsShouldProcess && runtime.preferences.whatIf)) return false;
  return (
    givenCommon.asJob ??
    (givenCommon.jobName !== undefined && givenCommon.jobName !== null && givenCommon.jobName !== '')
  );
}
