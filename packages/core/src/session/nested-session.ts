import type { Job } from '../job/job.js';
import { CommandRuntime } from '../run/command-runtime.js';
import type { AsJobParameters, CmdletClass, InlineParameters, OutputOf, ParametersOf } from '../run/inference.js';
import type { PipelineRun } from '../run/pipeline-run.js';
import type { PSCmdlet } from '../run/ps-cmdlet.js';
import type { VariableScope } from '../run/variables.js';
import { CallerErrors, CallerStreams } from './caller-streams.js';
import { callOf } from './command-call.js';
import type { CommandInfo } from './command-table.js';
import { inheritedVariables } from './inherited-variables.js';
import { Pipeline, type PipelineSession } from './pipeline.js';
import type { PipelineContext } from './prepared-pipeline.js';
import { RunStreams, type StreamListener } from './run-streams.js';
import type { Session } from './session.js';

/** How pipelines that a cmdlet runs relate to it. */
export interface NestedOptions {
  /**
   * Where records beside output go: `own` gives them to whoever reads the inner pipeline, and to the host; `caller` sends
   * them where the cmdlet's own go, as if its command line stood there. Default `own`.
   */
  readonly streams?: 'own' | 'caller';
  /** Whether preferences that the cmdlet was given by parameter hold for the commands it calls. Default true. */
  readonly inheritPreferences?: boolean;
}

/** A session as seen from inside a step of a cmdlet. */
export class NestedSession implements PipelineSession {
  readonly #session: Session;
  readonly #caller: PSCmdlet;
  readonly #options: NestedOptions;

  constructor(session: Session, caller: PSCmdlet, options: NestedOptions) {
    this.#session = session;
    this.#caller = caller;
    this.#options = options;
  }

  /** Begins a pipeline with a command; see {@link Session.pipeline}. */
  pipeline<TClass extends CmdletClass>(
    cmdlet: TClass,
    parameters: AsJobParameters<TClass>,
  ): Pipeline<Job<OutputOf<TClass>>>;
  pipeline<TClass extends CmdletClass>(
    cmdlet: TClass,
    parameters?: InlineParameters<TClass>,
  ): Pipeline<OutputOf<TClass>>;
  pipeline<TClass extends CmdletClass>(
    cmdlet: TClass,
    parameters: ParametersOf<TClass>,
  ): Pipeline<OutputOf<TClass> | Job<OutputOf<TClass>>>;
  pipeline(command: string, parameters?: Readonly<Record<string, unknown>>): Pipeline<unknown>;
  pipeline(command: CmdletClass | string, parameters: Readonly<Record<string, unknown>> = {}): Pipeline<unknown> {
    const options = { signal: this.#caller.stopping };
    return new Pipeline(this, [callOf(this, command, parameters)], undefined, options);
  }

  /** Begins a pipeline with records. */
  from<TInput>(input: Iterable<TInput> | AsyncIterable<TInput>): Pipeline<TInput> {
    return new Pipeline<TInput>(this, [], input, { signal: this.#caller.stopping });
  }

  runGoesOn(run: PipelineRun): () => void {
    return this.#session.runGoesOn(run);
  }

  commandOf(command: CmdletClass | string): CommandInfo {
    return this.#session.commandOf(command);
  }

  contextFor(listener: StreamListener | undefined, variables?: VariableScope): PipelineContext {
    const caller = this.#caller.commandRuntime;
    if (!(caller instanceof CommandRuntime)) return this.#session.contextFor(listener, variables);
    const { environment } = caller;
    const inherited = this.#options.inheritPreferences === false ? environment.variables : inheritedVariables(caller);
    const streams = new RunStreams(environment.host, listener);
    const place = { variables: variables ?? inherited, errors: environment.errors, streams };
    if (this.#options.streams !== 'caller') return this.#session.contextWith(place);
    return this.#session.contextWith({
      ...place,
      errors: new CallerErrors(caller),
      streams: new CallerStreams(caller, listener),
    });
  }
}
