import type { Observable } from 'rxjs';
import type { ErrorRecord } from '../records/error-record.js';
import type { InformationRecord } from '../records/information-record.js';
import type { DebugRecord, VerboseRecord, WarningRecord } from '../records/message-records.js';
import type { ProgressRecord } from '../records/progress-record.js';
import { systemClock } from '../run/clock.js';
import { ONE_VALUE } from '../run/enumerable.js';
import { JobBase } from './job-base.js';
import type { JobInit } from './job-init.js';
import { iterateOutput } from './job-iteration.js';
import { JobLog, type JobLogReader } from './job-log.js';
import { outputObservable, recordObservable, stateObservable } from './job-observables.js';
import { type JobRecord, StreamTag } from './job-record.js';
import { isFinishedState, type JobState } from './job-state.js';
import type { JobStateEvent, JobStateInfo } from './job-state-info.js';
import { untilState } from './until-state.js';

/** Records of a job that stand somewhere else than in memory. */
export interface StoredRecords<TOutput = unknown> {
  /** How many there are. */
  readonly count: number;
  /** Reads them; called once, when somebody looks at the job's log. What cannot be read is for it to tell, as a record. */
  load(): Iterable<JobRecord<TOutput>>;
}

/** Writes into a job's log, which is not closed yet. For this folder only. */
export let appendRecord: (job: RecordedJob, tag: StreamTag, value: unknown) => void;
/** A job's log with the side that writes. For this folder only. */
export let logOf: (job: RecordedJob) => JobLog;
/** The work of a job says its exit code. For this folder only. */
export let setExitCode: (job: RecordedJob, exitCode: number | undefined) => void;
/** The work of a job begins or ceases to wait for an answer. For this folder only. */
export let setBlocked: (job: RecordedJob, blocked: boolean) => void;

/**
 * What a job wrote: one ordered log of its own, and views that merge those of its children.
 *
 * The views look at what nobody has received yet and take nothing.
 */
export abstract class RecordedJob<TOutput = unknown> extends JobBase implements AsyncIterable<TOutput> {
  declare readonly parent: RecordedJob<TOutput> | undefined;
  #log: JobLog<TOutput> | undefined;
  #stored: StoredRecords<TOutput> | undefined;
  #exitCode: number | undefined;
  #cancelExpiry: (() => void) | undefined;
  readonly #init: JobInit;

  constructor(init: JobInit, parent: RecordedJob<TOutput> | undefined, defaultTypeName: string) {
    super(init, parent, defaultTypeName);
    this.#init = init;
  }

  abstract override readonly childJobs: readonly RecordedJob<TOutput>[];

  /**
   * Whether a receive may bring something: a record, or the reason of a failure, that nobody has received yet, here or in
   * a child; or the job has not ended and may still write.
   */
  get hasMoreData(): boolean {
    const unread = this.#log?.unreadCount ?? this.#stored?.count ?? 0;
    if (!isFinishedState(this.state) || unread > 0) return true;
    return this.childJobs.some((child) => child.hasMoreData);
  }

