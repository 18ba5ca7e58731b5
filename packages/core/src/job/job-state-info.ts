import { type JobState, jobStates } from './job-state.js';
import { jobStateInfoTable } from './job-view.js';

/** A state, and why: the exception of a failed job, or the reason that a stop was given. */
@jobStateInfoTable
export class JobStateInfo {
  constructor(
    readonly state: JobState,
    readonly reason: Error | undefined = undefined,
  ) {}

  /** The one info of a state without reason is shared by all jobs. */
  static of(state: JobState, reason?: Error): JobStateInfo {
    if (reason !== undefined) return new JobStateInfo(state, reason);
    if (state === 'Running') return running; // of the two that every job goes through a look-up would be felt
    return state === 'Completed' ? completed : withoutReason[state];
  }

  /** The state's name. */
  toString(): string {
    return this.state;
  }
}

/**
 * A change of a job's state.
 *
 * `previousJobStateInfo` is undefined for the state that was found when somebody began to look.
 *
 * @typeParam TJob the job it concerns
 */
export interface JobStateEvent<TJob = unknown> {
  readonly job: TJob;
  readonly jobStateInfo: JobStateInfo;
  readonly previousJobStateInfo: JobStateInfo | undefined;
}

const withoutReason = Object.fromEntries(
  jobStates.map((state) => [state, Object.freeze(new JobStateInfo(state))]),
) as Record<JobState, JobStateInfo>;
const { Running: running, Completed: completed } = withoutReason;
