import type { Job, ParallelJob, PipelineResult } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import type { PSTaskJob } from '../../../packages/jobs/src/parallel/ps-task-job.js';
import { VirtualClock } from '../../core/job/virtual-clock.js';
import { startSession } from '../start-job/start-session.js';

interface Context {
  readonly signal: AbortSignal;
  readonly using: Readonly<Record<string, number>>;
  writeWarning(message: string): Promise<void>;
}

/** Goes on until the job is stopped, for records that are more than 1. */
const endlessBeyondOne = (record: number, { signal }: Context) =>
  record <= 1
    ? record
    : new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
const timesTen = (record: number) => record * 10;
const failsAtTwo = (record: number) => {
  if (record === 2) throw new Error('two');
  return [`a${record}`, `b${record}`];
};

async function forEach(input: readonly unknown[], parameters: object): Promise<PipelineResult<unknown>> {
  const { session } = await startSession();
  try {
    return await session
      .from(input)
      .pipe('ForEach-Object', { ...parameters })
      .run();
  } finally {
    await session.dispose();
  }
}

function errorsOf({ errors }: PipelineResult<unknown>): string[] {
  return errors.map(({ fullyQualifiedErrorId, exception }) => `${fullyQualifiedErrorId}: ${exception.message}`);
}

describe('ForEach-Object -Parallel', () => {
  it('writes what the iterations write', async () => {
    const { output } = await forEach([1, 2, 3, 4], { parallel: timesTen });
    expect(output.toSorted()).toEqual([10, 20, 30, 40]);
  });

  it('hands values over by name', async () => {
    const parallel = (record: number, { using }: Context) => record + (using['offset'] ?? 0);
    expect((await forEach([1], { parallel, using: { offset: 5 } })).output).toEqual([6]);
  });

  it('reports an iteration that throws, and goes on', async () => {
    const result = await forEach([1, 2, 3], { parallel: failsAtTwo, throttleLimit: 1 });
    expect([result.output, errorsOf(result)]).toEqual([['a1', 'b1', 'a3', 'b3'], ['PSTaskException: two']]);
  });

  it('hands other streams on', async () => {
    const parallel = async (record: number, { writeWarning }: Context) => writeWarning(`careful ${record}`);
    expect((await forEach([1], { parallel })).warnings.map(String)).toEqual(['careful 1']);
  });

  it('stops what is not done in time', async () => {
    const clock = new VirtualClock();
    const { session } = await startSession({ clock });
    const pending = session
      .from([1, 2, 3])
      .pipe('ForEach-Object', { parallel: endlessBeyondOne, timeoutSeconds: 2, throttleLimit: 1 })
      .run(({ stream }) => {
        if (stream === 'Output') void clock.advance(2000);
      });
    const result = await pending;
    expect([result.output, errorsOf(result)]).toEqual([[1], ['PSTaskException: The pipeline has been stopped.']]);
    await session.dispose();
  });

  it('reports a record that is a function', async () => {
    const result = await forEach([timesTen, 1], { parallel: timesTen });
    expect(result.output).toEqual([10]);
    expect(result.errors.map(({ errorId }) => errorId)).toEqual(['ParallelPipedInputObjectCannotBeScriptBlock']);
  });

  it.each([
    ['a variable of its place', (record: number) => record + errorsOf.length, 'ScriptBlockCapturesVariable'],
    ['a value that was not given', (_record: number, { using }: Context) => using['v'], undefined],
    [
      'a value that was not given by its name',
      (_record: number, { using }: { using: { v: number } }) => using.v,
      'UsingVariableIsUndefined',
    ],
  ])('refuses a block that uses %s', async (_what, parallel, errorId) => {
    expect((await forEach([1], { parallel })).failure?.errorId).toBe(errorId);
  });
});

describe('ForEach-Object -Parallel -AsJob', () => {
  async function start(input: readonly unknown[], parameters: object) {
    const { session } = await startSession();
    const [job] = await session.from(input).pipe('ForEach-Object', { asJob: true, ...parameters });
    return { session, job: job as PSTaskJob };
  }

  it('gives a job with one child per record, when all have come', async () => {
    const { session, job } = await start([1, 2], { parallel: timesTen });
    const [child] = job.childJobs;
    expect([job.id, job.name, job.psJobTypeName, job.location]).toEqual([1, 'Job1', 'PSTaskJob', 'PowerShell']);
    expect([child?.id, child?.name, child?.psJobTypeName, child?.location]).toEqual([
      2,
      'Job2',
      'PSTaskChildJob',
      'PowerShell',
    ]);
    expect(job.childJobs.map(({ command }) => command)).toEqual([job.command, job.command]);
    expect(await session.invoke('Receive-Job', { job, wait: true })).toEqual([10, 20]);
    expect(job.state).toBe('Completed');
    await session.dispose();
  });

  it('is completed at once without records', async () => {
    const { session, job } = await start([], { parallel: timesTen });
    await job.finished;
    expect([job.state, job.childJobs]).toEqual(['Completed', []]);
    await session.dispose();
  });

  it('fails if one of its children does, and receives child by child', async () => {
    const { session, job } = await start([1, 2, 3], { parallel: failsAtTwo, throttleLimit: 1 });
    await job.finished;
    expect([job.state, job.childJobs.map(({ state }) => state)]).toEqual([
      'Failed',
      ['Completed', 'Failed', 'Completed'],
    ]);
    const { output } = await session.pipeline('Receive-Job', { job }).run();
    expect(output).toEqual(['a1', 'b1', 'a3', 'b3']);
    await session.dispose();
  });

  it.each([
    [{ throttleLimit: 2 }, 2],
    [{ throttleLimit: 2, useNewRunspace: true }, 4],
  ])('with %o makes %d environments', async (parameters, expected) => {
    const { session, job } = await start([1, 2, 3, 4], { parallel: timesTen, ...parameters });
    expect(job.childJobs.map(({ state }: Job) => state)).toEqual(['Running', 'Running', 'NotStarted', 'NotStarted']);
    await job.finished;
    expect((job as ParallelJob).allocatedRunspaceCount).toBe(expected);
    await session.dispose();
  });

  it('stops with all its children, those too that have not begun', async () => {
    const { session, job } = await start([2, 3], { parallel: endlessBeyondOne, throttleLimit: 1 });
    await session.invoke('Stop-Job', { job });
    expect([job.state, ...job.childJobs.map(({ state }) => state)]).toEqual(['Stopped', 'Stopped', 'Stopped']);
    await session.dispose();
  });
});
