import { PipelineStoppedException } from '../records/exceptions.js';
import { systemClock } from '../run/clock.js';
import type { Host } from '../run/host.js';
import { ChildJobs } from './child-jobs.js';
import { finalState } from './final-state.js';
import { InvalidJobStateException } from './job-exceptions.js';
import { childInit, DEFAULT_STOP_GRACE, type JobInit, throttleLimitOf } from './job-init.js';
import type { JobObserver } from './job-observer.js';
import { JobLogSink, type JobSink } from './job-sink.js';
import { isFinishedState } from './job-state.js';
import { JobStateInfo } from './job-state-info.js';
import { isLegalTransition } from './job-state-transitions.js';
import type { ChildWork, JobWork } from './job-work.js';
import { RecordedJob } from './recorded-job.js';
import { text } from './text.js';
import { WorkRun } from './work-run.js';

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
export class Job<TOutput = unknown> extends RecordedJob<TOutput> implements AsyncDisposable {
  declare readonly parent: Job<TOutput> | undefined;
  readonly #init: JobInit;
  #children: ChildJobs<Job<TOutput>> | undefined;
  #sink: JobLogSink<TOutput> | undefined;
  /** The work of this job itself: its `run`, or what a child was started with. */
  #own: WorkRun | undefined;
  #stopRequested = false;
  /** Whether the parent counts this job among its children. */
  #isChild = false;
  #stopReason: Error | undefined;
  #statusMessage: string | undefined;

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
    if (this.#children === undefined) return 'localhost';
    return [...new Set(this.#children.jobs.map((child) => child.location))].join(',');
  }

  /** Free text on how it goes: how many children are done unless there is one only, or what was last set. */
  get statusMessage(): string {
    if (this.#statusMessage !== undefined) return this.#statusMessage;
    const { total, finished } = this.#children?.states ?? { total: 0, finished: 0 };
    return total < 2 ? '' : text.progressOfChildren(finished, total);
  }
  protected set statusMessage(message: string) {
    this.#statusMessage = message;
  }

  /** How many children work at the same time; the others are NotStarted and follow in order. */
  get throttleLimit(): number {
    return throttleLimitOf(this.#init);
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
    this.#work(() => this.run(work));
  }

  /**
   * Ends the job: its work and its children are told, have a grace period to end, and are given up after it. Children
   * that wait for their turn are Stopped at once. Nothing happens to a job that has ended.
   *
   * @param reason kept as the reason of the state
   * @param graceMilliseconds how long the work may take; default: as the job was made
   * @returns resolves when the job has ended, and always does
   */
  async stop(reason?: Error, graceMilliseconds?: number): Promise<void> {
    this.#requestStop(reason, graceMilliseconds ?? this.#grace);
    await this.finished;
  }

  /** Stops the job if it has not ended, and makes it unchangeable. What it holds can still be read. */
  async dispose(): Promise<void> {
    await this.stop();
    for (const child of this.childJobs) child.markDisposed();
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

  /** Makes a job that was constructed with this one as its parent, and works by itself, a child. */
  protected addChildJob(child: Job<TOutput>): void {
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
    this.#children?.enter(() => child.#startAsChild(work, time));
    return child;
  }

  protected override childStateChanged(child: Job<TOutput>, current: JobStateInfo, previous: JobStateInfo): void {
    if (!child.#isChild) return;
    this.#children?.changed(child, current, previous, child.#own !== undefined);
    this.#evaluate(child.endTime);
  }

  /** A child's turn has come; one that was stopped while it waited needs none. */
  #startAsChild(work: ChildWork<TOutput>, time: number | undefined): boolean {
    if (isFinishedState(this.state)) return false;
    this.#work(() => work.run(this.#ownSink()), time, work.terminate?.bind(work));
    return true;
  }

  #work(work: () => Promise<void> | void, time?: number, terminate?: () => Promise<void> | void): void {
    this.#own = new WorkRun((failed) => {
      if (failed) this.#stopChildren(undefined, this.#grace);
      this.#evaluate();
    }, terminate);
    this.changeState(JobStateInfo.of('Running'), false, time);
    this.#own.begin(work);
  }

  get #working(): boolean {
    return this.#own !== undefined && this.#own.outcome === undefined;
  }

  get #grace(): number {
    return this.#init.stopGraceMilliseconds ?? DEFAULT_STOP_GRACE;
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
      const { info, ownFailure } = finalState(this.#own, this.#children, this.#stopReason);
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

  #requestStop(reason: Error | undefined, grace: number): void {
    if (isFinishedState(this.state) || this.#stopRequested) return;
    this.#stopRequested = true;
    this.#stopReason = reason;
    if (!this.#working && this.#children?.unfinished !== true) {
      this.setJobState('Stopped', reason);
      return;
    }
    if (isLegalTransition(this.state, 'Stopping')) this.setJobState('Stopping');
    this.#own?.stop(this.#init.clock ?? systemClock, grace, () => {
      this.#ownSink().writeWarning(text.survivor(this.toString(), grace));
      this.#statusMessage = text.givenUp;
    });
    this.#sink?.requestStop();
    this.#stopChildren(reason, grace);
  }

  #stopChildren(reason: Error | undefined, grace: number): void {
    for (const child of [...this.childJobs]) child.#requestStop(reason, grace);
  }
}

const NONE: readonly never[] = [];
