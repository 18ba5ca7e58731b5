import { type Clock, isFinishedState, isPersistentState, type Job, type ProgressRecord } from '@cmdlet/core';
import { WaitProgress } from './wait-progress.js';

/** What is waited for, and how long. */
export interface WaitOptions {
  /** One done job is enough. */
  readonly any: boolean;
  /** Whether Suspended and Disconnected jobs are waited for. */
  readonly force: boolean;
  /** How long, in milliseconds; undefined for no limit, 0 to look once. */
  readonly timeout: number | undefined;
  readonly clock: Clock;
  /** Ends the waiting. */
  readonly signal: AbortSignal;
  /** Shows how far it is; left out if nobody wants to see it. */
  readonly showProgress?: ((record: ProgressRecord) => Promise<void>) | undefined;
}

/** How a wait has ended. */
export type WaitResult =
  /** All are done, or with `any` one is. */
  | { readonly outcome: 'done'; readonly jobs: readonly Job[] }
  /** The time is over; `jobs` are those that are done. */
  | { readonly outcome: 'timedOut'; readonly jobs: readonly Job[] }
  /** Waiting makes no sense: without `any` one of the jobs needs an answer of the user, with `any` all do. */
  | { readonly outcome: 'blocked'; readonly job: Job }
  | { readonly outcome: 'interrupted' };

/** Waits until jobs are done: persistent, or with `force` finished. Each job counts once however often it is given. */
export async function waitForJobs(given: readonly Job[], options: WaitOptions): Promise<WaitResult> {
  const jobs = [...new Set(given)];
  if (jobs.length === 0) return { outcome: 'done', jobs };
  const events = new WaitEvents(jobs, options);
  const { showProgress } = options;
  const progress = showProgress && new WaitProgress(jobs, () => events.wake(), showProgress);
  try {
    for (;;) {
      const result = look(jobs, options, events);
      if (result !== undefined) return result;
      const changed = events.next();
      await progress?.show(jobs.filter((job) => isDone(job, options)).length);
      await changed;
    }
  } finally {
    events.dispose();
    await progress?.dispose();
  }
}

function look(jobs: readonly Job[], { any, force }: WaitOptions, events: WaitEvents): WaitResult | undefined {
  if (events.interrupted) return { outcome: 'interrupted' };
  const done = jobs.filter((job) => isDone(job, { force }));
  if (any && done.length > 0) return { outcome: 'done', jobs: done.slice(0, 1) };
  if (done.length === jobs.length) return { outcome: 'done', jobs };
  const [blocked, ...more] = jobs.filter((job) => job.state === 'Blocked');
  if (blocked !== undefined && (!any || more.length + 1 === jobs.length)) return { outcome: 'blocked', job: blocked };
  return events.timedOut ? { outcome: 'timedOut', jobs: done } : undefined;
}

function isDone({ state }: Job, { force }: Pick<WaitOptions, 'force'>): boolean {
  return force ? isFinishedState(state) : isPersistentState(state);
}

/** Whatever a wait has to look at anew: a change of state, the end of the time, an interruption. */
class WaitEvents {
  timedOut: boolean;
  #changed: () => void = () => {};
  readonly #forget: (() => void)[];
  readonly #signal: AbortSignal;
  readonly wake = (): void => this.#changed();

  constructor(jobs: readonly Job[], { timeout, clock, signal }: WaitOptions) {
    this.timedOut = timeout !== undefined && timeout <= 0;
    this.#signal = signal;
    signal.addEventListener('abort', this.wake);
    this.#forget = jobs.map((job) => job.observe({ stateChanged: this.wake }));
    if (timeout !== undefined && timeout > 0) {
      const timeIsOver = (): void => {
        this.timedOut = true;
        this.wake();
      };
      this.#forget.push(clock.after(timeout, timeIsOver));
    }
  }

  get interrupted(): boolean {
    return this.#signal.aborted;
  }

  next(): Promise<void> {
    return new Promise((resolve) => {
      this.#changed = resolve;
    });
  }

  dispose(): void {
    this.#signal.removeEventListener('abort', this.wake);
    for (const forget of this.#forget) forget();
  }
}
