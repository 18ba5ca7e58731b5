import { DefaultDisplayProperty } from '../declare/view/view.js';
import { brand, hasBrand } from '../records/brand.js';
import { PipelineStoppedException } from '../records/exceptions.js';
import type { ProgressRecord } from '../records/progress-record.js';
import { systemClock } from '../run/clock.js';
import type { Host } from '../run/host.js';
import { ChildJobs } from './child-jobs.js';
import { finalState } from './final-state.js';
import { InvalidJobStateException, JobTimedOutException } from './job-exceptions.js';
import { childInit, DEFAULT_STOP_GRACE, type JobInit, throttleLimitOf } from './job-init.js';
import type { JobObserver } from './job-observer.js';
import { StreamTag } from './job-record.js';
import { JobLogSink, type JobSink } from './job-sink.js';
import { isFinishedState } from './job-state.js';
import { JobStateInfo } from './job-state-info.js';
import { isLegalTransition } from './job-state-transitions.js';
import { JobSuspension } from './job-suspension.js';
import { jobList, jobProperties, jobScriptProperties, jobTable } from './job-view.js';
import type { ChildWork, JobWork } from './job-work.js';
import { RecordedJob } from './recorded-job.js';
import { hardestStop, type StopMethod, type StopOptions } from './stop-method.js';
import type { SuspendableJob, SuspendOptions } from './suspendable-job.js';
import { text } from './text.js';
import { type ForcedEnd, WorkRun } from './work-run.js';

const JOB = brand('Job');

/**
 * Work that goes on beside its caller: its state, its records, the children that do it, and how to end it.
 *
 * A job runs one call of a cmdlet in one child. To split the work, extend this class, override {@link Job.run}, and
 * declare it with the cmdlet. States, times, streams and stopping are taken care of whatever `run` does: what it throws
 * makes the job Failed, children it does not wait for are waited for, and a stop ends it even if it does not listen.
 *
 * @typeParam TOutput what the work writes to output
 *
 * @example
 * class PerCityJob extends Job<Forecast> {
 *   protected override async run(work: JobWork<City, Forecast>): Promise<void> {
 *     for await (const city of work.input) {
 *       this.startChild({ name: city.name, run: (sink) => work.invoke([city], sink) });
 *     }
 *   }
 * }
 */
@jobTable
@jobList
@jobProperties
@jobScriptProperties
@DefaultDisplayProperty('Name')
export class Job<TOutput = unknown> extends RecordedJob<TOutput> implements SuspendableJob, AsyncDisposable {
  declare readonly parent: Job<TOutput> | undefined;
  readonly #init: JobInit;
  #children: ChildJobs<Job<TOutput>> | undefined;
  #sink: JobLogSink<TOutput> | undefined;
  /** The work of this job itself: its `run`, or what a child was started with. */
  #own: WorkRun | undefined;
  #stopRequested = false;
  #suspension: JobSuspension | undefined;
  /** Whether the parent counts this job among its children. */
  #isChild = false;
  #stopReason: Error | undefined;
  #statusMessage: string | undefined;
  #timedOut: JobTimedOutException | undefined;

  /** A job of another copy of this package is one too; of a class that extends this one `instanceof` asks as always. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: classes that extend this one inherit the method.
    return this === Job ? hasBrand(value, JOB) : super[Symbol.hasInstance](value);
  }

  /** @param parent the job whose child this one is; for children that {@link Job.startChild} does not make */
  constructor(init: JobInit, parent?: Job<TOutput>) {
    super(init, parent, new.target === Job ? '' : new.target.name);
    this.#init = init;
  }

  override get childJobs(): readonly Job<TOutput>[] {
    return this.#children?.jobs ?? NONE;
  }

