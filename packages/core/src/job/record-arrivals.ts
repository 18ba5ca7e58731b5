import type { JobObserver } from './job-observer.js';
import { StreamTag } from './job-record.js';
import { isFinishedState } from './job-state.js';
import type { JobStateInfo } from './job-state-info.js';
import type { ReadableJob } from './readable-job.js';

/** What happened next: a record stands in the log of `job`, or, where `state` is set, its state has changed. */
export interface Arrival<TJob> {
  readonly job: TJob;
  readonly state: JobStateInfo | undefined;
  /** Undefined for a state that was found at the beginning. */
  readonly previousState: JobStateInfo | undefined;
}

/** What {@link RecordArrivals} counts. */
export interface ArrivalOptions {
  /** Whether only output counts. Default false: all streams but progress, which is not in the logs. */
  readonly outputOnly?: boolean;
  /** Whether changes of state are arrivals too. Default false. */
  readonly states?: boolean;
  /** Whether the jobs themselves are meant and not their children. Default false. */
  readonly noRecurse?: boolean;
}

/**
 * Tells whose turn it is when the records of several jobs are read in the order in which they arrive.
 *
 * What was unread at the start comes first: job by job, children before their parent. From then on every record counts
 * in the order in which it was written. Neighbours of one job are one entry with a count, so a million records of one
 * job cost nothing here.
 *
 * @typeParam TJob the job class
 *
 * @example
 * for (let arrival = arrivals.next(); arrival !== undefined; arrival = arrivals.next()) arrival.job.log.take();
 */
export class RecordArrivals<TJob extends ReadableJob> {
  #entries: Entry<TJob>[] = [];
  #next = 0;
  #wake: (() => void) | undefined;
  readonly #jobs: ReadonlySet<TJob>;
  readonly #options: ArrivalOptions;
  readonly #forget: (() => void)[];
  readonly #observer: JobObserver<TJob> = {
    recordWritten: (job, tag) => {
      if (this.#counts(tag) && this.#isMeant(job)) this.#add(job, 1);
    },
    stateChanged: (job, state, previousState) => {
      if (this.#options.states === true && this.#isMeant(job)) {
        this.#entries.push({ job, count: 1, state, previousState });
      }
      this.wake();
    },
  };

  constructor(jobs: Iterable<TJob>, options: ArrivalOptions = {}) {
    this.#jobs = new Set(jobs);
    this.#options = options;
    const seen = new Set<TJob>();
    for (const job of this.#jobs) this.#addUnread(job, seen);
    // A job and its child may both be among the jobs, and would both tell of the child.
    const observed = [...this.#jobs].filter((job) => !this.#hasAncestorAmong(job));
    this.#forget = observed.map((job) => job.observe(this.#observer as JobObserver<object>));
  }

  /** What is next; its record may have been read by somebody else meanwhile. Undefined if nothing is there now. */
  next(): Arrival<TJob> | undefined {
    const entry = this.#entries[this.#next];
    if (entry === undefined) return undefined;
    if (--entry.count === 0) {
      this.#next++;
      if (this.#next === this.#entries.length) {
        this.#entries = [];
        this.#next = 0;
      }
    }
    return entry;
  }

  /** Whether all the jobs have ended, so that nothing comes any more. */
  get ended(): boolean {
    return [...this.#jobs].every((job) => isFinishedState(job.state));
  }

  /** Resolves when something has arrived, a state has changed, or somebody calls {@link wake}; at once if something is there. */
  async changed(): Promise<void> {
    if (this.#next < this.#entries.length) return;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
  }

  /** Ends the pending {@link changed}. */
  wake(): void {
    const wake = this.#wake;
    this.#wake = undefined;
    wake?.();
  }

  /** No more is counted. */
  dispose(): void {
    for (const forget of this.#forget) forget();
  }

  #addUnread(job: TJob, seen: Set<TJob>): void {
    if (seen.has(job)) return;
    seen.add(job);
    if (this.#options.noRecurse !== true) for (const child of job.childJobs) this.#addUnread(child as TJob, seen);
    const { unreadCount } = job.log;
    if (unreadCount > 0) this.#add(job, unreadCount);
    if (this.#options.states === true) {
      this.#entries.push({ job, count: 1, state: job.jobStateInfo, previousState: undefined });
    }
  }

  #add(job: TJob, count: number): void {
    const last = this.#entries[this.#entries.length - 1];
    if (last !== undefined && last.job === job && last.state === undefined) last.count += count;
    else this.#entries.push({ job, count, state: undefined, previousState: undefined });
    this.wake();
  }

  #counts(tag: StreamTag): boolean {
    return this.#options.outputOnly !== true || tag === StreamTag.Output;
  }

  #isMeant(job: TJob): boolean {
    return this.#options.noRecurse !== true || this.#jobs.has(job);
  }

  #hasAncestorAmong(job: ReadableJob): boolean {
    for (let each = job.parent; each !== undefined; each = each.parent) {
      if (this.#jobs.has(each as TJob)) return true;
    }
    return false;
  }
}

interface Entry<TJob> extends Arrival<TJob> {
  count: number;
}
