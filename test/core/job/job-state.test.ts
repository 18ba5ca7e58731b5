import { describe, expect, it } from 'vitest';
import {
  isFinishedState,
  isPersistentState,
  jobStateNumber,
  jobStates,
  jobStateType,
} from '../../../packages/core/src/job/job-state.js';

describe('job states', () => {
  it.each([
    ['NotStarted', 0, false, false],
    ['Running', 1, false, false],
    ['Completed', 2, true, true],
    ['Failed', 3, true, true],
    ['Stopped', 4, true, true],
    ['Blocked', 5, false, false],
    ['Suspended', 6, false, true],
    ['Disconnected', 7, false, true],
    ['Suspending', 8, false, false],
    ['Stopping', 9, false, false],
    ['AtBreakpoint', 10, false, false],
  ] as const)('%s is number %i, finished: %s, persistent: %s', (state, number, finished, persistent) => {
    expect(jobStateNumber(state)).toBe(number);
    expect(isFinishedState(state)).toBe(finished);
    expect(isPersistentState(state)).toBe(persistent);
  });

  it('are offered to parameters by name, in the order of their numbers', () => {
    expect(jobStateType).toMatchObject({ kind: 'enum', name: 'JobState' });
    expect(jobStateType.kind === 'enum' && jobStateType.members.map(({ name }) => name)).toEqual([...jobStates]);
  });
});