  /** Where the work runs: as given, else the different locations of the children joined with commas. */
  get location(): string {
    if (this.#init.location !== undefined) return this.#init.location;
    return this.#children?.location ?? 'localhost';
  }

  /** Free text on how it goes: how many children are done unless there is one only, or what was last set. */
  get statusMessage(): string {
    return this.#statusMessage ?? this.#children?.statusMessage ?? '';
  }
  protected set statusMessage(message: string) {
    this.#statusMessage = message;
  }

  /** How many children work at the same time; the others are NotStarted and follow in order. */
  get throttleLimit(): number {
    return throttleLimitOf(this.#init);
  }

  /** What it took to end the work, here or in the children; undefined while nothing had to be stopped. */
  get stopMethod(): StopMethod | undefined {
    return hardestStop([this.#own?.stopMethod, ...this.childJobs.map((child) => child.stopMethod)]);
  }

  /** The latest record of each activity that goes on; of a job with several children also how many are done. */
  override get progress(): readonly ProgressRecord[] {
    const ofChildren = isFinishedState(this.state) ? undefined : this.#children?.progress(this, false);
    return ofChildren === undefined ? super.progress : [ofChildren, ...super.progress];
  }

  override observe(observer: JobObserver<Job<TOutput>>): () => void {
    return super.observe(observer);
  }

  /**
   * Begins the work, once. The job is Running from now on, and may have ended already when this returns.
   *
   * On a job that was started or stopped before: `InvalidJobState`.
   */
  start(work: JobWork<unknown, TOutput>): void {
    if (this.state !== 'NotStarted') {
      throw new InvalidJobStateException(text.alreadyStarted(this.toString(), this.state), this.state, this);
    }
    this.#work(() => this.run(work), undefined, this.forcedEnd);
  }

  /**
   * Ends the job: its work and its children are told, have a grace period to end, are ended by force after it where that
   * can be done, and given up at last; {@link stopMethod} tells what it took. Children that wait for their turn are
   * Stopped at once. Nothing happens to a job that has ended.
   *
   * @param reason kept as the reason of the state
   * @returns resolves when the job has ended, and always does
   */
  async stop(reason?: Error, options: StopOptions = {}): Promise<void> {
    this.#requestStop(reason, options);
    await this.finished;
  }

  /** Whether the work can pause: all of it, here or in the children, is calls of cmdlets that run in this thread. */
  get canSuspend(): boolean {
    return this.#pauses.isPossible;
  }

  /** Pauses the work between two records; see {@link SuspendableJob.suspend}. */
  suspend(options: SuspendOptions = {}): Promise<void> {
    return this.#pauses.suspend(options);
  }

  /** Lets paused work go on; see {@link SuspendableJob.resume}. */
  resume(): Promise<void> {
    return this.#pauses.resume();
  }

  /** Stops the job if it has not ended, and makes it unchangeable. What it holds can still be read. */
  async dispose(): Promise<void> {
    await this.stop();
    this.markDisposed();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.dispose();
  }

  /** Asks on a host what the work of this job, not of its children, asks; the job runs on when all is answered. */
  answerQuestions(host: Host, signal: AbortSignal): Promise<void> {
    return this.#sink?.answerQuestions(host, signal) ?? Promise.resolve();
  }

  /** The work: all of it in one child. Override it to split the work, or to do it here and write to {@link sink}. */
  protected run(work: JobWork<unknown, TOutput>): Promise<void> | void {
    this.#addChild({ run: (sink) => work.invoke(work.input, sink) }, this.beginTime);
  }

  /** How the work of this job itself, not of its children, is ended by force. Default: it cannot be. */
  protected get forcedEnd(): ForcedEnd | undefined {
    return undefined;
  }

  /** What this job itself writes, asks, and is told to end by. */
  protected get sink(): JobSink<TOutput> {
    return this.#ownSink();
  }

  /**
   * Makes a child and starts it now, or when fewer than {@link throttleLimit} others work.
   *
   * Throws the stop signal once the job was asked to stop; `InvalidJobState` once it has ended.
   */
  protected startChild(work: ChildWork<TOutput>): Job<TOutput> {
    return this.#addChild(work, undefined);
  }

  /** Makes a job that works by itself, and was constructed with this one as its parent or without, a child. */
  protected addChildJob(child: Job<TOutput>): void {
    if (child.parent === undefined) (child as { parent: Job<TOutput> | undefined }).parent = this;
    this.#children ??= new ChildJobs(this.throttleLimit);
    this.#children.add(child, child.state);
    child.#isChild = true;
    if (child.state !== 'NotStarted') this.#evaluate();
  }

  /** @param time when the child begins, if that is known */
  #addChild(work: ChildWork<TOutput>, time: number | undefined): Job<TOutput> {
    if (isFinishedState(this.state)) {
      throw new InvalidJobStateException(text.alreadyStarted(this.toString(), this.state), this.state, this);
    }
    if (this.#stopRequested) throw new PipelineStoppedException();
    const child = new Job<TOutput>(childInit(this.#init, work), this);
    this.addChildJob(child);
    if (this.state !== 'Running') this.#evaluate();
    this.#children?.enter(() => this.#startChild(child, work, time));
    return child;
  }

  protected override childStateChanged(child: Job<TOutput>, current: JobStateInfo, previous: JobStateInfo): void {
    if (!child.#isChild) return;
    this.#children?.changed(child, current, previous, child.#own !== undefined);
    this.#evaluate(child.endTime);
    if (isFinishedState(current.state) && this.isObserved) {
      const progress = this.#children?.progress(this, isFinishedState(this.state));
      if (progress !== undefined) this.notifyRecord(StreamTag.Progress, progress);
    }
  }

  /** A child's turn has come; while this job is to pause, so is the child. @returns whether it needs its turn */
  #startChild(child: Job<TOutput>, work: ChildWork<TOutput>, time: number | undefined): boolean {
    const begins = child.#startAsChild(work, time);
    if (begins && this.#suspension?.requested === true && child.canSuspend) child.#pauses.request(false, undefined);
    return begins;
  }

  /** One that was stopped while it waited needs no turn. */
  #startAsChild(work: ChildWork<TOutput>, time: number | undefined): boolean {
    if (isFinishedState(this.state)) return false;
    this.#work(() => work.run(this.#ownSink()), time, work);
    return true;
  }

  #work(work: () => Promise<void> | void, time?: number, forcedEnd?: ForcedEnd): void {
    this.#own = new WorkRun((failed) => {
      if (failed) this.#stopChildren(undefined, {});
      this.#evaluate();
    }, forcedEnd);
    this.changeState(JobStateInfo.of('Running'), false, time);
    this.#own.begin(work);
  }

  protected override timeIsOver(limit: number): void {
    this.#timedOut = new JobTimedOutException(this, limit);
    this.#requestStop(this.#timedOut, {});
  }

  get #pauses(): JobSuspension {
    this.#suspension ??= new JobSuspension({
      job: this,
      children: () => this.childJobs.map((child) => child.#pauses),
      sink: () => this.#sink,
      isWorking: () => this.#working,
      change: (state, reason) => this.setJobState(state, reason),
    });
    return this.#suspension;
  }

  get #working(): boolean {
    return this.#own !== undefined && this.#own.outcome === undefined;
  }

