import { from, type Observable } from 'rxjs';
import { CmdletInvocationException, PipelineStoppedException } from '../records/exceptions.js';
import type { CommandRuntime } from '../run/command-runtime.js';
import type { PipelineInput } from '../run/feed.js';
import { PipelineRun } from '../run/pipeline-run.js';
import type { RecordReceiver } from '../run/receiver.js';
import type { RecordQueue } from '../run/record-queue.js';
import type { ErrorLog, RunEnvironment } from '../run/run-environment.js';
import type { ServiceToken } from '../run/service-token.js';
import { SlicedReceiver, TimeSlices } from '../run/time-slices.js';
import type { JobIdCounter } from './job-id-counter.js';
import type { JobRetention } from './job-init.js';
import type { JobRepository } from './job-repository.js';
import { JobLogSink, type JobSink } from './job-sink.js';
import type { JobWork } from './job-work.js';
import type { TurnQueue } from './turn-queue.js';

/** What turning a call into a job needs from the session. */
export interface JobContext {
  readonly ids: JobIdCounter;
  readonly repository: JobRepository;
  /** Where work waits for its first turn. */
  readonly turns: TurnQueue;
  /** What the work runs in, but for where it writes and whom it asks: that is the job's own. */
  readonly environment: RunEnvironment;
  /** How long the work goes on without giving the event loop a turn, in milliseconds. */
  readonly timeSlice: number;
  /** What becomes of records that nobody receives. */
  readonly retention: JobRetention;
  /** Text that tells what is run. */
  readonly command: string;
  /** The positional arguments of the call. */
  readonly args: readonly unknown[];
  /** What the call is bound to, by the name to give it by, converted. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** The same as it was given. */
  readonly givenParameters: Readonly<Record<string, unknown>>;
  /** The same call once more, bound and ready, for a job that splits its work. */
  again(
    overrides: Readonly<Record<string, unknown>>,
    expectingInput: boolean,
    environment: RunEnvironment,
  ): CommandRuntime;
}

/** The call as work for a job. */
export class CallWork implements JobWork {
  readonly input: AsyncIterable<unknown>;
  readonly #context: JobContext;
  readonly #begun: readonly unknown[];
  readonly #queue: RecordQueue<unknown> | undefined;
  readonly #supportsShouldProcess: boolean;
  /** The command that has begun in the caller's pipeline; the first invocation takes it. */
  #first: CommandRuntime | undefined;

  constructor(
    runtime: CommandRuntime,
    begun: readonly unknown[],
    input: RecordQueue<unknown> | undefined,
    context: JobContext,
  ) {
    this.#first = runtime;
    this.#supportsShouldProcess = runtime.command.supportsShouldProcess;
    this.#begun = begun;
    this.#queue = input;
    this.input = input ?? NO_INPUT;
    this.#context = context;
  }

  get input$(): Observable<unknown> {
    return from(this.input);
  }

  get args(): readonly unknown[] {
    return this.#context.args;
  }

  get command(): string {
    return this.#context.command;
  }

  get parameters(): Readonly<Record<string, unknown>> {
    return this.#context.parameters;
  }

  get givenParameters(): Readonly<Record<string, unknown>> {
    const { givenParameters } = this.#context;
    return this.#supportsShouldProcess ? { ...givenParameters, confirm: false } : givenParameters;
  }

  get expectingInput(): boolean {
    return this.#queue !== undefined;
  }

  resolve<T>(token: ServiceToken<T>): T {
    return this.#context.environment.resolve(token);
  }

  invoke(
    input: PipelineInput | undefined,
    sink: JobSink,
    overrides: Readonly<Record<string, unknown>> | undefined = undefined,
  ): Promise<void> {
    if (sink instanceof JobLogSink) sink.canPause = true;
    return this.#context.turns.add(() => this.#begin(input, sink, overrides));
  }

