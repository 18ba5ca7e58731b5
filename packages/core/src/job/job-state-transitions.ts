import type { JobState } from './job-state.js';

/** Which state may follow which. A final state is never left. */
const followers: Readonly<Record<JobState, readonly JobState[]>> = {
  NotStarted: ['Running', 'Failed', 'Stopped', 'Suspending', 'Stopping'],
  Running: [
    'Completed',
    'Failed',
    'Stopped',
    'Blocked',
    'Suspended',
    'Disconnected',
    'Suspending',
    'Stopping',
    'AtBreakpoint',
  ],
  Blocked: ['Running', 'Completed', 'Failed', 'Stopped', 'Disconnected', 'Stopping'],
  AtBreakpoint: ['Running', 'Completed', 'Failed', 'Stopped', 'Disconnected'],
  Suspending: ['Running', 'Completed', 'Failed', 'Stopped', 'Suspended', 'Stopping'],
  Suspended: ['Running', 'Failed', 'Stopped', 'Stopping'],
  Disconnected: ['Running', 'Completed', 'Failed', 'Stopped', 'Blocked'],
  Stopping: ['Completed', 'Failed', 'Stopped'],
  Completed: [],
  Failed: [],
  Stopped: [],
};

/** Whether a job may go from one state to the other. */
export function isLegalTransition(from: JobState, to: JobState): boolean {
  if (from === 'Running') return to !== 'NotStarted' && to !== 'Running'; // nearly all that are asked for
  return followers[from].includes(to);
}

/** The states that may follow, for messages. */
export function statesAfter(state: JobState): readonly JobState[] {
  return followers[state];
}
