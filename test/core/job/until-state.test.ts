import { JobRepository } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { ManualJob } from './manual-job.js';

describe('untilState', () => {
  it('resolves at once in a job that is in one of the states', async () => {
    const job = new ManualJob().set('Running');
    expect(await job.untilState('Blocked', 'Running')).toMatchObject({ state: 'Running' });
  });

  it('resolves when the job comes into it, and only then', async () => {
    const job = new ManualJob();
    let state: string | undefined;
    const waiting = job.untilState('Blocked').then((info) => {
      state = info.state;
    });
    job.set('Running');
    await Promise.resolve();
    expect(state).toBeUndefined();
    job.set('Blocked');
    await waiting;
    expect(state).toBe('Blocked');
  });

  it('rejects once the job has ended in another state', async () => {
    const job = new ManualJob().set('Running');
    const waiting = job.untilState('Blocked', 'Failed');
    job.set('Completed');
    await expect(waiting).rejects.toMatchObject({ errorId: 'InvalidJobState', currentState: 'Completed' });
    await expect(job.untilState('Running')).rejects.toMatchObject({ errorId: 'InvalidJobState' });
    expect(await job.untilState('Completed')).toMatchObject({ state: 'Completed' });
  });
});

describe('A JobRepository', () => {
  it('tells of jobs that are added, until nobody wants to know', () => {
    const repository = new JobRepository();
    const added: string[] = [];
    const forget = repository.onAdded(({ name }) => void added.push(name));
    repository.add(new ManualJob({ name: 'a' }));
    forget();
    repository.add(new ManualJob({ name: 'b' }));
    expect(added).toEqual(['a']);
  });
});
