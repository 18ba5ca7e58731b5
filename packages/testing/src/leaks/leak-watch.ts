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

  /** What goes on now. @param kept jobs that somebody still wants to go on */
  leaks(kept: readonly Job[] = []): readonly Leak[] {
    const found: Leak[] = [];
    for (const origin of this.#runs) found.push(new Leak('run', '', origin));
    let working = false;
    for (const [job, origin] of this.#jobs ?? []) {
      if (isFinishedState(job.state)) continue;
      working = true;
      if (!kept.includes(job)) found.push(new Leak('job', `${job} is ${job.state}: ${job.command}`, origin));
    }
    // The timers of a job that goes on are the job's.
    return working ? found : [...found, ...this.clock.leaks];
  }
}