  #begin(
    input: PipelineInput | undefined,
    sink: JobSink,
    overrides: Readonly<Record<string, unknown>> | undefined,
  ): Promise<void> | undefined {
    const { environment, timeSlice } = this.#context;
    const slices = new TimeSlices(environment.clock, timeSlice);
    const isHeld = sink instanceof JobLogSink && sink.pauseBy(slices);
    if (!isHeld) return this.#execute(input, sink, slices, overrides);
    return slices.turn().then(() => this.#execute(input, sink, slices, overrides));
  }

  #execute(
    input: PipelineInput | undefined,
    sink: JobSink,
    slices: TimeSlices,
    overrides: Readonly<Record<string, unknown>> | undefined,
  ): Promise<void> | undefined {
    const records = input === this.input && this.#queue === undefined ? undefined : input;
    const environment = new JobEnvironment(this.#context.environment, sink, slices);
    const output = new SlicedReceiver(sink, slices);
    const run = this.#prepare(records !== undefined, output, environment, overrides);
    const forget = sink.onStop(() => run.stop());
    const queue = input === this.input ? this.#queue : undefined;
    const pending = run.execute(records);
    if (pending !== undefined || queue !== undefined) return this.#finish(run, pending, queue, forget);
    forget();
    throwUnlessCompleted(run);
    return undefined;
  }

  async #finish(
    run: PipelineRun,
    pending: Promise<void> | undefined,
    queue: RecordQueue<unknown> | undefined,
    forget: () => void,
  ): Promise<void> {
    await pending;
    forget();
    await queue?.return();
    throwUnlessCompleted(run);
  }

  /** Lets go of input that nobody reads any more, and of the command that has begun if nobody took it. */
  async close(): Promise<void> {
    await this.#queue?.return();
    const unused = this.#first;
    this.#first = undefined;
    await unused?.dispose();
  }

  #prepare(
    expectingInput: boolean,
    output: RecordReceiver,
    environment: RunEnvironment,
    overrides: Readonly<Record<string, unknown>> | undefined,
  ): PipelineRun {
    const begun = overrides === undefined && expectingInput === (this.#queue !== undefined) ? this.#first : undefined;
    if (begun !== undefined) {
      this.#first = undefined;
      begun.environment = environment;
      // These were written before there was a job: nobody is left who could wait for the job's reader.
      for (const record of this.#begun) void output.accept(record);
    }
    const runtime = begun ?? this.#context.again(overrides ?? {}, expectingInput, environment);
    // Whether to begin has been asked before there was a job; nobody is to be asked once more for each part of it.
    if (runtime.command.supportsShouldProcess) runtime.common.confirm = false;
    const run = new PipelineRun(environment, [runtime]);
    runtime.join(run, expectingInput);
    runtime.next = output;
    runtime.merged = output;
    return run;
  }
}

/** What the work runs in: as the call, but for where it writes and whom it asks. */
class JobEnvironment implements RunEnvironment {
  readonly variables: RunEnvironment['variables'];
  readonly clock: RunEnvironment['clock'];
  readonly binding: RunEnvironment['binding'];
  readonly observer: RunEnvironment['observer'];
  /** What goes wrong in a job is told to whoever receives the job, and listed then. */
  readonly errors: RunEnvironment['errors'] = LISTED_WHEN_RECEIVED;
  readonly streams: JobSink;
  readonly #shared: RunEnvironment;

  constructor(
    shared: RunEnvironment,
    sink: JobSink,
    readonly slices: TimeSlices,
  ) {
    this.variables = shared.variables;
    this.clock = shared.clock;
    this.binding = shared.binding;
    this.observer = shared.observer;
    this.streams = sink;
    this.#shared = shared;
  }

  /** Made when somebody is asked, which most work never does. */
  get host(): RunEnvironment['host'] {
    return this.streams.host;
  }

  resolve<T>(token: ServiceToken<T>): T {
    return this.#shared.resolve(token);
  }
}

const LISTED_WHEN_RECEIVED: ErrorLog = { add: () => undefined };

function throwUnlessCompleted({ state, failure }: PipelineRun): void {
  if (state === 'Stopped') throw new PipelineStoppedException();
  if (failure !== undefined) throw CmdletInvocationException.from(failure);
}

const NO_INPUT: AsyncIterable<unknown> = {
  async *[Symbol.asyncIterator]() {
    // A call without pipeline input has nothing to read.
  },
};
