import { Job, JobIdCounter, type JobState } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { ContainerParentJob } from '../../../packages/jobs/src/source/container-parent-job.js';
import { Gate, ManualJob, StateLog } from '../../core/job/manual-job.js';
import { errorIds, JobSession } from '../job-session.js';
import { SourceTestJob } from './source-job.js';

function container(...names: readonly string[]) {
  const ids = new JobIdCounter();
  const job = new ContainerParentJob({
    ids,
    name: 'container',
    command: 'container command',
    psJobTypeName: 'GoldenContainer',
  });
  const children = names.map((name) => new SourceTestJob({ ids, name, command: 'child command' }));
  for (const child of children) job.addChildJob(child);
  return { job, children };
}

const only = ([child]: readonly SourceTestJob[]): SourceTestJob => {
  if (child === undefined) throw new Error('no child was made');
  return child;
};

describe('a container of jobs', () => {
  it('without children has not begun, and cannot be asked for anything but to end', async () => {
    const { job } = container();
    expect([job.state, job.location, job.statusMessage, job.hasMoreData, job.childJobs]).toEqual([
      'NotStarted',
      '',
      '',
      true,
      [],
    ]);
    for (const ask of [() => job.startJob(), () => job.suspend(), () => job.resume(), () => job.unblockJob()]) {
      await expect(ask()).rejects.toMatchObject({
        errorId: 'InvalidOperation',
        message: expect.stringContaining('ChildJobs') as string,
      });
    }
    await job.stop();
    expect(job.state).toBe('Stopped');
  });

  it('joins the locations and messages of its children', () => {
    const { job, children } = container('a', 'b', 'c');
    expect([job.location, job.statusMessage]).toEqual(['source,source,source', 'msg2,msg3,msg4']);
    expect(children.map(({ parent }) => parent)).toEqual([job, job, job]);
  });

  it.each<[JobState[], JobState[], JobState]>([
    [['Running'], ['Running'], 'Running'],
    [['Running', 'Completed'], ['Running', 'Completed'], 'Completed'],
    [['Running', 'Completed'], ['Running', 'Failed'], 'Failed'],
    [['Running', 'Failed'], ['Running', 'Stopped'], 'Failed'],
    [['Running', 'Completed'], ['Running', 'Stopped'], 'Stopped'],
    [['Running'], ['Running', 'Failed'], 'Running'],
    [['Running', 'Suspended'], ['Running', 'Suspended'], 'Suspended'],
    [['Running', 'Suspended'], ['Running', 'Completed'], 'Suspended'],
    [['Running', 'Suspended'], ['Running'], 'Running'],
    [['Running', 'Suspending'], ['Running', 'Completed'], 'Suspending'],
    [['Running', 'Suspending'], ['Running', 'Suspended'], 'Suspending'],
    [['Running'], ['Running', 'Blocked'], 'Blocked'],
    [['Running', 'Blocked'], ['Running', 'Blocked'], 'Blocked'],
    [['Running', 'Blocked', 'Completed'], ['Running', 'Completed'], 'Completed'],
  ])('with children that went %j and %j is %s', (first, second, expected) => {
    const { job, children } = container('a', 'b');
    children[0]?.set(...first);
    children[1]?.set(...second);
    expect(job.state).toBe(expected);
  });

  it('changes as its children do', () => {
    const { job, children } = container('a', 'b');
    const log = new StateLog(job);
    const [a, b] = children;
    a?.set('Running');
    b?.set('Running');
    a?.set('Suspended');
    b?.set('Suspended');
    a?.set('Running', 'Completed');
    b?.set('Running', 'Completed');
    expect(log.lines).toEqual([
      'container: NotStarted -> Running',
      'container: Running -> Suspended',
      'container: Suspended -> Running',
      'container: Running -> Suspended',
      'container: Suspended -> Running',
      'container: Running -> Completed',
    ]);
  });

  it('takes the state of a child that has begun already', () => {
    const { job } = container();
    job.addChildJob(new SourceTestJob({ ids: new JobIdCounter() }).set('Running'));
    expect(job.state).toBe('Running');
  });

  it.each([[['a']], [['a', 'b']]])('passes what it is asked on to %j', async (names) => {
    const { job, children } = container(...names);
    const states: JobState[] = [];
    for (const ask of [() => job.startJob(), () => job.suspend(), () => job.resume(), () => job.stop()]) {
      await ask();
      states.push(job.state);
    }
    expect(states).toEqual(['Running', 'Suspended', 'Running', 'Stopped']);
    for (const { calls } of children) expect(calls).toEqual(['Start', 'Suspend', 'Resume', 'Stop']);
    expect(job.takeOperationErrors()).toEqual([]);
  });

  it('passes on how it is to be suspended, and that it may go on', async () => {
    const { job, children } = container('a');
    const child = only(children).set('Running');
    await job.suspend({ force: true });
    child.set('Running', 'Blocked');
    await job.unblockJob();
    expect([child.calls, job.state]).toEqual([['SuspendForce', 'Unblock'], 'Running']);
  });

  it.each([
    ['Start', (job: ContainerParentJob) => job.startJob()],
    ['Suspend', (job: ContainerParentJob) => job.suspend()],
    ['Resume', (job: ContainerParentJob) => job.resume()],
    ['Unblock', (job: ContainerParentJob) => job.unblockJob()],
    ['Stop', (job: ContainerParentJob) => job.stop()],
  ] as const)('tells which children refused to %s', async (operation, ask) => {
    for (const names of [['a'], ['a', 'b']]) {
      const { job, children } = container(...names);
      only(children).refuses = true;
      if (operation !== 'Start') for (const child of children) child.set('Running');
      if (operation === 'Resume') for (const child of children) child.set('Suspended');
      if (operation === 'Unblock') for (const child of children) child.set('Blocked');
      await ask(job);
      expect(job.takeOperationErrors()).toMatchObject([
        {
          fullyQualifiedErrorId: `ContainerParentJob${operation}${names.length > 1 ? 'Async' : ''}Error`,
          categoryInfo: { category: 'InvalidResult' },
          targetObject: children[0],
        },
      ]);
      expect(job.takeOperationErrors()).toEqual([]);
      if (names.length > 1) expect(children[1]?.calls).toEqual([operation]);
    }
  });

  it('tells which children have no such operation', async () => {
    const ids = new JobIdCounter();
    const job = new ContainerParentJob({ ids });
    job.addChildJob(new Job({ ids }));
    await job.startJob();
    await job.suspend();
    await job.unblockJob();
    expect(job.takeOperationErrors().map((record) => record.fullyQualifiedErrorId)).toEqual([
      'ContainerParentJobStartError',
      'ContainerParentJobSuspendError',
      'ContainerParentJobUnblockError',
    ]);
  });

  it('does not ask children that have ended', async () => {
    const { job, children } = container('a', 'b');
    children[0]?.set('Running', 'Completed');
    children[1]?.set('Running');
    await job.stop();
    expect([children[0]?.calls, job.state]).toEqual([[], 'Stopped']);
  });

  it('waits for the end of children that take their time', async () => {
    const ids = new JobIdCounter();
    const job = new ContainerParentJob({ ids });
    const child = new ManualJob({ ids });
    job.addChildJob(child);
    const gate = new Gate();
    child.add(gate);
    const stopped = job.stop();
    gate.resolve();
    await stopped;
    expect([child.state, job.state]).toEqual(['Stopped', 'Stopped']);
  });

  it('is stopped by Stop-Job, which writes what children refused', async () => {
    const jobs = await JobSession.create();
    const { job, children } = container('a', 'b');
    for (const child of children) child.set('Running');
    only(children).refuses = true;
    jobs.session.jobs.add(job);
    const result = await jobs.run('Stop-Job', { job });
    expect(errorIds(result)).toEqual(['ContainerParentJobStopAsyncError,jobs.StopJob']);
    expect([job.state, children[1]?.state]).toEqual(['Running', 'Stopped']);
  });
});
