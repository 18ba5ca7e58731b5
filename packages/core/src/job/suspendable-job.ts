import type { Job } from './job.js';

/** How a job is to be suspended. */
export interface SuspendOptions {
  /** Whether at once, and not only where the work can pause by itself. Default false. */
  readonly force?: boolean;
  /** Kept as the reason of the state. */
  readonly reason?: Error;
}

/**
 * A job whose work can pause and go on: what `Suspend-Job` and `Resume-Job` need of it. A job class declares the ability
 * by having these members.
 */
export interface SuspendableJob {
  /** Whether this very job can be suspended; false for one whose work runs where it cannot be paused. */
  readonly canSuspend: boolean;
  /**
   * Asks the work to pause. The job is Suspending when this returns, or Suspended if it could pause at once.
   *
   * Resolves when the job is Suspended, or ended before it paused. Rejects with `InvalidJobState` for a job whose state
   * does not allow it: one that has ended, is stopping, or is Blocked. Nothing happens to one that is Suspended already.
   */
  suspend(options?: SuspendOptions): Promise<void>;
  /**
   * Lets the work go on. Resolves when the job is Running, or has ended meanwhile. Rejects with `InvalidJobState` unless
   * the job is Suspended or Suspending.
   */
  resume(): Promise<void>;
}

/** Whether a job can be suspended and resumed. */
export function isSuspendableJob(job: Job): job is Job & SuspendableJob {
  const { canSuspend, suspend, resume } = job as Partial<SuspendableJob>;
  return canSuspend === true && typeof suspend === 'function' && typeof resume === 'function';
}
