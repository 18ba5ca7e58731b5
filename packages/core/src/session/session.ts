import type { DefaultParameterValues } from '../bind/default-parameter-values.js';
import type { CommandMetadata } from '../declare/metadata.js';
import { loadCmdlets } from '../declare/pack/load-cmdlets.js';
import type { PackDefinition } from '../declare/pack/pack-definition.js';
import { AsJobCommand } from '../job/as-job-command.js';
import { checkRetention } from '../job/check-retention.js';
import type { Job } from '../job/job.js';
import { JobIdCounter } from '../job/job-id-counter.js';
import type { JobRetention } from '../job/job-init.js';
import { JobManager } from '../job/job-manager.js';
import { JobRepository } from '../job/job-repository.js';
import { TurnQueue } from '../job/turn-queue.js';
import { InvalidOperationException } from '../records/exceptions.js';
import { type Clock, systemClock } from '../run/clock.js';
import type { Host } from '../run/host.js';
import type {
  AsJobParameters,
  CmdletClass,
  InlineParameters,
  JobParameters,
  OutputOf,
  ParametersOf,
} from '../run/inference.js';
import type { PipelineRun } from '../run/pipeline-run.js';
import type { PSCmdlet } from '../run/ps-cmdlet.js';
import type { BindingOptions, RunEnvironment } from '../run/run-environment.js';
import type { RunObserver } from '../run/run-observer.js';
import { SERVICE_NAME, type ServiceToken } from '../run/service-token.js';
import type { VariableScope } from '../run/variables.js';
import { callOf } from './command-call.js';
import { type CommandInfo, CommandTable, type NamingOptions } from './command-table.js';
import { ErrorList } from './error-list.js';
import { JobCall, type JobSettings } from './job-call.js';
import { type NestedOptions, NestedSession } from './nested-session.js';
import { collectOutput, Pipeline, type PipelineSession, type RunOptions } from './pipeline.js';
import { SessionVariables } from './preference-variables.js';
import type { PipelineContext } from './prepared-pipeline.js';
import { RunStreams, type StreamListener } from './run-streams.js';
import { RunningPipelines } from './running-pipelines.js';
import { type ServiceProvider, ServiceScope } from './services.js';
import { DEFAULT_DISPOSE_GRACE, DEFAULT_JOB_TIME_SLICE, type SessionOptions } from './session-options.js';
import { noteCall } from './specimen.js';
import { text } from './text.js';
import { DEFAULT_VALUES_VARIABLE, defaultsFor } from './user-defaults.js';

/**
 * Where cmdlets run: commands, services, variables, errors and jobs of one user or one test.
 *
 * Dispose it when done: `await using session = await Session.create()`, or `await session.dispose()`.
 *
 * @example
 * const session = await Session.create({ packs: [weather] });
 * const rows = await session.invoke(GetForecast, { city: 'Oslo' });
 * const job = await session.invoke(GetForecast, { city: 'Oslo', asJob: true });
 * for await (const row of job) console.log(row);
 */
export class Session implements PipelineSession, AsyncDisposable {
  static {
    Object.defineProperty(Session, SERVICE_NAME, { value: 'Session' });
  }

  /** The session's variables; preference variables are typed. */
  readonly variables: VariableScope;
  /** Errors of all runs, newest first. */
  readonly errors: ErrorList;
  /** Jobs of the session. */
  readonly jobs: JobRepository;
  readonly commands = new CommandTable();
  readonly host: Host;
  readonly clock: Clock;
  /** How command lines are bound where that is a matter of choice. */
  readonly binding: BindingOptions;
  /** What becomes of records of jobs that nobody receives. */
  readonly jobRetention: JobRetention;
  readonly #services = new ServiceScope();
  readonly #ids = new JobIdCounter();
  readonly #jobSettings: JobSettings;
  readonly #observer: RunObserver | undefined;
  readonly #imported = new Set<PackDefinition>();
  /** Shared by all runs that nobody listens to. */
  #plainContext: PipelineContext | undefined;
  readonly #running = new RunningPipelines();
  readonly #disposeGrace: number;
  #disposing: Promise<void> | undefined;

  /** Creates a session. */
  static async create(options: SessionOptions = {}): Promise<Session> {
    const session = new Session(options);
    for (const pack of options.packs ?? []) await session.import(pack);
    for (const provider of options.services ?? []) session.#services.add(provider);
    return session;
  }

