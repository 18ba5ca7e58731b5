import { JobIdCounter } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { type JobSelection, selectJobs } from '../../packages/jobs/src/select-jobs.js';
import { ManualJob } from '../core/job/manual-job.js';
import { VirtualClock } from '../core/job/virtual-clock.js';

const everything: JobSelection = {
  includeChildJob: false,
  childJobState: undefined,
  hasMoreData: undefined,
  before: undefined,
  after: undefined,
  newest: undefined,
};

describe('the selection of jobs', () => {
  it('is in order of ids, whatever the order in which they were found', () => {
    const ids = new JobIdCounter();
    const jobs = [1, 2, 3].map(() => new ManualJob({ ids }));
    expect(selectJobs(jobs.toReversed(), everything).map(({ id }) => id)).toEqual([1, 2, 3]);
  });

  it('has a child once that was found beside its parent', () => {
    const ids = new JobIdCounter();
    const parent = new ManualJob({ ids });
    const child = parent.add({ run: () => {} });
    const selected = selectJobs([parent, child], { ...everything, includeChildJob: true });
    expect(selected.map(({ id }) => id)).toEqual([1, 2]);
  });

  it('compares times strictly', () => {
    const clock = new VirtualClock();
    const job = new ManualJob({ clock }).set('Running').set('Completed');
    const end = job.psEndTime;
    expect(selectJobs([job], { ...everything, before: end })).toEqual([]);
    expect(selectJobs([job], { ...everything, after: end })).toEqual([]);
    const later = new Date(clock.now() + 1);
    expect(selectJobs([job], { ...everything, before: later })).toEqual([job]);
  });
});
