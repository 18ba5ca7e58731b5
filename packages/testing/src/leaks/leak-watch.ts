import type { Job } from '@cmdlet/core';
import { isFinishedState } from '@cmdlet/core';
import type { TrackedClock } from '../time/tracked-clock.js';
import { Leak } from './leak.js';
import { Origin } from './origin.js';

/** Looks after what a session begins: its jobs, its pipelines, the timers of its clock. */
export class LeakWatch {
  readonly #runs = new Set<Origin>();
  #jobs: Map<Job, Origin> | undefined;

  constructor(private readonly clock: TrackedClock) {}

  /** A pipeline goes on; the result says that it is over. */
  runGoesOn(): () => void {
    const origin = new Origin();
    this.#runs.add(origin);
    return () => this.#runs.delete(origin);
  }

  jobAdded(job: Job): void {
    this.#jobs ??= new Map();
    this.#jobs.set(job, new Origin());
  }

  /** Everything that goes on now, whosever it is. */
  get everything(): readonly Leak[] {
    return [...this.#runsAndJobs([]), ...this.clock.leaks];
  }

  /** What would be left behind now. @param kept jobs that somebody still wants to go on */
  leaks(kept: readonly Job[] = []): readonly Leak[] {
    const found = this.#runsAndJobs(kept);
    // The timers of a job that goes on are the job's.
    const working = [...(this.#jobs?.keys() ?? [])].some(({ state }) => !isFinishedState(state));
    return working ? found : [...found, ...this.clock.leaks];
  }

  #runsAndJobs(kept: readonly Job[]): readonly Leak[] {
    const found = Array.from(this.#runs, (origin) => new Leak('run', '', origin));
    for (const [job, origin] of this.#jobs ?? []) {
      if (isFinishedState(job.state) || kept.includes(job)) continue;
      found.push(new Leak('job', `${job} is ${job.state}: ${job.command}`, origin));
    }
    return found;
  }
}
