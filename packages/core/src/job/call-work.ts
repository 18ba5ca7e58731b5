import { from, type Observable } from 'rxjs';
import { CmdletInvocationException, PipelineStoppedException } from '../records/exceptions.js';
import type { CommandRuntime } from '../run/command-runtime.js';
import type { PipelineInput } from '../run/feed.js';
import { PipelineRun } from '../run/pipeline-run.js';
import type { RecordReceiver } from '../run/receiver.js';
import type { RecordQueue } from '../run/record-queue.js';
import type { ErrorLog, RunEnvironment } from '../run/run-environment.js';
import { SlicedReceiver, TimeSlices } from '../run/time-slices.js';
import type { JobIdCounter } from './job-id-counter.js';
import type { JobRepository } from './job-repository.js';
import type { JobSink } from './job-sink.js';
import type { JobWork } from './job-work.js';
import { nextTurn } from './next-turn.js';

/** What turning a call into a job needs from the session. */
export interface JobContext {
  readonly ids: JobIdCounter;
  readonly repository: JobRepository;
  /** What the work runs in, but for where it writes and whom it asks: that is the job's own. */
  readonly environment: RunEnvironment;
  /** How long the work goes on without giving the event loop a turn, in milliseconds. */
  readonly timeSlice: number;
  /** Text that tells what is run. */
  readonly command: string;
  /** The positional arguments of the call. */
  readonly args: readonly unknown[];
  /** The named parameters of the call, as given. */
  readonly parameters: Readonly<Record<string, unknown>>;
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
  readonly args: readonly unknown[];
  readonly command: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly #context: JobContext;
  readonly #begun: readonly unknown[];
  readonly #expectingInput: boolean;
  readonly #queue: RecordQueue<unknown> | undefined;
  /** The command that has begun in the caller's pipeline; the first invocation takes it. */
  #first: CommandRuntime | undefined;

  constructor(
    runtime: CommandRuntime,
    begun: readonly unknown[],
    input: RecordQueue<unknown> | undefined,
    context: JobContext,
  ) {
    this.#first = runtime;
    this.#begun = begun;
    this.#expectingInput = input !== undefined;
    this.#queue = input;
    this.input = input ?? NO_INPUT;
    this.args = context.args;
    this.command = context.command;
    this.parameters = context.parameters;
    this.#context = context;
  }

  get input$(): Observable<unknown> {
    return from(this.input);
  }

  async invoke(
    input: PipelineInput | undefined,
    sink: JobSink,
    overrides: Readonly<Record<string, unknown>> | undefined = undefined,
  ): Promise<void> {
    await nextTurn(this.#context.environment.clock);
    const records = input === this.input && !this.#expectingInput ? undefined : input;
    const { environment: shared, timeSlice } = this.#context;
    const slices = new TimeSlices(shared.clock, timeSlice);
    const environment: RunEnvironment = {
      ...shared,
      host: sink.host,
      streams: sink,
      errors: LISTED_WHEN_RECEIVED,
      slices,
    };
    const output = new SlicedReceiver(sink, slices);
    const run = this.#prepare(records !== undefined, output, environment, overrides);
    const forget = sink.onStop(() => run.stop());
    try {
      await run.execute(records);
    } finally {
      forget();
      if (input === this.input) await this.#queue?.return();
    }
    if (run.state === 'Stopped') throw new PipelineStoppedException();
    if (run.failure !== undefined) throw CmdletInvocationException.from(run.failure);
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
    const begun = overrides === undefined && expectingInput === this.#expectingInput ? this.#first : undefined;
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

/** What goes wrong in a job is told to whoever receives the job, and listed then. */
const LISTED_WHEN_RECEIVED: ErrorLog = { add: () => undefined };

const NO_INPUT: AsyncIterable<unknown> = {
  async *[Symbol.asyncIterator]() {
    // A call without pipeline input has nothing to read.
  },
};
