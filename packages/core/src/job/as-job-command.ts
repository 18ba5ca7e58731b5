import { PipelineStoppedException } from '../records/exceptions.js';
import { capturesAnything, VariableCapture } from '../run/captures.js';
import type { CommandRuntime } from '../run/command-runtime.js';
import type { PipelineCommand } from '../run/pipeline-command.js';
import { discard, RecordList, type RecordReceiver } from '../run/receiver.js';
import { RecordQueue } from '../run/record-queue.js';
import type { RunEnvironment } from '../run/run-environment.js';
import { CallWork, type JobContext } from './call-work.js';
import { Job } from './job.js';
import type { JobInit } from './job-init.js';
import { text } from './text.js';

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
  /** The job is on its way to the next command. */
  #delivery: Promise<void> | undefined;
  #failedDelivery: { readonly error: unknown } | undefined;
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
    if (this.#failedDelivery !== undefined) throw this.#failedDelivery.error;
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
    const flush = (): Promise<void> | undefined => this.next.flush?.();
    return this.#delivery === undefined ? flush() : this.#delivery.then(flush);
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
    const runtime = this.#runtime;
    if (!runtime.command.supportsShouldProcess || !runtime.confirmation.isDue) return this.#startConfirmed(input);
    return runtime.confirmation.askToBegin(text.backgroundJob(this.#context.command)).then((begins) => {
      if (begins) return this.#startConfirmed(input);
      this.#declined = true;
      return undefined;
    });
  }

  #startConfirmed(input: RecordQueue<unknown> | undefined): Promise<void> | undefined {
    const { common, command } = this.#runtime;
    const { ids, repository, environment, command: commandText, retention } = this.#context;
    const JobType = (command.jobSupport.job ?? Job) as JobClass;
    const job = new JobType({
      ids,
      name: common.jobName,
      command: commandText,
      clock: environment.clock,
      throttleLimit: common.throttleLimit,
      maxRecords: retention.maxRecords,
      retainForMilliseconds: retention.retainForMilliseconds,
      recordWindow: retention.recordWindow,
      psJobTypeName: JobType === Job ? 'CmdletJob' : undefined,
    });
    this.#job = job;
    this.#runtime.captureIn(undefined);
    repository.add(job);
    const work = new CallWork(this.#runtime, this.#begun.records, input, this.#context);
    // A job that splits the work, or does something else, may leave input unread and the command that has begun unused.
    if (JobType !== Job) void job.finished.then(() => work.close());
    job.start(work);
    this.iterations++;
    return this.#deliver(job);
  }

  /**
   * Hands the job on. Records go on coming meanwhile: whoever gets the job may wait for its end, which comes after that
   * of the records.
   */
  #deliver(job: Job): Promise<void> | undefined {
    const delivery = this.next.accept(job);
    if (this.#input === undefined || delivery === undefined) return delivery;
    this.#delivery = delivery;
    delivery.catch((error: unknown) => {
      this.#failedDelivery = { error };
    });
    return undefined;
  }
}