  /**
   * With what number the work ended, where it has one: that of a process, or what a script block exited with. Of children
   * the first that is not 0. A job with another exit code than 0 may well be Completed.
   */
  get exitCode(): number | undefined {
    if (this.#exitCode !== undefined || this.childJobs.length === 0) return this.#exitCode;
    const ofChildren = this.childJobs.map((child) => child.exitCode).filter((code) => code !== undefined);
    return ofChildren.find((code) => code !== 0) ?? ofChildren[0];
  }
  protected set exitCode(exitCode: number | undefined) {
    this.#exitCode = exitCode;
  }

  /** What this job itself wrote and nobody has taken yet. A parent that does not write has nothing: read its children's. */
  get log(): JobLogReader<TOutput> {
    return this.#openLog();
  }

  /** Output, of the children and of this job. */
  get output(): readonly TOutput[] {
    return this.#unreadOf(StreamTag.Output) as TOutput[];
  }

  /** Errors. The reason of a failure is not among them: it is in {@link jobStateInfo}. */
  get error(): readonly ErrorRecord[] {
    return this.#unreadOf(StreamTag.Error) as ErrorRecord[];
  }

  /** Warnings. */
  get warning(): readonly WarningRecord[] {
    return this.#unreadOf(StreamTag.Warning) as WarningRecord[];
  }

  /** Verbose records. */
  get verbose(): readonly VerboseRecord[] {
    return this.#unreadOf(StreamTag.Verbose) as VerboseRecord[];
  }

  /** Debug records. */
  get debug(): readonly DebugRecord[] {
    return this.#unreadOf(StreamTag.Debug) as DebugRecord[];
  }

  /** Information records. */
  get information(): readonly InformationRecord[] {
    return this.#unreadOf(StreamTag.Information) as InformationRecord[];
  }

  /** The latest record of each activity that goes on; none once the job has ended. */
  get progress(): readonly ProgressRecord[] {
    return [...this.childJobs.flatMap((child) => child.progress), ...(this.#log?.progress ?? [])];
  }

  /** The state now, without a previous one, then every change; completes after the final one. */
  get state$(): Observable<JobStateEvent<this>> {
    return stateObservable(this);
  }

  /**
   * Resolves when the job is in one of the states, at once if it is now.
   *
   * Rejects with `InvalidJobState` once it has ended in another state, so that nobody waits for what cannot come.
   *
   * @example
   * await job.untilState('Running');
   */
  untilState(...states: readonly JobState[]): Promise<JobStateInfo> {
    return untilState(this, states);
  }

  /**
   * Output, of the children too: what nobody has received yet, then what comes. Watching takes nothing from those who
   * receive. Errors with the reason if the job fails; completes if it is completed or stopped.
   */
  get output$(): Observable<TOutput> {
    return outputObservable(this);
  }

  /** As {@link output$}, for the records of all streams and the reason of a failure; always completes. */
  get records$(): Observable<JobRecord<TOutput>> {
    return recordObservable(this);
  }

  /** Receives output as it comes: each object leaves the log, other streams stay. Throws the reason if the job fails. */
  [Symbol.asyncIterator](): AsyncGenerator<TOutput, void, void> {
    return iterateOutput(this);
  }

  protected override closeLog(failure: Error | undefined): void {
    if (failure !== undefined) appendRecord(this, StreamTag.Failure, failure);
    this.#log?.close();
    const { retainForMilliseconds, clock = systemClock } = this.#init;
    if (retainForMilliseconds === undefined || (this.#log?.unreadCount ?? 0) === 0) return;
    this.#cancelExpiry = clock.after(retainForMilliseconds, () => this.#log?.expire(), true);
  }

  /** Of the children too. What nobody has received is kept by whoever keeps the job, and by no timer. */
  protected override markDisposed(): void {
    super.markDisposed();
    this.#cancelExpiry?.();
    for (const child of this.childJobs) child.markDisposed();
  }

  /** For a job that was read from where a source keeps it: its records, which are loaded when somebody looks at them. */
  protected keepStoredRecords(stored: StoredRecords<TOutput>): void {
    this.#stored = stored;
  }

  #openLog(): JobLog<TOutput> {
    if (this.#log === undefined) {
      this.#log = new JobLog(this.#init.maxRecords);
      if (this.#stored !== undefined) this.#load(this.#log, this.#stored);
    }
    return this.#log;
  }

  #load(log: JobLog<TOutput>, stored: StoredRecords<TOutput>): void {
    this.#stored = undefined;
    for (const { stream, value } of stored.load()) log.append(StreamTag[stream], value);
    if (isFinishedState(this.state)) log.close();
  }

  #unreadOf(tag: StreamTag): unknown[] {
    const log = this.#stored === undefined ? this.#log : this.#openLog();
    const own = log?.unreadOf(tag) ?? [];
    const { childJobs } = this;
    if (childJobs.length === 0) return own;
    const [only] = childJobs;
    if (only !== undefined && childJobs.length === 1 && own.length === 0) return only.#unreadOf(tag);
    return [...childJobs.flatMap((child) => child.#unreadOf(tag)), ...own];
  }

  static {
    appendRecord = (job, tag, value) => {
      job.#openLog().append(tag, value);
      job.notifyRecord(tag, value);
    };
    logOf = (job) => job.#openLog();
    setExitCode = (job, exitCode) => {
      job.exitCode = exitCode;
    };
    setBlocked = (job, blocked) => {
      if (job.state === (blocked ? 'Running' : 'Blocked')) job.setJobState(blocked ? 'Blocked' : 'Running');
    };
  }
}
Object.defineProperty(RecordedJob.prototype, ONE_VALUE, { value: true });
