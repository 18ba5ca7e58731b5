import type { JobSourceAdapter } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { ManualJob } from '../core/job/manual-job.js';
import { errorIds, JobSession } from './job-session.js';

const NOT_FINISHED = 'JobObjectNotFinishedCannotBeRemoved,jobs.RemoveJob';
const CANNOT = 'CannotRemoveJob,jobs.RemoveJob';

describe('Remove-Job', () => {
  it('removes a finished job without output, and leaves a husk', async () => {
    const jobs = await JobSession.create();
    const job = jobs.done(1);
    const result = await jobs.run('rjb', { job });
    expect([result.output, result.hadErrors, jobs.session.jobs.jobs]).toEqual([[], false, []]);
    expect([job.id, job.state, job.hasMoreData, job.output]).toEqual([1, 'Completed', true, [1]]);
    expect(() => job.set('Failed')).toThrow(expect.objectContaining({ errorId: 'ObjectDisposed' }));
  });

  it('never gives an id again', async () => {
    const jobs = await JobSession.create();
    await jobs.run('Remove-Job', { job: jobs.done() });
    expect(jobs.done().id).toBe(2);
  });

  it.each(['Running', 'Blocked', 'Suspended'] as const)(
    'does not remove a job that is %s without -Force, but the others',
    async (state) => {
      const jobs = await JobSession.create();
      const [a, b] = [jobs.job(), jobs.done()];
      if (state !== 'Running') a.set(state);
      const result = await jobs.run('Remove-Job', { job: [a, b] });
      expect(errorIds(result)).toEqual([NOT_FINISHED]);
      expect(result.errors).toMatchObject([{ targetObject: a, categoryInfo: { category: 'InvalidOperation' } }]);
      expect(jobs.session.jobs.jobs).toEqual([a]);
    },
  );

  it.each([
    ['job', (job: ManualJob) => ({ job })],
    ['state', () => ({ state: 'Running' })],
    ['command', () => ({ command: '*Sleep*' })],
  ])('by %s stops and removes a running job with -Force only', async (_key, parameters) => {
    const jobs = await JobSession.create();
    const job = jobs.job(undefined, 'Start-Sleep 600');
    const key = parameters(job);
    expect(errorIds(await jobs.run('Remove-Job', key))).toEqual([NOT_FINISHED]);
    const result = await jobs.run('Remove-Job', { ...key, f: true });
    expect([errorIds(result), job.state, jobs.session.jobs.jobs]).toEqual([[], 'Stopped', []]);
  });

  it.each([
    ['id', (child: ManualJob) => ({ id: child.id })],
    ['instance id', (child: ManualJob) => ({ instanceId: child.instanceId })],
    ['object', (child: ManualJob) => ({ job: child })],
  ])('by %s refuses a child, and does not stop it either', async (_key, parameters) => {
    const jobs = await JobSession.create();
    const child = jobs.job().add({ run: () => new Promise(() => {}) });
    const result = await jobs.run('Remove-Job', { ...parameters(child as ManualJob), force: true });
    expect([errorIds(result), child.state]).toEqual([[CANNOT], 'Running']);
    expect(result.errors).toMatchObject([{ targetObject: child, categoryInfo: { category: 'InvalidOperation' } }]);
  });

  it.each([['Job2'], ['Job*']])('by the name %s does not reach children', async (name) => {
    const jobs = await JobSession.create();
    jobs.job().add({ run: () => {} });
    const result = await jobs.run('Remove-Job', { name });
    const wildcard = name.includes('*');
    expect(errorIds(result)).toEqual(wildcard ? [] : ['JobWithSpecifiedNameNotFound,jobs.RemoveJob']);
    expect(jobs.session.jobs.jobs).toHaveLength(wildcard ? 0 : 1);
  });

  it('refuses a job that was removed before, in the same call too', async () => {
    const jobs = await JobSession.create();
    const job = jobs.done();
    expect(errorIds(await jobs.run('Remove-Job', { job: [job, job] }))).toEqual([CANNOT]);
    expect(errorIds(await jobs.run('Remove-Job', { job }))).toEqual([CANNOT]);
  });

  it('says what it would do with -WhatIf, once it knows that it may', async () => {
    const jobs = await JobSession.create();
    const job = jobs.job('w', ' Start-Sleep 600 ');
    expect(errorIds(await jobs.run('Remove-Job', { job, whatIf: true }))).toEqual([NOT_FINISHED]);
    const result = await jobs.run('Remove-Job', { job, whatIf: true, force: true });
    expect(result.information.map(String)).toEqual([
      'What if: Performing the operation "Remove" on target "Remote Command:  Start-Sleep 600 , associated with the job that has an ID of "1".".',
    ]);
    expect(jobs.session.jobs.jobs).toEqual([job]);
  });

  it('takes jobs, and the names of objects, from the pipeline', async () => {
    const jobs = await JobSession.create();
    const first = jobs.done();
    jobs.job('n').set('Completed');
    await jobs.pipe([first], 'Remove-Job');
    await jobs.pipe([{ Name: 'n' }], 'Remove-Job');
    await jobs.pipe([], 'Remove-Job');
    expect(jobs.session.jobs.jobs).toEqual([]);
  });

  it('reports keys that nothing matches', async () => {
    const jobs = await JobSession.create();
    expect(errorIds(await jobs.run('Remove-Job', { id: 9 }))).toEqual([
      'JobWithSpecifiedSessionNotFound,jobs.RemoveJob',
    ]);
    expect(errorIds(await jobs.run('Remove-Job', { name: 'nobody*' }))).toEqual([]);
  });

  describe('from another source', () => {
    const setUp = async (removeJob: JobSourceAdapter['removeJob']): Promise<[JobSession, ManualJob]> => {
      const jobs = await JobSession.create();
      const job = new ManualJob({ ids: jobs.ids, name: 'foreign' }).set('Running').set('Completed');
      jobs.manager.register({
        name: 'Scheduler',
        getJobs: () => [job],
        getJobByInstanceId: (instanceId) => (instanceId === job.instanceId ? job : undefined),
        getJobBySessionId: () => job,
        removeJob,
      });
      return [jobs, job];
    };

    it('lets the source forget the job, and disposes of it', async () => {
      const [jobs, job] = await setUp(() => true);
      expect(errorIds(await jobs.run('Remove-Job', { name: 'foreign' }))).toEqual([]);
      expect(() => job.set('Failed')).toThrow(expect.objectContaining({ errorId: 'ObjectDisposed' }));
    });

    it('reports what the source throws', async () => {
      const [jobs, job] = await setUp(() => {
        throw new Error('says no');
      });
      const result = await jobs.run('Remove-Job', { job });
      expect(errorIds(result)).toEqual(['JobSourceAdapterRemoveJobError,jobs.RemoveJob']);
      expect(result.errors).toMatchObject([{ targetObject: 'Scheduler', categoryInfo: { category: 'OpenError' } }]);
    });
  });
});
