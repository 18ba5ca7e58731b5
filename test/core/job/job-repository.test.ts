import { describe, expect, it } from 'vitest';
import { JobIdCounter } from '../../../packages/core/src/job/job-id-counter.js';
import { JobManager } from '../../../packages/core/src/job/job-manager.js';
import { JobRepository } from '../../../packages/core/src/job/job-repository.js';
import { Gate, ManualJob } from './manual-job.js';

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

describe('looking for one job among many', () => {
  const many = (count: number) => {
    const ids = new JobIdCounter();
    const repository = new JobRepository();
    const jobs = Array.from({ length: count }, () => new ManualJob({ ids }));
    for (const job of jobs) repository.add(job);
    return { repository, jobs };
  };
  const found = (jobs: readonly { id: number }[]): number[] => jobs.map(({ id }) => id);

  it('finds a child whose id is far behind its parent’s', () => {
    const { repository, jobs } = many(200);
    const gate = new Gate();
    const child = jobs[3]?.add(gate);
    expect([child?.id, repository.getJobBySessionId(201, true), repository.getJobBySessionId(201, false)]).toEqual([
      201,
      child,
      undefined,
    ]);
    expect(repository.getJobBySessionId(202, true)).toBeUndefined();
  });

  it('finds jobs of equal ids in the order in which they were added', () => {
    const repository = new JobRepository();
    const [first, second] = [new ManualJob(), new ManualJob()];
    repository.add(first);
    repository.add(second);
    expect(repository.getJobBySessionId(1, false)).toBe(first);
    expect(repository.getJobs({ name: 'job1' })).toEqual([first, second]);
    repository.remove(first);
    expect(repository.getJobBySessionId(1, false)).toBe(second);
  });

  it('knows a job by its present name only', () => {
    const { repository, jobs } = many(3);
    const [first, second] = jobs;
    if (first === undefined || second === undefined) throw new Error('three jobs were made');
    expect(found(repository.getJobs({ name: 'Job1' }))).toEqual([1]);
    first.name = 'Nightly';
    expect(found(repository.getJobs({ name: 'Job1' }))).toEqual([]);
    expect(found(repository.getJobs({ name: 'NIGHTLY' }))).toEqual([1]);
    second.name = 'Job1';
    expect(found(repository.getJobs({ name: 'job1' }))).toEqual([2]);
    second.name = 'Job3';
    expect(found(repository.getJobs({ name: 'job3' })).sort()).toEqual([2, 3]);
    repository.remove(second);
    expect(found(repository.getJobs({ name: 'job3' }))).toEqual([3]);
  });

  it('finds children by name, later ones too, if they are meant', () => {
    const { repository, jobs } = many(1);
    jobs[0]?.add(new Gate({ name: 'unit' }));
    expect(found(repository.getJobs({ name: 'unit' }, true))).toEqual([2]);
    expect(found(repository.getJobs({ name: 'unit' }, false))).toEqual([]);
    jobs[0]?.add(new Gate({ name: 'UNIT' }));
    jobs[0]?.add(new Gate());
    expect(found(repository.getJobs({ name: 'Unit' }, true))).toEqual([2, 3]);
    expect(found(repository.getJobs({ name: 'Job4' }, true))).toEqual([4]);
    expect(found(repository.getJobs({ name: 'Job4' }, false))).toEqual([]);
  });

  it('makes no instance ids only to compare them', () => {
    const { repository, jobs } = many(2);
    const known = jobs[1]?.instanceId ?? '';
    expect(repository.getJob(known.toUpperCase())).toBe(jobs[1]);
    expect(jobs[0]?.hasInstanceId('')).toBe(false);
  });

  it('tells of those that have not ended', () => {
    const { repository, jobs } = many(3);
    jobs[0]?.set('Running').set('Completed');
    jobs[1]?.set('Running');
    expect(repository.unfinished).toEqual([jobs[1], jobs[2]]);
    expect(repository.describeUnfinished()).toEqual([
      'The job Job2 (2) is Running and will be stopped.',
      'The job Job3 (3) is NotStarted and will be stopped.',
    ]);
  });
});
