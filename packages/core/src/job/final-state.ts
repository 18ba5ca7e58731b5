import type { ChildJob, ChildJobs } from './child-jobs.js';
import { JobStateInfo } from './job-state-info.js';
import type { WorkRun } from './work-run.js';

/** How a job ends. */
export interface FinalState {
  readonly info: JobStateInfo;
  /** Whether the reason is that of the job's own work, and not one that readers get from a child. */
  readonly ownFailure: boolean;
}

/**
 * How a job ends whose own work and children have all ended: Failed beats Stopped, and Stopped beats Completed.
 *
 * @param stopReason what the job was stopped with, if it was
 * @param timedOut why it failed if it was not done within its time limit: beats everything
 */
export function finalState(
  own: WorkRun | undefined,
  children: ChildJobs<ChildJob> | undefined,
  stopReason: Error | undefined,
  timedOut: Error | undefined,
): FinalState {
  if (timedOut !== undefined) return { info: JobStateInfo.of('Failed', timedOut), ownFailure: true };
  const ofChildren = children?.states.stateFinished;
  if (own?.outcome === 'Failed') return { info: JobStateInfo.of('Failed', own.failure), ownFailure: true };
  if (ofChildren === 'Failed') return { info: JobStateInfo.of('Failed', children?.reason), ownFailure: false };
  const stopped = own?.outcome === 'Stopped' || ofChildren === 'Stopped';
  return { info: stopped ? JobStateInfo.of('Stopped', stopReason) : JobStateInfo.of('Completed'), ownFailure: false };
}
