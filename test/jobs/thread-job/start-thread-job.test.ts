import type { Host, Job, Session } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { ThreadJob } from '../../../packages/jobs/src/thread-job/thread-job.js';
import { errorIds } from '../job-session.js';
import { startSession } from '../start-job/start-session.js';

/** Work that goes on until its job is stopped. */
const endless = ({ signal }: { signal: AbortSignal }) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });

const one = () => 1;

async function start(session: Session, parameters: object): Promise<Job> {
  const [job] = (await session.invoke('Start-ThreadJob', { ...parameters })) as Job[];
  return job as Job;
}

describe('Start-ThreadJob', () => {
  it('gives a job that works itself', async () => {
    const { session } = await startSession();
    const job = await start(session, { scriptBlock: () => 1, name: 'one' });
    await job.finished;
    expect(job).toBeInstanceOf(ThreadJob);
    expect([job.psJobTypeName, job.location, job.childJobs, job.name, job.output]).toEqual([
      'ThreadJob',
      'PowerShell',
      [],
      'one',
      [1],
    ]);
    await session.dispose();
  });

  it('lets as many jobs work as the queue says, and each name is a queue', async () => {
    const { session } = await startSession();
    const a = await start(session, { scriptBlock: endless, throttleLimit: 1 });
    const b = await start(session, { scriptBlock: endless });
    const other = await start(session, { scriptBlock: endless, queueName: 'other' });
    expect([a.state, b.state, other.state]).toEqual(['Running', 'NotStarted', 'Running']);
    const c = await start(session, { scriptBlock: endless, throttleLimit: 2 });
    expect([a.state, b.state, c.state]).toEqual(['Running', 'Running', 'NotStarted']);
    await session.dispose();
  });

  it('frees no place that a stopped job has not had', async () => {
    const { session } = await startSession();
    const a = await start(session, { scriptBlock: endless, throttleLimit: 1 });
    const b = await start(session, { scriptBlock: endless });
    const c = await start(session, { scriptBlock: endless });
    await b.stop();
    expect([a.state, b.state, c.state]).toEqual(['Running', 'Stopped', 'NotStarted']);
    await a.stop();
    expect([a.state, b.state, c.state]).toEqual(['Stopped', 'Stopped', 'Running']);
    await session.dispose();
  });

  it('writes what the initialization script writes, first', async () => {
    const { session } = await startSession();
    const job = await start(session, { scriptBlock: () => [3], initializationScript: () => [1, 2] });
    await job.finished;
    expect(job.output).toEqual([1, 2, 3]);
    const failing = await start(session, {
      scriptBlock: () => 'main',
      initializationScript: async ({ writeObject }: { writeObject(value: unknown): Promise<void> }) => {
        await writeObject('out');
        throw new Error('init hard');
      },
    });
    await failing.finished;
    expect([failing.state, failing.output, failing.jobStateInfo.reason?.message]).toEqual([
      'Failed',
      ['out'],
      'init hard',
    ]);
    await session.dispose();
  });

  it('shows a streaming host what is written beside output, and keeps it', async () => {
    const { session } = await startSession();
    const shown: unknown[] = [];
    const streamingHost: Host = { showWarning: ({ message }) => shown.push(message) };
    const job = await start(session, {
      scriptBlock: async (context: { writeWarning(message: string): Promise<void> }) => context.writeWarning('careful'),
      streamingHost,
    });
    await job.finished;
    expect([shown, job.warning.map(String)]).toEqual([['careful'], ['careful']]);
    await session.dispose();
  });

  it.each([
    [{}, 'AmbiguousParameterSet,@cmdlet/jobs.StartThreadJob'],
    [{ scriptBlock: one, name: '' }, 'ParameterArgumentValidationError,@cmdlet/jobs.StartThreadJob'],
    [{ scriptBlock: one, inputObject: null }, 'ParameterArgumentValidationError,@cmdlet/jobs.StartThreadJob'],
    [{ scriptBlock: one, throttleLimit: 0 }, 'ParameterArgumentValidationError,@cmdlet/jobs.StartThreadJob'],
    [{ filePath: './missing.ts' }, 'PathNotFound,@cmdlet/jobs.StartThreadJob'],
    [{ filePath: './a.txt' }, 'System.ArgumentException,@cmdlet/jobs.StartThreadJob'],
  ])('refuses %o before there is a job', async (parameters, errorId) => {
    const { session } = await startSession();
    expect(errorIds(await session.pipeline('Start-ThreadJob', parameters).run())).toEqual([errorId]);
    expect(session.jobs.jobs).toEqual([]);
    await session.dispose();
  });
});
