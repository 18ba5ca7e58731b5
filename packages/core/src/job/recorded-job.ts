import type { Observable } from 'rxjs';
import type { ErrorRecord } from '../records/error-record.js';
import type { InformationRecord } from '../records/information-record.js';
import type { DebugRecord, VerboseRecord, WarningRecord } from '../records/message-records.js';
import type { ProgressRecord } from '../records/progress-record.js';
import { JobBase } from './job-base.js';
import { iterateOutput } from './job-iteration.js';
import { JobLog, type JobLogReader } from './job-log.js';
import { outputObservable, recordObservable, stateObservable } from './job-observables.js';
import { type JobRecord, StreamTag } from './job-record.js';
import { isFinishedState } from './job-state.js';
import type { JobStateEvent } from './job-state-info.js';

/** Writes into a job's log, which is not closed yet. For this folder only. */
export let appendRecord: (job: RecordedJob, tag: StreamTag, value: unknown) => void;
/** A job's log with the side that writes. For this folder only. */
export let logOf: (job: RecordedJob) => JobLog;
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

  abstract override readonly childJobs: readonly RecordedJob<TOutput>[];

  /**
   * Whether a receive may bring something: a record, or the reason of a failure, that nobody has received yet, here or in
   * a child; or the job has not ended and may still write.
   */
  get hasMoreData(): boolean {
    if (!isFinishedState(this.state) || (this.#log?.unreadCount ?? 0) > 0) return true;
    return this.childJobs.some((child) => child.hasMoreData);
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
  }

  #openLog(): JobLog<TOutput> {
    this.#log ??= new JobLog();
    return this.#log;
  }

  #unreadOf(tag: StreamTag): unknown[] {
    const own = this.#log?.unreadOf(tag) ?? [];
    return this.childJobs.length === 0 ? own : [...this.childJobs.flatMap((child) => child.#unreadOf(tag)), ...own];
  }

  static {
    appendRecord = (job, tag, value) => {
      job.#openLog().append(tag, value);
      job.notifyRecord(tag, value);
    };
    logOf = (job) => job.#openLog();
    setBlocked = (job, blocked) => {
      if (job.state === (blocked ? 'Running' : 'Blocked')) job.setJobState(blocked ? 'Blocked' : 'Running');
    };
  }
}
