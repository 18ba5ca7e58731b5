import { from, type Observable } from 'rxjs';

import { CmdletInvocationException, PipelineStoppedException } from '../records/exceptions.js';
import { capturesAnything, VariableCapture } from '../run/captures.js';
import type { CommandRuntime } from '../run/command-runtime.js';
import type { PipelineInput } from '../run/feed.js';
import type { PipelineCommand } from '../run/pipeline-command.js';
import { PipelineRun } from '../run/pipeline-run.js';
import { discard, RecordList, type RecordReceiver } from '../run/receiver.js';
import { RecordQueue } from '../run/record-queue.js';
import type { ErrorLog, RunEnvironment } from '../run/run-environment.js';
import { SlicedReceiver, TimeSlices } from '../run/time-slices.js';
import { Job } from './job.js';
import type { JobIdCounter } from './job-id-counter.js';
import type { JobInit } from './job-init.js';
import type { JobRepository } from './job-repository.js';
import type { JobSink } from './job-sink.js';
import type { JobWork } from './job-work.js';
import { nextTurn } from './next-turn.js';
import { text } from './text.js';

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

/** A job class as `@Cmdlet(..., { job })` takes it. */
type JobClass = new (init: JobInit) => Job;

/**
 * A command called with `-AsJob`, in its place in the caller's pipeline.
 *
 * Binding and begin happen here, so that what is wrong with the call is an error of the call. The first record, or the
 * process call without input, makes the job and hands it on; process and end then run in the job, and later records
 * become its input. A pipeline that brings no record makes no job. Where a confirmation is due, it is asked once, before
 * the job exists.
 */
export class AsJobCommand implements PipelineCommand {
  next: RecordReceiver = discard;
  merged: RecordReceiver = discard;
  iterations = 0;
  readonly #runtime: CommandRuntime;
  readonly #context: JobContext;
  readonly #begun = new RecordList();
  #input: RecordQueue<unknown> | undefined;
  /** The first record is on its way: begin, or the confirmation, is pending. */
  #starting: Promise<void> | undefined;
  #captures: VariableCapture | undefined;
  #job: Job | undefined;
  #declined = false;
  #shut = false;
  #satisfied = false;

  constructor(runtime: CommandRuntime, context: JobContext) {
    this.#runtime = runtime;
    this.#context = context;
    runtime.next = this.#begun;
    runtime.merged = this.#begun;
  }

  get isSatisfied(): boolean {
    return this.#satisfied;
  }

  get common(): CommandRuntime['common'] {
    return this.#runtime.common;
  }

  get environment(): RunEnvironment {
    return this.#runtime.environment;
  }

  /** Variables of the call see the job, and what begin writes; what the job writes is the job's affair. */
  openCaptures(): void {
    this.merged = this.next;
    const { common } = this;
    if (!capturesAnything(common)) return;
    this.#captures = new VariableCapture(this);
    this.#runtime.captureIn(this.#captures);
    common.outVariable = common.errorVariable = common.warningVariable = undefined;
    common.informationVariable = common.pipelineVariable = undefined;
    common.outBuffer = undefined;
  }

  begin(): Promise<void> | undefined {
    return this.#runtime.begin();
  }

  processOnce(): Promise<void> | undefined {
    return this.#start(undefined);
  }

  accept(record: unknown): Promise<void> | undefined {
    if (this.#shut) throw new PipelineStoppedException();
    if (this.#declined) return undefined;
    if (this.#starting !== undefined) return this.#starting.then(() => this.accept(record));
    if (this.#input !== undefined) return this.#input.accept(record);
    const pending = this.#beginAndStart();
    if (pending === undefined) return this.accept(record);
    this.#starting = pending.finally(() => {
      this.#starting = undefined;
    });
    return this.#starting.then(() => this.accept(record));
  }

  end(): Promise<void> | undefined {
    this.#input?.end();
    return this.next.flush?.();
  }

  dispose(): Promise<void> | undefined {
    this.#input?.end();
    return this.#job === undefined ? this.#runtime.dispose() : undefined;
  }

  release(): void {
    this.#captures?.release();
  }

  shut(): void {
    this.#shut = true;
    if (this.#job === undefined) this.#runtime.shut();
  }

  satisfy(): void {
    this.#satisfied = true;
    this.shut();
  }

  fireStopping(reason: unknown): void {
    if (this.#job === undefined) this.#runtime.fireStopping(reason);
  }

  stopStep(): void {
    if (this.#job === undefined) this.#runtime.stopStep();
  }

  #beginAndStart(): Promise<void> | undefined {
    const beginning = this.#runtime.begin();
    const start = (): Promise<void> | undefined => {
      this.#input ??= new RecordQueue();
      return this.#start(this.#input);
    };
    return beginning === undefined ? start() : beginning.then(start);
  }

  #start(input: RecordQueue<unknown> | undefined): Promise<void> | undefined {
    const { command, confirmation } = this.#runtime;
    if (!confirmation.isDue) return this.#startConfirmed(input);
    return confirmation.shouldProcess([text.backgroundJob(this.#context.command), command.name]).then(({ proceed }) => {
      if (proceed) return this.#startConfirmed(input);
      this.#declined = true;
      return undefined;
    });
  }

  #startConfirmed(input: RecordQueue<unknown> | undefined): Promise<void> | undefined {
    const { common, command } = this.#runtime;
    const { ids, repository, environment, command: commandText } = this.#context;
    const JobType = (command.jobSupport.job ?? Job) as JobClass;
    const job = new JobType({
      ids,
      name: common.jobName,
      command: commandText,
      clock: environment.clock,
      throttleLimit: common.throttleLimit,
      ...(JobType === Job ? { psJobTypeName: 'CmdletJob' } : {}),
    });
    this.#job = job;
    this.#runtime.captureIn(undefined);
    repository.add(job);
    const work = new CallWork(this.#runtime, this.#begun.records, input, this.#context);
    // A job that splits the work, or does something else, may leave input unread and the command that has begun unused.
    if (JobType !== Job) void job.finished.then(() => work.close());
    job.start(work);
    this.iterations++;
    return this.next.accept(job);
  }
}

/** The call as work for a job. */
class CallWork implements JobWork {
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
