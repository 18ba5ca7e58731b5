import { describe, expect, it } from 'vitest';
import { Gate } from '../core/job/manual-job.js';
import { settle } from '../core/job/virtual-clock.js';
import { errorIds, JobSession, jobIds } from './job-session.js';

describe('ten thousand jobs', () => {
  it('are found by id, name and state, received, awaited and removed', async () => {
    const jobs = await JobSession.create();
    const all = Array.from({ length: 10_000 }, (_, number) => jobs.done(number));
    expect(jobIds(await jobs.run('Get-Job', { id: [9_999, 3] }))).toEqual([3, 9_999]);
    expect(jobIds(await jobs.run('Get-Job', { name: 'JOB7777' }))).toEqual([7_777]);
    expect(jobIds(await jobs.run('Get-Job', { name: 'Job999?' }))).toHaveLength(10);
    expect((await jobs.run('Get-Job', { state: 'Completed' })).output).toHaveLength(10_000);
    expect((await jobs.run('Get-Job', { state: 'Running' })).output).toEqual([]);
    expect((await jobs.run('Wait-Job', { job: all })).output).toHaveLength(10_000);
    const { output } = await jobs.run('Receive-Job', { job: all });
    expect(output).toEqual(all.map((_job, number) => number));
    await jobs.run('Remove-Job', { state: 'Completed' });
    expect(jobs.session.jobs.jobs).toEqual([]);
  }, 60_000);
});

describe('a million records that nobody has read', () => {
  it('are read once, in order, and then gone', async () => {
    const jobs = await JobSession.create();
    const job = jobs.job<number>();
    for (let number = 0; number < 1_000_000; number++) void job.out.writeObject(number);
    job.set('Completed');
    expect([job.log.unreadCount, job.hasMoreData]).toEqual([1_000_000, true]);
    let expected = 0;
    for await (const number of jobs.session.pipeline('Receive-Job', { job })) {
      if (number !== expected++) throw new Error(`${String(number)} came in the place of ${expected - 1}`);
    }
    expect([expected, job.log.unreadCount, job.hasMoreData]).toEqual([1_000_000, 0, false]);
  }, 60_000);
});

describe('a job that several wait for', () => {
  it('lets all of them go, the one too to whom it was given twice', async () => {
    const jobs = await JobSession.create();
    const job = jobs.job();
    const waiting = [
      jobs.run('Wait-Job', { job: [job, job] }),
      jobs.pipe([job, job], 'Wait-Job'),
      jobs.run('Wait-Job', { id: [1, 1] }),
    ];
    await settle();
    job.set('Completed');
    expect((await Promise.all(waiting)).map(jobIds)).toEqual([[1], [1], [1]]);
  });
});

describe('a job that is removed while it runs', () => {
  it('ends the waiting and the receiving of others, who get what was written', async () => {
    const jobs = await JobSession.create();
    const job = jobs.job();
    const gate = new Gate();
    const child = job.add(gate);
    const waiting = jobs.run('Wait-Job', { job });
    const receiving = jobs.run('Receive-Job', { job, wait: true });
    await settle();
    void gate.out.writeObject('before');
    await settle();
    const removing = jobs.run('Remove-Job', { job, force: true });
    await settle();
    void gate.out.writeObject('while it stops');
    gate.resolve();
    expect((await removing).hadErrors).toBe(false);
    expect(jobIds(await waiting)).toEqual([1]);
    expect((await receiving).output).toEqual(['before', 'while it stops']);
    expect([job.state, child.state, jobs.session.jobs.jobs]).toEqual(['Stopped', 'Stopped', []]);
    expect(errorIds(await jobs.run('Get-Job', { id: 1 }))).toEqual(['JobWithSpecifiedSessionNotFound,jobs.GetJob']);
  });

  it('needs -Force, and is not harmed without', async () => {
    const jobs = await JobSession.create();
    const job = jobs.job();
    expect(errorIds(await jobs.run('Remove-Job', { job }))).toEqual([
      'JobObjectNotFinishedCannotBeRemoved,jobs.RemoveJob',
    ]);
    expect(job.state).toBe('Running');
  });

  it('by two at the same time is gone once; the other is told', async () => {
    const jobs = await JobSession.create();
    const job = jobs.job();
    const gate = new Gate();
    job.add(gate);
    const removing = [1, 2].map(() => jobs.run('Remove-Job', { job, force: true }));
    await settle();
    gate.resolve();
    const ids = (await Promise.all(removing)).flatMap(errorIds);
    expect([ids, jobs.session.jobs.jobs]).toEqual([['CannotRemoveJob,jobs.RemoveJob'], []]);
  });

  it('is not found by a command that looks for it meanwhile', async () => {
    const jobs = await JobSession.create();
    const [gone, stays] = [jobs.job(), jobs.job()];
    const removing = jobs.session.pipeline('Get-Job').pipe('Remove-Job', { force: true }).run();
    await removing;
    expect([gone.state, stays.state, jobs.session.jobs.jobs]).toEqual(['Stopped', 'Stopped', []]);
  });
});