  private constructor(options: SessionOptions) {
    this.variables = new SessionVariables();
    this.variables.set(DEFAULT_VALUES_VARIABLE, options.defaultParameterValues ?? {});
    for (const [name, value] of Object.entries(options.variables ?? {})) this.variables.set(name, value);
    this.errors = new ErrorList(options.errorCapacity);
    this.jobs = new JobRepository();
    this.host = options.host ?? {};
    this.clock = options.clock ?? systemClock;
    this.binding = options.binding ?? {};
    this.#observer = options.observer;
    this.jobRetention = checkRetention(options.jobRetention ?? {});
    const timeSlice = options.jobTimeSlice ?? DEFAULT_JOB_TIME_SLICE;
    const turns = new TurnQueue(this.clock, timeSlice);
    this.#jobSettings = { ids: this.#ids, repository: this.jobs, turns, timeSlice, retention: this.jobRetention };
    this.#disposeGrace = options.disposeGrace ?? DEFAULT_DISPOSE_GRACE;
    this.#services.add([Session, this]);
    this.#services.add([JobRepository, this.jobs]);
    this.#services.add([JobIdCounter, this.#ids]);
    this.#services.add(JobManager);
  }

  /**
   * Makes the commands and services of a pack known. Of equal command names the one imported last wins, unless the
   * options say otherwise. A pack that was imported already is left as it is.
   */
  async import(pack: PackDefinition, options: NamingOptions = {}): Promise<void> {
    const cmdlets = await loadCmdlets(pack);
    if (this.#imported.has(pack)) return;
    this.#imported.add(pack);
    this.commands.addPack(pack, cmdlets as CmdletClass[], options);
    for (const provider of pack.services ?? []) this.#services.add(provider as ServiceProvider);
  }

  /**
   * Runs one cmdlet in the background and gives the job.
   *
   * Where no job comes of it, because somebody was asked and declined or the session only says what it would do, this is
   * an `InvalidOperation`.
   */
  invoke<TClass extends CmdletClass>(
    cmdlet: TClass,
    parameters: AsJobParameters<TClass>,
    options?: RunOptions,
  ): Promise<Job<OutputOf<TClass>>>;
  /**
   * Runs one cmdlet and gives what it wrote to output.
   *
   * Rejects with the exception of the failure, which has an `errorRecord`, if the run fails or is stopped.
   * Non-terminating errors go to the host and to {@link errors}.
   */
  invoke<TClass extends CmdletClass>(
    cmdlet: TClass,
    parameters?: InlineParameters<TClass>,
    options?: RunOptions,
  ): Promise<OutputOf<TClass>[]>;
  /** Runs one cmdlet of which is not known before the program runs whether it gives a job. */
  invoke<TClass extends CmdletClass>(
    cmdlet: TClass,
    parameters: ParametersOf<TClass>,
    options?: RunOptions,
  ): Promise<OutputOf<TClass>[] | Job<OutputOf<TClass>>>;
  /** Runs a command by name, for calls whose parameters are not known before the program runs. */
  invoke(command: string, parameters?: Readonly<Record<string, unknown>>, options?: RunOptions): Promise<unknown[]>;
  async invoke(
    command: CmdletClass | string,
    parameters: Readonly<Record<string, unknown>> = {},
    options: RunOptions = NO_OPTIONS,
  ): Promise<unknown> {
    const pipeline = new Pipeline<unknown>(this, [callOf(this, command, parameters)], undefined, options);
    const collected = collectOutput(pipeline);
    const output = collected instanceof Promise ? await collected : collected;
    if (!asksForJob(command, parameters)) return output;
    const [job] = output;
    if (!this.jobs.has(job as Job)) throw new InvalidOperationException(text.noJob(commandName(command)));
    return job;
  }

  /** Begins a pipeline with a command that runs in the background: its job goes down the pipeline. */
  pipeline<TClass extends CmdletClass>(
    cmdlet: TClass,
    parameters: AsJobParameters<TClass>,
  ): Pipeline<Job<OutputOf<TClass>>>;
  /** Begins a pipeline with a command. */
  pipeline<TClass extends CmdletClass>(
    cmdlet: TClass,
    parameters?: InlineParameters<TClass>,
  ): Pipeline<OutputOf<TClass>>;
  /** Begins a pipeline with a command of which is not known before the program runs whether it gives a job. */
  pipeline<TClass extends CmdletClass>(
    cmdlet: TClass,
    parameters: ParametersOf<TClass>,
  ): Pipeline<OutputOf<TClass> | Job<OutputOf<TClass>>>;
  /** Begins a pipeline with a command by name. */
  pipeline(command: string, parameters?: Readonly<Record<string, unknown>>): Pipeline<unknown>;
  pipeline(command: CmdletClass | string, parameters: Readonly<Record<string, unknown>> = {}): Pipeline<unknown> {
    return new Pipeline(this, [callOf(this, command, parameters)], undefined);
  }

  /** Begins a pipeline with records: `session.from([1, 2, 3]).pipe(GetSquare)`. */
  from<TInput>(input: Iterable<TInput> | AsyncIterable<TInput>): Pipeline<TInput> {
    return new Pipeline<TInput>(this, [], input);
  }

  /**
   * The session as a cmdlet sees it that calls other commands: they inherit the preferences that it was given by
   * parameter, and are stopped with it.
   *
   * @example
   * const names = await inject(Session).nested(this).pipeline(GetName).toArray();
   */
  nested(caller: PSCmdlet, options: NestedOptions = {}): NestedSession {
    return new NestedSession(this, caller, options);
  }

  /** The instance of a service. One that is not known is `ServiceNotFound`. */
  resolve<T>(token: ServiceToken<T>): T {
    this.#assertUsable();
    return this.#services.resolve(token);
  }

  commandOf(command: CmdletClass | string): CommandInfo {
    return typeof command === 'string' ? this.commands.ofName(command) : this.commands.ofClass(command);
  }

  contextFor(listener: StreamListener | undefined, variables?: VariableScope): PipelineContext {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- Noted, and not called.
    noteCall(Session.create);
    const place = { variables: variables ?? this.variables, errors: this.errors };
    if (listener !== undefined || variables !== undefined) {
      return this.contextWith({ ...place, streams: new RunStreams(this.host, listener) });
    }
    this.#assertUsable();
    this.#plainContext ??= this.contextWith({ ...place, streams: new RunStreams(this.host) });
    return this.#plainContext;
  }

  /** The context of a run whose records and variables have a place of their own. */
  contextWith(place: Pick<RunEnvironment, 'variables' | 'errors' | 'streams'>): PipelineContext {
    this.#assertUsable();
    const environment: RunEnvironment = {
      ...place,
      host: this.host,
      clock: this.clock,
      resolve: (token) => this.resolve(token),
      binding: this.binding,
      slices: undefined,
      observer: this.#observer,
    };
    const defaults = (command: CommandMetadata): DefaultParameterValues => defaultsFor(command, place.variables);
    return {
      environment,
      defaultsFor: defaults,
      asJob: (runtime, call) =>
        new AsJobCommand(runtime, new JobCall(this.#jobSettings, environment, call, defaults, runtime)),
    };
  }

  /** Takes note of a run that goes on; the result says that it is over. */
  runGoesOn(run: PipelineRun): () => void {
    this.#running.add(run);
    // Whoever disposes the session from within the run does so before it is known here.
    if (this.#disposing !== undefined) run.stop();
    const over = this.#observer?.runGoesOn?.(run);
    return () => {
      this.#running.delete(run);
      over?.();
    };
  }

  /**
   * Stops all runs and jobs, waits until they have ended, then disposes the services, newest first. Steps that do not
   * listen are waited for no longer than `disposeGrace`, work of jobs no longer than the job gives it. Rejects with an
   * AggregateError if some services cannot be disposed.
   *
   * The session cannot be used from the beginning of it on.
   */
  dispose(): Promise<void> {
    this.#disposing ??= this.#dispose();
    return this.#disposing;
  }

  async #dispose(): Promise<void> {
    this.#running.stop();
    try {
      const ended = this.#running.ended(this.clock, this.#disposeGrace);
      await Promise.all([ended, ...this.jobs.jobs.map((job) => job.dispose())]);
    } finally {
      await this.#services[Symbol.asyncDispose]();
    }
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.dispose();
  }

  #assertUsable(): void {
    if (this.#disposing !== undefined) throw new InvalidOperationException(text.sessionDisposed);
  }
}

const NO_OPTIONS: RunOptions = {};

function commandName(command: CmdletClass | string): string {
  return typeof command === 'string' ? command : command.name;
}

function asksForJob(command: CmdletClass | string, { asJob, jobName }: JobParameters): boolean {
  return typeof command !== 'string' && (asJob ?? (jobName !== undefined && jobName !== ''));
}
