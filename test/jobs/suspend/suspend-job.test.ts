import { type Job, type JobInit, type SuspendableJob, type SuspendOptions } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { ManualJob } from '../../core/job/manual-job.js';
import { settle } from '../../core/job/virtual-clock.js';
import { errorIds, JobSession, jobIds } from '../job-session.js';

/** A job whose class declares that it can pause; a test says when it has. */
class PausableJob extends ManualJob implements SuspendableJob {
  paused: () => void = () => {};
  readonly asked: (SuspendOptions | 'resume')[] = [];
  fails = false;

  constructor(init: Partial<JobInit>) {
    super(init);
    this.set('Running');
  }

  override get canSuspend(): boolean {
    return true;
  }

  override async suspend(options: SuspendOptions = {}): Promise<void> {
    this.asked.push(options);
    if (this.fails) throw new Error('no checkpoint');
    this.set('Suspending');
    await new Promise<void>((resolve) => {
      this.paused = resolve;
    });
    this.set('Suspended');
  }

  override async resume(): Promise<void> {
    this.asked.push('resume');
    await settle();
    this.set('Running');
  }
}

async function withJobs(count: number): Promise<{ jobs: JobSession; pausable: PausableJob[] }> {
  const jobs = await JobSession.create();
  const pausable = Array.from({ length: count }, () => new PausableJob({ ids: jobs.ids, name: 'p' }));
  for (const job of pausable) jobs.session.jobs.add(job);
  return { jobs, pausable };
}

describe('Suspend-Job', () => {
  it('returns when the jobs are asked to pause, and writes them', async () => {
    const { jobs, pausable } = await withJobs(2);
    const result = await jobs.run('sujb', { job: pausable });
    expect(jobIds(result)).toEqual([1, 2]);
    expect(pausable.map(({ state }) => state)).toEqual(['Suspending', 'Suspending']);
    expect([result.hadErrors, result.warnings]).toEqual([false, []]);
  });

  it('with -Wait returns when they have paused', async () => {
    const { jobs, pausable } = await withJobs(2);
    let returned = false;
    const running = jobs.run('Suspend-Job', { name: 'p', wait: true }).then(() => {
      returned = true;
    });
    await settle();
    pausable[0]?.paused();
    await settle();
    expect(returned).toBe(false);
    pausable[1]?.paused();
    await running;
    expect(pausable.map(({ state }) => state)).toEqual(['Suspended', 'Suspended']);
  });

  it.each([
    [{}, false],
    [{ force: true }, true],
    [{ f: true }, true],
  ])('with %j asks with force %s', async (parameters, force) => {
    const { jobs, pausable } = await withJobs(1);
    await jobs.run('Suspend-Job', { id: 1, ...parameters });
    expect(pausable[0]?.asked).toEqual([{ force }]);
  });

  it('refuses a job that cannot pause, and pauses the others; all are written', async () => {
    const { jobs, pausable } = await withJobs(1);
    const plain = jobs.job('p');
    const result = await jobs.run('Suspend-Job', { name: 'p' });
    expect(errorIds(result)).toEqual(['Job2OperationNotSupportedOnJob,jobs.SuspendJob']);
    expect(result.errors).toMatchObject([{ targetObject: plain, categoryInfo: { category: 'InvalidType' } }]);
    expect([jobIds(result), pausable[0]?.state, plain.state]).toEqual([[1, 2], 'Suspending', 'Running']);
  });

  it('warns once of jobs whose state does not allow it', async () => {
    const { jobs, pausable } = await withJobs(2);
    for (const job of pausable) job.set('Completed');
    const result = await jobs.run('Suspend-Job', { job: pausable });
    expect(result.warnings).toHaveLength(1);
    expect(String(result.warnings[0])).toContain('only jobs that are Running can be suspended');
    expect([errorIds(result), jobIds(result)]).toEqual([[], [1, 2]]);
  });

  it('reports a job that fails to pause', async () => {
    const { jobs, pausable } = await withJobs(1);
    for (const job of pausable) job.fails = true;
    const result = await jobs.run('Suspend-Job', { id: 1, wait: true });
    expect(errorIds(result)).toEqual(['ContainerParentJobSuspendAsyncError,jobs.SuspendJob']);
    expect(result.errors).toMatchObject([{ categoryInfo: { category: 'InvalidResult' }, targetObject: pausable[0] }]);
  });

  it('does nothing with -WhatIf', async () => {
    const { jobs, pausable } = await withJobs(1);
    const result = await jobs.run('Suspend-Job', { id: 1, whatIf: true });
    expect(result.information.map(String)).toEqual([
      'What if: Performing the operation "Suspend" on target "Remote Command: , associated with a job that has an ID of "1".".',
    ]);
    expect(pausable[0]?.asked).toEqual([]);
  });

  it('reports keys that nothing matches', async () => {
    const { jobs } = await withJobs(0);
    expect(errorIds(await jobs.run('Suspend-Job', { id: 5 }))).toEqual([
      'JobWithSpecifiedSessionNotFound,jobs.SuspendJob',
    ]);
  });

  it('that is stopped while it waits leaves the jobs as they are', async () => {
    const { jobs, pausable } = await withJobs(1);
    const controller = new AbortController();
    const running = jobs.session.invoke('Suspend-Job', { id: 1, wait: true }, { signal: controller.signal });
    await settle();
    controller.abort();
    await expect(running).rejects.toMatchObject({ name: 'PipelineStoppedException' });
    expect(pausable[0]?.state).toBe('Suspending');
  });
});

describe('Resume-Job', () => {
  it('waits for a single job to run', async () => {
    const { jobs, pausable } = await withJobs(1);
    pausable[0]?.set('Suspended');
    const result = await jobs.run('rujb', { state: 'Suspended' });
    expect([jobIds(result), pausable[0]?.state]).toEqual([[1], 'Running']);
  });

  it('asks several jobs, and waits for them only if asked to', async () => {
    const { jobs, pausable } = await withJobs(2);
    const states = (): string[] => pausable.map(({ state }) => state);
    for (const job of pausable) job.set('Suspended');
    await jobs.run('Resume-Job', { job: pausable, wait: true });
    expect(states()).toEqual(['Running', 'Running']);
  });

  it('warns of jobs that are not paused, and refuses those that cannot be', async () => {
    const { jobs } = await withJobs(1);
    const plain: Job = jobs.job();
    const result = await jobs.run('Resume-Job', { id: [1, 2] });
    expect(String(result.warnings[0])).toContain('only jobs that are Suspended can be resumed');
    expect(errorIds(result)).toEqual(['Job2OperationNotSupportedOnJob,jobs.ResumeJob']);
    expect([jobIds(result), plain.state]).toEqual([[1, 2], 'Running']);
  });

  it('lets Wait-Job wait on, which ended at the pause', async () => {
    const { jobs, pausable } = await withJobs(1);
    pausable[0]?.set('Suspended');
    const result = await jobs.run('Wait-Job', { id: 1 });
    expect([jobIds(result), result.warnings.length]).toEqual([[1], 1]);
  });
});
