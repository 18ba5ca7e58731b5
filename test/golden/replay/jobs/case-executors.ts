import { type Executor, JobExecutors, type ProcessNeeds, SessionExecutors } from '@cmdlet/jobs';
import type { JobCase } from './job-case.js';

/**
 * The executors of all cases of a file: with some of its own each case would start processes and threads, and spare ones
 * that nobody needs.
 *
 * Starting processes takes most of the time of a replay. So cases whose rules are those of all jobs (finding, states, ids,
 * views …) have threads in their places, which are used again; those about what crosses to a process, or about how it
 * is started and ends, have processes.
 */
export class CaseExecutors implements AsyncDisposable {
  readonly #real: SessionExecutors;

  /** @param atATime how many cases run at the same time */
  constructor(atATime: number) {
    this.#real = new SessionExecutors({ processes: { size: 1 }, threads: { size: 1 }, reusedThreads: 2 * atATime });
  }

  /** What a case runs its jobs in. */
  for({ area, id }: JobCase): JobExecutors {
    return ABOUT_ALL_JOBS.has(area) && !NEEDS_PROCESS.has(id) ? new ThreadsOnly(this.#real) : this.#real;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#real[Symbol.asyncDispose]();
  }
}

/** Areas whose rules are those of all jobs. */
const ABOUT_ALL_JOBS = new Set([
  'errors',
  'get-job',
  'ids-and-names',
  'job-object',
  'remove-job',
  'results',
  'views',
  'wait-job',
]);
/** Cases of these areas whose scripts read or change what a process has, as its current directory. */
const NEEDS_PROCESS = new Set(['rc-drained-while-running-then-finished']);

class ThreadsOnly extends JobExecutors {
  constructor(private readonly real: JobExecutors) {
    super();
  }

  override inline(): Executor {
    return this.real.inline();
  }

  override thread(options?: { readonly fresh?: boolean }): Executor {
    return this.real.thread(options);
  }

  override process(_needs?: ProcessNeeds): Executor {
    const thread = this.real.thread();
    return { kind: 'process', location: 'localhost', execute: (request, sink) => thread.execute(request, sink) };
  }
}
