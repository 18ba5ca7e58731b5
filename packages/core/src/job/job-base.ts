import type { ProgressRecord } from '../records/progress-record.js';
import { type Clock, systemClock } from '../run/clock.js';
import { InvalidJobStateException, JobDisposedException } from './job-exceptions.js';
import type { JobInit } from './job-init.js';
import { type JobObserver, notifyAll } from './job-observer.js';
import { StreamTag } from './job-record.js';
import { isFinishedState, type JobState } from './job-state.js';
import { JobStateInfo } from './job-state-info.js';
import { isLegalTransition, statesAfter } from './job-state-transitions.js';
import { text } from './text.js';

/** How often a job got another name, or a child with a name of its own was made: by then an index of names is out of date. */
export const givenNames = { changes: 0 };

/**
 * What a job is and what state it is in. `RecordedJob` adds what it wrote, `Job` how its work is run.
 *
 * Nothing is made before it is asked for: a job that nobody watches has no promise and no UUID.
 */
export abstract class JobBase {
  /** From 1, in order of creation; never used again in a session. */
  readonly id: number;
  /** Text that tells what is run. */
  readonly command: string;
  /** A short constant that names the kind of job; empty for children. */
  readonly psJobTypeName: string;
  /** The job whose child this one is. */
  readonly parent: JobBase | undefined;
  /** The connection that the work runs over, for jobs that have one. */
  readonly session: object | undefined;

  readonly #clock: Clock;
  #name: string | undefined;
  #instanceId: string | undefined;
  readonly #instanceIdGiven: boolean;
  #stateInfo = JobStateInfo.of('NotStarted');
  #beginTime: number | undefined;
  #endTime: number | undefined;
  #finished: Promise<JobStateInfo> | undefined;
  #resolveFinished: ((info: JobStateInfo) => void) | undefined;
  #observers: Set<JobObserver<JobBase>> | undefined;
  #disposed = false;
  readonly #timeLimit: number | undefined;
  #cancelTimeLimit: (() => void) | undefined;

