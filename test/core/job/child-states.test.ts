import { describe, expect, it } from 'vitest';
import { ChildStates } from '../../../packages/core/src/job/child-states.js';
import { isFinishedState, type JobState } from '../../../packages/core/src/job/job-state.js';

function withChildren(...states: readonly JobState[]): ChildStates {
  const children = new ChildStates();
  for (const state of states) {
    children.add();
    children.change('NotStarted', state);
  }
  return children;
}

describe('the state of a parent by its children', () => {
  it.each<[JobState, readonly JobState[]]>([
    ['Running', ['Running', 'Running']],
    ['Completed', ['Completed', 'Completed']],
    ['Failed', ['Completed', 'Failed']],
    ['Failed', ['Failed', 'Stopped']],
    ['Stopped', ['Completed', 'Stopped']],
    ['Running', ['Running', 'Failed']],
    ['Suspended', ['Suspended', 'Suspended']],
    ['Suspended', ['Suspended', 'Completed']],
    ['Running', ['Suspended', 'Running']],
    ['Suspending', ['Suspending', 'Completed']],
    ['Suspending', ['Suspending', 'Suspended']],
    ['Blocked', ['Running', 'Blocked']],
    ['Blocked', ['Blocked', 'Blocked']],
    ['Blocked', ['Blocked', 'Completed']],
    ['Blocked', ['Blocked', 'AtBreakpoint', 'Suspended']],
    ['AtBreakpoint', ['AtBreakpoint', 'Running']],
    ['Disconnected', ['Disconnected', 'Disconnected']],
    ['Running', ['NotStarted', 'Completed']],
    ['Suspended', ['NotStarted', 'Suspended']],
    ['Running', ['Stopping', 'Suspended']],
  ])('is %s for %j', (expected, states) => {
    const children = withChildren(...states);
    const all = states.every(isFinishedState);
    expect(all ? children.stateFinished : children.stateUnfinished).toBe(expected);
    expect(children.finished === children.total).toBe(all);
  });

  it('no longer is Blocked once the blocked child has ended', () => {
    const children = withChildren('Blocked', 'Running');
    children.change('Blocked', 'Completed');
    expect(children.stateUnfinished).toBe('Running');
    children.change('Running', 'Completed');
    expect(children.finished).toBe(2);
    expect(children.stateFinished).toBe('Completed');
  });
});
