import type { ParameterType } from '../declare/types/parameter-type.js';

/** All states of a job, in PowerShell's numeric order: `NotStarted` is 0. */
export const jobStates = [
  'NotStarted',
  'Running',
  'Completed',
  'Failed',
  'Stopped',
  'Blocked',
  'Suspended',
  'Disconnected',
  'Suspending',
  'Stopping',
  'AtBreakpoint',
] as const;

/**
 * What a job is doing.
 *
 * `Completed`, `Failed` and `Stopped` are final. `Blocked` waits for an answer of the user, `Suspended` and
 * `Disconnected` wait for somebody to take the job up again.
 */
export type JobState = (typeof jobStates)[number];

/** Type of a parameter that takes a job state, by its name in any case, by the beginning of one, or by its number. */
export const jobStateType: ParameterType<JobState> = {
  kind: 'enum',
  name: 'JobState',
  members: jobStates.map((name, number) => ({ name, value: name, number })),
  flags: false,
};

/** PowerShell's number of a state. */
export function jobStateNumber(state: JobState): number {
  return jobStates.indexOf(state);
}

/** Whether a job in this state has ended and never changes again. */
export function isFinishedState(state: JobState): boolean {
  return state === 'Completed' || state === 'Failed' || state === 'Stopped';
}

/** Whether whoever waits for a job may stop waiting: it has ended, or goes on only when somebody takes it up again. */
export function isPersistentState(state: JobState): boolean {
  return isFinishedState(state) || state === 'Suspended' || state === 'Disconnected';
}
