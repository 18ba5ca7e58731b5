import { Job, JobIdCounter, type JobInit } from '@cmdlet/core';
import { afterEach, describe, expect, it } from 'vitest';
import type { ManualJob } from '../../core/job/manual-job.js';
import { settle } from '../../core/job/virtual-clock.js';
import { errorIds, JobSession } from '../job-session.js';

/** A job that runs elsewhere. */
class Elsewhere extends Job {
  constructor(
    init: JobInit,
    parent: Job | undefined,
    readonly openInspector: () => Promise<string | undefined>,
  ) {
    super({ ...init, psJobTypeName: '' }, parent);
  }

  /** Is Running from now on. */
  begin(): this {
    this.setJobState('Running');
    return this;
  }

  end(): void {
    this.setJobState('Completed');
  }
}

const URL = 'ws://127.0.0.1:9229/0';

/** A job with a child that runs elsewhere. */
async function elsewhere(
  openInspector: () => Promise<string | undefined>,
): Promise<{ jobs: JobSession; job: ManualJob; child: Elsewhere }> {
  const jobs = await JobSession.create();
  const job = jobs.job('Nightly');
  const child = new Elsewhere({ ids: jobs.ids, clock: jobs.clock }, job, openInspector);
  job.adopt(child);
  child.begin();
  return { jobs, job, child };
}

const opened: unknown[] = [];
const open = (): Promise<string> => {
  opened.push(1);
  return Promise.resolve(URL);
};
afterEach(() => {
  opened.length = 0;
});

describe('Debug-Job', () => {
  it.each([[{ name: 'Nightly' }], [{ name: 'night*' }], [{ id: 1 }]])(
    'with %j starts the inspector of the child that works, and says where to attach',
    async (parameters) => {
      const { jobs } = await elsewhere(open);
      const result = await jobs.run('Debug-Job', parameters);
      expect(result.output).toEqual([{ id: 2, name: 'Job2', url: URL }]);
      expect([errorIds(result), opened]).toEqual([[], [1]]);
    },
  );

  it('takes a job, an instance id, or a job from the pipeline', async () => {
    const { jobs, job } = await elsewhere(open);
    const results = [
      await jobs.run('Debug-Job', { job }),
      await jobs.run('Debug-Job', { instanceId: job.instanceId }),
      await jobs.pipe([job], 'Debug-Job'),
    ];
    expect(results.map(({ output }) => output)).toEqual(Array(3).fill([{ id: 2, name: 'Job2', url: URL }]));
  });

  it('asks before it does so', async () => {
    const { jobs, job } = await elsewhere(open);
    const result = await jobs.run('Debug-Job', { job, whatIf: true });
    expect(result.information.map(String)).toEqual(['What if: Performing the operation "Debug" on target "Nightly".']);
    expect(opened).toEqual([]);
  });

  it('stops waiting for an inspector that does not answer when it is stopped', async () => {
    const { jobs, job } = await elsewhere(() => new Promise(() => undefined));
    const stop = new AbortController();
    const running = jobs.session.pipeline('Debug-Job', { job }).with({ signal: stop.signal }).run();
    await settle();
    stop.abort();
    expect([(await running).state, job.state]).toEqual(['Stopped', 'Running']);
  });

  it('says that -BreakAll needs a debugger that is attached for work without a process of its own', async () => {
    const { jobs, job } = await elsewhere(open);
    const result = await jobs.run('Debug-Job', { job, breakAll: true });
    expect(String(result.warnings[0])).toContain(URL);
  });

  it('says that -BreakAll has not paused a process whose inspector cannot be talked to', async () => {
    const { jobs, job, child } = await elsewhere(() => Promise.resolve('ws://127.0.0.1:1/0'));
    Object.assign(child, { processId: 4711 });
    const result = await jobs.run('Debug-Job', { job, breakAll: true });
    expect(result.output).toMatchObject([{ url: 'ws://127.0.0.1:1/0' }]);
    expect(String(result.warnings[0])).toContain('ECONNREFUSED');
  });

  it.each([
    [{ name: 'nobody' }, 'DebugJobCannotFindJobWithName', 'Cannot find job with name nobody.'],
    [{ id: 99 }, 'DebugJobCannotFindJobWithId', 'Cannot find job with id 99.'],
    [{ id: 2 }, 'DebugJobCannotFindJobWithId', 'Cannot find job with id 2.'],
    [
      { instanceId: '00000000-0000-0000-0000-000000000000' },
      'DebugJobCannotFindJobWithInstanceId',
      'Cannot find job with instance id 00000000-0000-0000-0000-000000000000.',
    ],
  ])('ends with an error for %j, children included', async (parameters, id, message) => {
    const { jobs } = await elsewhere(open);
    const { failure } = await jobs.run('Debug-Job', parameters);
    expect(failure).toMatchObject({
      fullyQualifiedErrorId: `${id},jobs.DebugJob`,
      categoryInfo: { category: 'InvalidOperation' },
    });
    expect(String(failure)).toBe(message);
  });

  it('ends with an error if the name is that of several jobs', async () => {
    const { jobs } = await elsewhere(open);
    jobs.job('Nightly');
    expect(errorIds(await jobs.run('Debug-Job', { name: 'Nightly' }))).toEqual([
      'DebugJobFoundMultipleJobsWithName,jobs.DebugJob',
    ]);
  });

  it('ends with an error if the id is that of several jobs', async () => {
    const { jobs, job } = await elsewhere(open);
    jobs.manager.register({
      name: 'Other',
      getJobs: () => [],
      getJobByInstanceId: () => undefined,
      getJobBySessionId: () => job,
      removeJob: () => false,
    });
    expect(errorIds(await jobs.run('Debug-Job', { id: 1 }))).toEqual(['DebugJobFoundMultipleJobsWithId,jobs.DebugJob']);
  });

  it('ends with an error for a job that has ended', async () => {
    const { jobs, job, child } = await elsewhere(open);
    child.end();
    const result = await jobs.run('Debug-Job', { job });
    expect([errorIds(result), opened]).toEqual([['DebugJobNoDebuggableJobsFound,jobs.DebugJob'], []]);
  });

  it.each(['of an author', 'that runs where nothing can be inspected'])(
    'ends with an error for a job %s',
    async (kind) => {
      const { jobs, job } = await elsewhere(() => Promise.resolve(undefined));
      const subject = kind === 'of an author' ? jobs.job() : job;
      const { failure } = await jobs.run('Debug-Job', { job: subject });
      expect(failure).toMatchObject({ fullyQualifiedErrorId: 'DebugJobNoDebuggableJobsFound,jobs.DebugJob' });
      expect(String(failure)).toBe(
        'The provided job and all child jobs were examined but no jobs were found that could be debugged. ' +
          'In order to debug a job or child job the job must support debugging and also be in a running state.',
      );
    },
  );

  it('attaches to a job that works without a child', async () => {
    const jobs = await JobSession.create();
    const job = new Elsewhere({ ids: new JobIdCounter(), name: 'Alone' }, undefined, open).begin();
    expect((await jobs.run('Debug-Job', { job })).output).toEqual([{ id: 1, name: 'Alone', url: URL }]);
  });

  it('refuses null', async () => {
    const jobs = await JobSession.create();
    expect(errorIds(await jobs.run('Debug-Job', { job: null }))).toEqual([
      'ParameterArgumentValidationErrorNullNotAllowed,jobs.DebugJob',
    ]);
  });
});
