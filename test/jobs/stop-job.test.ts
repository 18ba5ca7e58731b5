import { describe, expect, it, vi } from 'vitest';
import { Gate } from '../core/job/manual-job.js';
import { settle } from '../core/job/virtual-clock.js';
import { errorIds, JobSession, jobIds } from './job-session.js';

describe('Stop-Job', () => {
  it('stops a job and returns when it has ended; what it wrote stays', async () => {
    const jobs = await JobSession.create();
    const job = jobs.job();
    const gate = new Gate();
    job.add(gate);
    gate.out.writeObject('x');
    let returned = false;
    const stopping = jobs.run('spjb', { job }).then((result) => {
      returned = true;
      return result;
    });
    await settle();
    expect([job.state, returned]).toEqual(['Stopping', false]);
    gate.resolve();
    const result = await stopping;
    expect([result.output, result.hadErrors, job.state, job.output]).toEqual([[], false, 'Stopped', ['x']]);
  });

  it('stops several jobs at the same time', async () => {
    const jobs = await JobSession.create();
    const gates = [new Gate(), new Gate()];
    const both = gates.map((gate) => {
      const job = jobs.job();
      job.add(gate);
      return job;
    });
    const stopping = jobs.run('Stop-Job', { job: both });
    await settle();
    expect(both.map(({ state }) => state)).toEqual(['Stopping', 'Stopping']);
    for (const gate of gates) gate.resolve();
    await stopping;
  });

  it('of work that does not listen takes no longer than the grace period', async () => {
    const jobs = await JobSession.create();
    const job = jobs.job();
    job.add(new Gate());
    const stopping = jobs.run('Stop-Job', { job });
    await settle();
    await jobs.clock.advance(5000);
    await stopping;
    expect(job.state).toBe('Stopped');
  });

  it('writes all the jobs if asked, those too that had ended, as often as they were given', async () => {
    const jobs = await JobSession.create();
    const [running, done] = [jobs.job(), jobs.done()];
    const result = await jobs.run('Stop-Job', { job: [running, done, running], passThru: true });
    expect(jobIds(result)).toEqual([1, 2, 1]);
    expect([running.state, done.state]).toEqual(['Stopped', 'Completed']);
  });

  it.each(['Completed', 'Failed', 'Stopped'] as const)('passes over a job that is %s', async (state) => {
    const jobs = await JobSession.create();
    const job = jobs.job().set(state);
    const result = await jobs.run('Stop-Job', { job });
    expect([job.state, result.hadErrors]).toEqual([state, false]);
  });

  it.each(['Blocked', 'Suspended', 'Disconnected'] as const)('stops a job that is %s', async (state) => {
    const jobs = await JobSession.create();
    const job = jobs.job().set(state);
    await jobs.run('Stop-Job', { state });
    expect(job.state).toBe('Stopped');
  });

  it('of the only child ends the parent as Stopped too', async () => {
    const jobs = await JobSession.create();
    const job = jobs.job();
    job.add({ run: (sink) => new Promise((resolve) => void sink.onStop(resolve)) });
    await jobs.run('Stop-Job', { id: 2 });
    expect([job.state, job.childJobs[0]?.state]).toEqual(['Stopped', 'Stopped']);
  });

  it('says what it would do, and does nothing, with -WhatIf', async () => {
    const jobs = await JobSession.create();
    const job = jobs.job('w', ' Start-Sleep 600 ');
    const result = await jobs.run('Stop-Job', { job, whatIf: true });
    expect(job.state).toBe('Running');
    expect(result.information.map(String)).toEqual([
      'What if: Performing the operation "Stop" on target "Remote Command:  Start-Sleep 600 , associated with a job that has an ID of "1".".',
    ]);
  });

  it('reports keys that nothing matches', async () => {
    const jobs = await JobSession.create();
    expect(errorIds(await jobs.run('Stop-Job', { id: [5, 6] }))).toEqual(
      Array(2).fill('JobWithSpecifiedSessionNotFound,jobs.StopJob'),
    );
    expect(errorIds(await jobs.run('Stop-Job', { name: 'n' }))).toEqual(['JobWithSpecifiedNameNotFound,jobs.StopJob']);
    expect(errorIds(await jobs.run('Stop-Job', { name: 'n*' }))).toEqual([]);
  });

  it('reports a job that cannot be stopped, and stops the others', async () => {
    const jobs = await JobSession.create();
    const [bad, good] = [jobs.job(), jobs.job()];
    bad.stop = () => Promise.reject(new Error('no'));
    const result = await jobs.run('Stop-Job', { job: [bad, good] });
    expect(errorIds(result)).toEqual(['StopJobError,jobs.StopJob']);
    expect(result.errors).toMatchObject([{ targetObject: bad, categoryInfo: { category: 'ReadError' } }]);
    expect(good.state).toBe('Stopped');
  });

  it('has no parameter Command', async () => {
    const jobs = await JobSession.create();
    const result = await jobs.run('Stop-Job', { id: 1, command: 'x' });
    expect(errorIds(result)).toEqual(['NamedParameterNotFound,jobs.StopJob']);
  });

  it('with -Force ends the work at once', async () => {
    const jobs = await JobSession.create();
    const job = jobs.job();
    const kill = vi.fn();
    job.add(Object.assign(new Gate(), { terminate: () => {}, kill }));
    await jobs.run('Stop-Job', { job, force: true });
    expect([job.state, job.stopMethod, kill.mock.calls.length]).toEqual(['Stopped', 'Killed', 1]);
  });

  it('with -Force ends the waiting for a job that is being stopped', async () => {
    const jobs = await JobSession.create();
    const job = jobs.job();
    job.add(Object.assign(new Gate(), { kill: () => {} }));
    const first = jobs.run('Stop-Job', { job });
    await settle();
    expect(job.state).toBe('Stopping');
    await jobs.run('Stop-Job', { job, force: true });
    await first;
    expect([job.state, job.stopMethod]).toEqual(['Stopped', 'Killed']);
  });

  it('with -TimeoutSeconds gives the work that much time', async () => {
    const jobs = await JobSession.create();
    const job = jobs.job();
    job.add(new Gate());
    const stopping = jobs.run('Stop-Job', { job, timeoutSeconds: 60 });
    await settle();
    await jobs.clock.advance(59_999);
    expect(job.state).toBe('Stopping');
    await jobs.clock.advance(1);
    await stopping;
    expect([job.state, job.stopMethod]).toEqual(['Stopped', 'GivenUp']);
  });

  it.each([-1, 2 ** 31])('refuses a -TimeoutSeconds of %i', async (timeoutSeconds) => {
    const jobs = await JobSession.create();
    const job = jobs.job();
    const result = await jobs.run('Stop-Job', { job, timeoutSeconds });
    expect(errorIds(result)).toEqual([expect.stringMatching(/^(ParameterArgumentValidationError|CannotConvert)/)]);
    expect(job.state).toBe('Running');
  });
});