  #ownSink(): JobLogSink<TOutput> {
    if (this.#sink === undefined) {
      this.#sink = new JobLogSink(this, this.#init.recordWindow);
      if (this.#stopRequested) this.#sink.requestStop();
    }
    return this.#sink;
  }

  /** Sets the state that follows from the own work and the children. @param time when it happened; default now */
  #evaluate(time?: number): void {
    if (isFinishedState(this.state)) return;
    if (!this.#working && this.#children?.unfinished !== true) {
      const { info, ownFailure } = finalState(this.#own, this.#children, this.#stopReason, this.#timedOut);
      this.#move(info, ownFailure, time);
    } else if (this.#children !== undefined && this.state !== 'Stopping' && this.#sink?.hasQuestions !== true) {
      this.#move(JobStateInfo.of(this.#children.states.stateUnfinished), false);
    }
  }

  /** Changes to what work and children have led to; where the table of states has no direct way, by way of Running. */
  #move(info: JobStateInfo, ownFailure: boolean, time?: number): void {
    if (this.state === info.state) return;
    if (!isLegalTransition(this.state, info.state)) this.setJobState('Running');
    if (!isFinishedState(this.state)) this.changeState(info, ownFailure, time);
  }

  #requestStop(reason: Error | undefined, options: StopOptions): void {
    if (isFinishedState(this.state)) return;
    const again = this.#stopRequested;
    if (again && options.force !== true && options.graceMilliseconds === undefined) return;
    this.#stopRequested = true;
    this.#stopReason ??= reason;
    if (!this.#working && this.#children?.unfinished !== true) {
      this.setJobState('Stopped', reason);
      return;
    }
    if (isLegalTransition(this.state, 'Stopping')) this.setJobState('Stopping');
    const grace = options.graceMilliseconds ?? this.#init.stopGraceMilliseconds ?? DEFAULT_STOP_GRACE;
    this.#own?.stop(this.#init.clock ?? systemClock, grace, options, () => {
      this.#ownSink().writeWarning(text.survivor(this.toString(), grace));
      this.#statusMessage = text.givenUp;
    });
    if (!again) this.#sink?.requestStop();
    this.#stopChildren(reason, options);
  }

  #stopChildren(reason: Error | undefined, options: StopOptions): void {
    for (const child of [...this.childJobs]) child.#requestStop(reason, options);
  }
}

Object.defineProperty(Job.prototype, JOB, { value: true });

const NONE: readonly never[] = [];
