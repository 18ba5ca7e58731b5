import { describe, expect, it } from 'vitest';
import { type JobState, jobStates } from '../../../packages/core/src/job/job-state.js';
import { isLegalTransition, statesAfter } from '../../../packages/core/src/job/job-state-transitions.js';

/** Rows and columns in the order of the states' numbers; x marks a legal change. */
const table: Record<JobState, string> = {
  NotStarted: '.x.xx...xx.',
  Running: '..xxxxxxxxx',
  Completed: '...........',
  Failed: '...........',
  Stopped: '...........',
  Blocked: '.xxxx..x.x.',
  Suspended: '.x.xx....x.',
  Disconnected: '.xxxxx.....',
  Suspending: '.xxxx.x..x.',
  Stopping: '..xxx......',
  AtBreakpoint: '.xxxx..x...',
};

const cases = jobStates.flatMap((from) =>
  jobStates.map((to, column) => [from, to, table[from][column] === 'x'] as const),
);

describe('changes of state', () => {
  it.each(cases)('%s to %s: %s', (from, to, legal) => {
    expect(isLegalTransition(from, to)).toBe(legal);
    expect(statesAfter(from).includes(to)).toBe(legal);
  });
});
