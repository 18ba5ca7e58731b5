import { describe, expect, it } from 'vitest';
import { JobIdCounter } from '../../../packages/core/src/job/job-id-counter.js';
import { JobManager } from '../../../packages/core/src/job/job-manager.js';
import { JobRepository } from '../../../packages/core/src/job/job-repository.js';
import { ManualJob } from './manual-job.js';

const instanceId = '11111111-2222-3333-4444-55555555abcd';

describe('the repository of a session', () => {
  it('keeps jobs in the order in which they were added', () => {
    const repository = new JobRepository();
    const jobs = [new ManualJob(), new ManualJob(), new ManualJob()];
    for (const job of jobs.toReversed()) repository.add(job);
    expect(repository.jobs).toEqual(jobs.toReversed());
  });

  it('gives a copy, so that it can be gone through while it changes', () => {
    const repository = new JobRepository();
    repository.add(new ManualJob());
    const before = repository.jobs;
    repository.add(new ManualJob());
    expect([before.length, repository.jobs.length]).toEqual([1, 2]);
  });

  it('refuses a job that it holds, and a second one of the same instance id', () => {
    const repository = new JobRepository();
    const job = new ManualJob({ instanceId });
    repository.add(job);
    const refused: unknown = expect.objectContaining({ errorId: 'Argument', category: 'InvalidArgument' });
    expect(() => repository.add(job)).toThrow(refused);
    expect(() => repository.add(new ManualJob({ instanceId: instanceId.toUpperCase() }))).toThrow(refused);
  });

  it('refuses to remove what it does not hold', () => {
    const repository = new JobRepository();
    const job = new ManualJob();
    repository.add(job);
    repository.remove(job);
    expect(repository.has(job)).toBe(false);
    expect(() => repository.remove(job)).toThrow(
      expect.objectContaining({ errorId: 'ItemNotFoundInRepository', category: 'InvalidArgument', target: job }),
    );
  });

  it('finds a job by its instance id in any case', () => {
    const repository = new JobRepository();
    const job = new ManualJob({ instanceId });
    repository.add(job);
    expect(repository.getJob(instanceId.toUpperCase())).toBe(job);
    expect(repository.getJob('00000000-0000-0000-0000-000000000000')).toBeUndefined();
  });
});

describe('looking for jobs in the repository', () => {
  const repository = new JobRepository();
  const ids = new JobIdCounter();
  const nightly = new ManualJob({ ids, name: 'Nightly', command: ' 1 + 1 ' });
  repository.add(nightly);
  nightly.add({ name: 'unit-a', run: () => {} });
  const other = new ManualJob({ ids, command: '2 + 2' }).set('Running').set('Failed');
  repository.add(other);

  it.each([
    [{}, false, [1, 3]],
    [{}, true, [1, 2, 3]],
    [{ name: 'NIGHTLY' }, false, [1]],
    [{ name: '*' }, true, [1, 2, 3]],
    [{ name: 'unit-?' }, true, [2]],
    [{ name: 'unit-?' }, false, []],
    [{ command: '1 + 1' }, false, [1]],
    [{ command: ' 1 + 1 ' }, false, [1]],
    [{ command: '* + *' }, false, [1, 3]],
    [{ command: '3 + 3' }, false, []],
    [{ state: 'Failed' as const }, false, [3]],
    [{ state: 'Failed' as const, name: 'Nightly' }, false, []],
    [{ filter: new Map([['Name', 'Nightly']]) }, true, []],
  ])('%j with children: %s finds %j', (query, recurse, expected) => {
    expect(repository.getJobs(query, recurse).map(({ id }) => id)).toEqual(expected);
  });

  it('by id reaches children, if asked', () => {
    expect(repository.getJobBySessionId(2, true)?.name).toBe('unit-a');
    expect(repository.getJobBySessionId(2, false)).toBeUndefined();
    const child = nightly.childJobs[0];
    expect(repository.getJobByInstanceId(child?.instanceId ?? '', true)).toBe(child);
  });
});

describe('the sources of a session', () => {
  it('are asked in the order of their registration, until they are taken away', () => {
    const manager = new JobManager();
    const source = (name: string) => ({
      name,
      getJobs: () => [],
      getJobByInstanceId: () => undefined,
      getJobBySessionId: () => undefined,
      removeJob: () => false,
    });
    const remove = manager.register(source('a'));
    manager.register(source('b'));
    expect(manager.adapters.map(({ name }) => name)).toEqual(['a', 'b']);
    remove();
    expect(manager.adapters.map(({ name }) => name)).toEqual(['b']);
  });
});