  constructor(init: JobInit, parent: JobBase | undefined, defaultTypeName: string) {
    this.id = init.identifier === undefined ? init.ids.next() : init.ids.reuse(init.identifier.id);
    this.#name = init.name || undefined;
    this.command = init.command ?? '';
    this.psJobTypeName = init.psJobTypeName ?? defaultTypeName;
    this.parent = parent;
    this.session = init.session;
    this.#clock = init.clock ?? systemClock;
    this.#timeLimit = init.timeLimitMilliseconds;
    this.#instanceId = init.identifier?.instanceId ?? init.instanceId;
    this.#instanceIdGiven = this.#instanceId !== undefined;
    if (parent !== undefined && this.#name !== undefined) givenNames.changes++;
  }

  /** The jobs that do the work, in order of creation; empty for a job that works itself. */
  abstract readonly childJobs: readonly JobBase[];

  /** Unique among all jobs everywhere: a UUID. */
  get instanceId(): string {
    this.#instanceId ??= crypto.randomUUID();
    return this.#instanceId;
  }

  /** Whether the instance id was handed in, so that another job may have the same. */
  get hasGivenInstanceId(): boolean {
    return this.#instanceIdGiven;
  }

  /** Whether an instance id, in lower case, is that of this job. One that nobody has asked for is not made for this. */
  hasInstanceId(wanted: string): boolean {
    return this.#instanceId !== undefined && this.#instanceId.toLowerCase() === wanted;
  }

  /** Whether the name was given, and is not made from the id. */
  get hasGivenName(): boolean {
    return this.#name !== undefined;
  }

  /** How people call the job; need not be unique. Setting it on a disposed job is an `ObjectDisposed` error. */
  get name(): string {
    return this.#name ?? `Job${this.id}`;
  }
  set name(name: string) {
    if (this.#disposed) throw new JobDisposedException(this.toString(), 'set the name');
    this.#name = name;
    givenNames.changes++;
  }

  /** State and reason together. */
  get jobStateInfo(): JobStateInfo {
    return this.#stateInfo;
  }

  /** What the job is doing. */
  get state(): JobState {
    return this.#stateInfo.state;
  }

  /** When the job first ran. */
  get psBeginTime(): Date | undefined {
    return this.#beginTime === undefined ? undefined : new Date(this.#beginTime);
  }

  /** When the job ended. */
  get psEndTime(): Date | undefined {
    return this.#endTime === undefined ? undefined : new Date(this.#endTime);
  }

  /** Resolves with the final state once everybody was told of it. Never rejects: a failed job resolves too. */
  get finished(): Promise<JobStateInfo> {
    this.#finished ??= isFinishedState(this.state)
      ? Promise.resolve(this.#stateInfo)
      : new Promise((resolve) => {
          this.#resolveFinished = resolve;
        });
    return this.#finished;
  }

  /** Tells an observer of every record and every change of state, here and in the children, until the result is called. */
  observe(observer: JobObserver<JobBase>): () => void {
    this.#observers ??= new Set();
    this.#observers.add(observer);
    return () => this.#observers?.delete(observer);
  }

  /** Name and id. */
  toString(): string {
    return `${this.name} (${this.id})`;
  }

  /**
   * Changes the state: begin and end time, then the log is closed, then observers are told, then `finished` resolves.
   *
   * The same state with the same reason again is nothing. What the table of states does not allow, above all leaving a
   * final state, is an `InvalidJobState` error; on a disposed job everything is an `ObjectDisposed` error.
   *
   * @param reason why; that of `Failed` becomes the last record of this job's log
   */
  protected setJobState(state: JobState, reason?: Error): void {
    this.changeState(JobStateInfo.of(state, reason), state === 'Failed');
  }

  /**
   * As {@link setJobState}.
   *
   * @param ownFailure false for a reason that readers get from a child
   * @param time when it happened, by the job's clock; default now
   */
  protected changeState(info: JobStateInfo, ownFailure: boolean, time?: number): void {
    const previous = this.#stateInfo;
    if (!this.#isChange(info)) return;
    this.#stateInfo = info;
    const finished = isFinishedState(info.state);
    if (info.state === 'Running') {
      this.#beginTime ??= time ?? this.#clock.now();
      if (this.#timeLimit !== undefined) this.#limitTime(this.#timeLimit);
    }
    if (finished) {
      this.#cancelTimeLimit?.();
      this.#endTime = time ?? this.#clock.now();
      this.closeLog(ownFailure ? info.reason : undefined);
    }
    for (let job: JobBase | undefined = this; job !== undefined; job = job.parent) {
      if (job.#observers !== undefined) {
        notifyAll(job.#observers, (observer) => observer.stateChanged?.(this, info, previous));
      }
    }
    if (finished) this.#resolveFinished?.(info);
    this.parent?.childStateChanged(this, info, previous);
  }

  /** When the job first ran, in milliseconds since 1970. */
  protected get beginTime(): number | undefined {
    return this.#beginTime;
  }

  /** When the job ended, in milliseconds since 1970. */
  protected get endTime(): number | undefined {
    return this.#endTime;
  }

  /** Whether somebody observes this job, or one it is part of. */
  protected get isObserved(): boolean {
    for (let job: JobBase | undefined = this; job !== undefined; job = job.parent) {
      if (job.#observers !== undefined && job.#observers.size > 0) return true;
    }
    return false;
  }

  /** Tells everybody who observes this job, or one it is part of, that a record was written. */
  protected notifyRecord(tag: StreamTag, value: unknown): void {
    for (let job: JobBase | undefined = this; job !== undefined; job = job.parent) {
      if (job.#observers === undefined) continue;
      if (tag === StreamTag.Progress) {
        notifyAll(job.#observers, (observer) => observer.progressWritten?.(this, value as ProgressRecord));
      } else {
        notifyAll(job.#observers, (observer) => observer.recordWritten?.(this, tag, value));
      }
    }
  }

  /** The job has ended: nothing is written any more but the reason of its failure. */
  protected abstract closeLog(failure: Error | undefined): void;

  /** The time that the job may work is over, and it has not ended. */
  protected timeIsOver(_milliseconds: number): void {}

  /** A child has changed its state. */
  protected childStateChanged(_child: JobBase, _current: JobStateInfo, _previous: JobStateInfo): void {}

  /** No change after this. Reading goes on to work. */
  protected markDisposed(): void {
    this.#disposed = true;
  }

  #limitTime(milliseconds: number): void {
    this.#cancelTimeLimit ??= this.#clock.after(milliseconds, () => this.timeIsOver(milliseconds));
  }

  #isChange({ state, reason }: JobStateInfo): boolean {
    if (this.#disposed) throw new JobDisposedException(this.toString(), `set the state to ${state}`);
    const current = this.#stateInfo;
    if (current.state === state && current.reason === reason) return false;
    if (isFinishedState(current.state) || (current.state !== state && !isLegalTransition(current.state, state))) {
      const message = text.illegalTransition(this.toString(), current.state, state, statesAfter(current.state));
      throw new InvalidJobStateException(message, current.state, this);
    }
    return true;
  }
}
