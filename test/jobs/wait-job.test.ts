import type { ProgressRecord } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { Gate } from '../core/job/manual-job.js';
import { settle } from '../core/job/virtual-clock.js';
import { errorIds, JobSession, jobIds } from './job-session.js';

describe('Wait-Job', () => {
  it.each([
    ['id', { id: 1 }],
    ['name', { name: 'Job1' }],
    ['state', { state: 'Completed' }],
  ])('returns at once for a finished job found by %s', async (_key, parameters) => {
    const jobs = await JobSession.create();
    jobs.done();
    expect(jobIds(await jobs.run('Wait-Job', parameters))).toEqual([1]);
  });

  it('writes the very jobs, in the order given, when all have ended', async () => {
    const jobs = await JobSession.create();
    const [a, b] = [jobs.job(), jobs.job()];
    const waiting = jobs.pipe([b, a], 'wjb');
    await settle();
    a.set('Completed');
    await settle();
    b.set('Failed');
    const { output } = await waiting;
    expect(output[0]).toBe(b);
    expect(output[1]).toBe(a);
  });

  it('counts a job once that is given twice', async () => {
    const jobs = await JobSession.create();
    const job = jobs.done();
    expect(jobIds(await jobs.run('Wait-Job', { job: [job, job] }))).toEqual([1]);
  });

  it('waits for a job that has not begun', async () => {
    const jobs = await JobSession.create();
    const parent = jobs.job();
    const gate = new Gate();
    const child = parent.add(gate);
    const waiting = jobs.run('Wait-Job', { job: child });
    await settle();
    gate.resolve();
    expect(jobIds(await waiting)).toEqual([2]);
  });

  it('with a pattern waits for parents and children', async () => {
    const jobs = await JobSession.create();
    jobs.job().add({ run: () => {} });
    expect(jobIds(await jobs.run('Wait-Job', { name: 'Job*' }))).toEqual([1, 2]);
  });

  it('writes the first in the order given that has ended, if any will do', async () => {
    const jobs = await JobSession.create();
    const [a, b, c] = [jobs.job(), jobs.job(), jobs.job()];
    const waiting = jobs.run('Wait-Job', { job: [a, b, c], any: true });
    await settle();
    c.set('Completed');
    b.set('Completed');
    expect(jobIds(await waiting)).toEqual([2]);
  });

  it('without jobs returns at once', async () => {
    const jobs = await JobSession.create();
    const result = await jobs.run('Wait-Job', { state: 'Running' });
    expect([result.output, result.hadErrors]).toEqual([[], false]);
  });

  describe('a time limit', () => {
    it('ends the wait: those that have ended are written, with a warning about the rest', async () => {
      const jobs = await JobSession.create();
      const [a, b] = [jobs.job(), jobs.job()];
      const waiting = jobs.run('Wait-Job', { job: [a, b], timeout: 60 });
      await settle();
      b.set('Completed');
      await jobs.clock.advance(60_000);
      const result = await waiting;
      expect([jobIds(result), result.warnings.map(String)]).toEqual([
        [2],
        [expect.stringContaining('1 of 2 jobs did not end within 60 seconds')],
      ]);
      expect(jobs.clock.pending).toBe(0);
    });

    it('counts what did not end', async () => {
      const jobs = await JobSession.create();
      const { output, warnings } = await jobs.run('Wait-Job', { job: jobs.job(), timeout: 0 });
      expect(output).toEqual([]);
      expect(warnings.map(String)).toEqual(['1 of 1 job did not end within 0 seconds. The output is empty.']);
    });

    it('is not felt if all end in time', async () => {
      const jobs = await JobSession.create();
      const job = jobs.job();
      const waiting = jobs.run('Wait-Job', { job, timeoutSec: 60 });
      await jobs.clock.advance(59_000);
      job.set('Completed');
      const result = await waiting;
      expect([jobIds(result), result.warnings]).toEqual([[1], []]);
      expect(jobs.clock.pending).toBe(0);
    });

    it.each([true, false])('of 0 looks once (any: %s)', async (any) => {
      const jobs = await JobSession.create();
      const [a, b] = [jobs.job(), jobs.done()];
      const result = await jobs.run('Wait-Job', { job: [a, b], timeout: 0, any });
      expect(jobIds(result)).toEqual([2]);
    });

    it.each([-2, 2 ** 31])('of %i is refused', async (timeout) => {
      const jobs = await JobSession.create();
      const job = jobs.done();
      const result = await jobs.run('Wait-Job', { job, timeout });
      expect(errorIds(result)).toEqual([expect.stringMatching(/^(ParameterArgumentValidationError|CannotConvert)/)]);
    });
  });

  describe('-ShowProgress', () => {
    const shown = ({ progress }: { progress: readonly ProgressRecord[] }): string[] =>
      progress.map((record) => {
        const { activityId, parentActivityId, percentComplete, recordType } = record;
        return `${activityId}<${parentActivityId} ${record} ${percentComplete}${recordType === 'Completed' ? ' over' : ''}`;
      });

    it('tells how many have ended, and takes it off the display', async () => {
      const jobs = await JobSession.create();
      const [a, b] = [jobs.job(), jobs.job()];
      const waiting = jobs.run('Wait-Job', { job: [a, b], showProgress: true });
      await settle();
      b.set('Completed');
      await settle();
      a.set('Failed');
      expect(shown(await waiting)).toEqual([
        '0<-1 Waiting for jobs: 0/2 completed 0',
        '0<-1 Waiting for jobs: 1/2 completed 50',
        '0<-1 Waiting for jobs: 1/2 completed 50 over',
      ]);
    });

    it('shows of each activity of each job only the latest, under an id of its own', async () => {
      const jobs = await JobSession.create();
      const [a, b] = [jobs.job(), jobs.job()];
      const waiting = jobs.run('Wait-Job', { job: [a, b], showProgress: true });
      await settle();
      for (const percentComplete of [10, 20, 30]) {
        void a.out.writeProgress({ activity: 'copy', statusDescription: 'now', percentComplete });
      }
      void b.out.writeProgress({ activity: 'move', statusDescription: 'now' });
      void b.out.writeProgress({ activity: 'part', statusDescription: 'now', activityId: 7, parentActivityId: 0 });
      await settle();
      a.set('Completed');
      await settle();
      b.set('Completed');
      expect(shown(await waiting)).toEqual([
        '0<-1 Waiting for jobs: 0/2 completed 0',
        '1<0 copy: now 30',
        '2<0 move: now -1',
        '7<2 part: now -1',
        '0<-1 Waiting for jobs: 1/2 completed 50',
        '1<0 copy: now 30 over',
        '2<0 move: now -1 over',
        '7<2 part: now -1 over',
        '0<-1 Waiting for jobs: 1/2 completed 50 over',
      ]);
    });

    it('shows nothing where there is nothing to wait for, or nobody asked', async () => {
      const jobs = await JobSession.create();
      expect(shown(await jobs.run('Wait-Job', { job: jobs.done(), showProgress: true }))).toEqual([]);
      const job = jobs.job();
      const waiting = jobs.run('Wait-Job', { job });
      await settle();
      job.set('Completed');
      expect(shown(await waiting)).toEqual([]);
    });
  });

  describe('blocked jobs', () => {
    it('end the wait with an error about the blocked one', async () => {
      const jobs = await JobSession.create();
      const [a, b] = [jobs.job(), jobs.job()];
      const waiting = jobs.run('Wait-Job', { job: [a, b] });
      await settle();
      b.set('Blocked');
      const result = await waiting;
      expect([result.state, errorIds(result), result.output]).toEqual([
        'Failed',
        ['BlockedJobsDeadlockWithWaitJob,jobs.WaitJob'],
        [],
      ]);
      expect(result.failure).toMatchObject({ targetObject: b, categoryInfo: { category: 'DeadlockDetected' } });
    });

    it('do not matter while any other will do', async () => {
      const jobs = await JobSession.create();
      const [a, b] = [jobs.job().set('Blocked'), jobs.job()];
      const waiting = jobs.run('Wait-Job', { job: [a, b], any: true });
      await settle();
      b.set('Completed');
      expect(jobIds(await waiting)).toEqual([2]);
    });

    it('end the wait for any if all are', async () => {
      const jobs = await JobSession.create();
      const both = [jobs.job().set('Blocked'), jobs.job().set('Blocked')];
      const result = await jobs.run('Wait-Job', { job: both, any: true });
      expect(errorIds(result)).toEqual(['BlockedJobsDeadlockWithWaitJob,jobs.WaitJob']);
    });
  });

  describe('suspended jobs', () => {
    it.each(['Suspended', 'Disconnected'] as const)('that are %s count as done, with a warning', async (state) => {
      const jobs = await JobSession.create();
      const job = jobs.job().set(state);
      const result = await jobs.run('Wait-Job', { job });
      expect([jobIds(result), result.warnings.map(String)]).toEqual([[1], [expect.stringContaining('-Force')]]);
    });

    it('are waited for with -Force', async () => {
      const jobs = await JobSession.create();
      const job = jobs.job().set('Suspended');
      const waiting = jobs.run('Wait-Job', { job, force: true });
      await settle();
      job.set('Running').set('Completed');
      const result = await waiting;
      expect([jobIds(result), result.warnings]).toEqual([[1], []]);
    });

    it('that go on while others are waited for are not done any more', async () => {
      const jobs = await JobSession.create();
      const [a, b] = [jobs.job().set('Suspended'), jobs.job()];
      const waiting = jobs.run('Wait-Job', { job: [a, b] });
      await settle();
      a.set('Running');
      b.set('Completed');
      await settle();
      a.set('Completed');
      const result = await waiting;
      expect([jobIds(result), result.warnings]).toEqual([[1, 2], []]);
    });
  });

  it('reports keys that nothing matches', async () => {
    const jobs = await JobSession.create();
    expect(errorIds(await jobs.run('Wait-Job', { name: 'nobody' }))).toEqual([
      'JobWithSpecifiedNameNotFound,jobs.WaitJob',
    ]);
    expect(errorIds(await jobs.run('Wait-Job', { id: 99 }))).toEqual(['JobWithSpecifiedSessionNotFound,jobs.WaitJob']);
  });

  it.each([
    [{}, 'MissingMandatoryParameter'],
    [{ job: null }, 'ParameterArgumentValidationError'],
  ])('%j is refused: %s', async (parameters, id) => {
    const jobs = await JobSession.create();
    expect(errorIds(await jobs.run('Wait-Job', parameters))).toEqual([`${id},jobs.WaitJob`]);
  });

  it('that is interrupted writes nothing, and the jobs go on', async () => {
    const jobs = await JobSession.create();
    const job = jobs.job();
    const stop = new AbortController();
    const waiting = jobs.session.pipeline('Wait-Job', { job }).with({ signal: stop.signal }).run();
    await settle();
    stop.abort();
    const result = await waiting;
    expect([result.state, result.output, job.state]).toEqual(['Stopped', [], 'Running']);
  });
});
