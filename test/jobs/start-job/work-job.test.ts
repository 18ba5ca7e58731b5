import type { Job } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { JobStarter } from '../../../packages/jobs/src/start-job/job-starter.js';
import { startJob } from '../../../packages/jobs/src/start-job/start-job-function.js';
import { VirtualClock } from '../../core/job/virtual-clock.js';
import { startSession } from './start-session.js';

interface Context {
  readonly signal: AbortSignal;
  writeObject(value: unknown): Promise<void>;
  exit(code?: number): never;
}

const exits = async ({ writeObject, exit }: Context) => {
  await writeObject('before');
  exit(3);
};
const endless = ({ signal }: Context) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });

describe('a job that Start-Job has started', () => {
  it.each([
    [{}, 'Completed', undefined],
    [{ failOnExitCode: true }, 'Failed', 'The job Job2 (2) ended with exit code 3.'],
  ])('with %o ends with the exit code of its script', async (options, state, message) => {
    const { session } = await startSession(options);
    const [job] = (await session.invoke('Start-Job', { scriptBlock: exits })) as Job[];
    const ended = await job?.finished;
    expect([ended?.state, ended?.reason?.message, job?.exitCode, job?.output]).toEqual([state, message, 3, ['before']]);
    await session.dispose();
  });

  it('is Failed when its time is over, which begins with its turn', async () => {
    const clock = new VirtualClock();
    const { session } = await startSession({ processLimit: 1, clock });
    const [first] = (await session.invoke('Start-Job', { scriptBlock: endless })) as Job[];
    const [job] = (await session.invoke('Start-Job', { scriptBlock: endless, timeoutSeconds: 5 })) as Job[];
    await clock.advance(60_000);
    expect([job?.state, job?.childJobs[0]?.state]).toEqual(['Running', 'NotStarted']);
    await first?.stop();
    expect(job?.childJobs[0]?.state).toBe('Running');
    await clock.advance(5000);
    const ended = await job?.finished;
    expect([ended?.state, (ended?.reason as { errorId?: string } | undefined)?.errorId]).toEqual([
      'Failed',
      'JobTimedOut',
    ]);
    await session.dispose();
  });

  it('waits for its turn in the session, and is Stopped without one', async () => {
    const { session, executors } = await startSession({ processLimit: 1 });
    const jobs = (await Promise.all(
      [1, 2, 3].map(async () => (await session.invoke('Start-Job', { scriptBlock: endless }))[0]),
    )) as Job[];
    const states = () => jobs.map((job) => job.childJobs[0]?.state);
    expect(states()).toEqual(['Running', 'NotStarted', 'NotStarted']);
    await jobs[1]?.stop();
    await jobs[0]?.stop();
    expect(states()).toEqual(['Stopped', 'Stopped', 'Running']);
    await jobs[2]?.stop();
    expect(executors.requests).toHaveLength(2);
    await session.dispose();
  });

  it('holds its producer while nobody reads its input, and lets go of it when it ends', async () => {
    const { session } = await startSession();
    let produced = 0;
    function* records() {
      for (; produced < 100_000; produced++) yield produced;
    }
    const readsOne = async ({ input }: { input: AsyncIterable<number> }) => {
      for await (const record of input) return record;
      return undefined;
    };
    const [job] = (await session.from(records()).pipe('Start-Job', { scriptBlock: readsOne })) as Job[];
    await job?.finished;
    expect([job?.output, produced]).toEqual([[0], 100_000]);
    const pending = session.from(endlessly()).pipe('Start-Job', { scriptBlock: endless }).run();
    let last = -1;
    while (last !== produced) {
      last = produced;
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(produced).toBeLessThan(103_000);
    await session.jobs.jobs[1]?.stop();
    done = true;
    await pending;
    await session.dispose();

    function* endlessly() {
      while (!done) yield produced++;
    }
  });
});

describe('the input of a job', () => {
  const first = async ({ input }: { input: AsyncIterable<unknown> }) => {
    for await (const record of input) return record;
    return undefined;
  };

  /** Input whose producer, asked to let go, does this. */
  const producer = (letGo: () => Promise<IteratorResult<number>>): AsyncIterable<number> => ({
    [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: false, value: 1 }), return: letGo }),
  });

  it('that throws when it is let go is an error of the job, which is Completed all the same', async () => {
    const { session } = await startSession();
    const input = producer(() => Promise.reject(new RangeError('cannot close')));
    const job = await startJob(session, first, { in: 'thread', input });
    expect((await job.finished).state).toBe('Completed');
    expect([job.output, job.error.map(String)]).toEqual([[1], ['cannot close']]);
    await session.dispose();
  });

  it('that never lets go does not hold the job', async () => {
    const { session } = await startSession();
    const job = await startJob(session, first, { in: 'thread', input: producer(() => new Promise(() => undefined)) });
    expect((await job.finished).state).toBe('Completed');
    await session.dispose();
  });

  it('is let go when the job is stopped before its turn, and what it throws then fails nobody', async () => {
    const { session } = await startSession({ threadLimit: 1 });
    const running = await startJob(session, endless as () => unknown, { in: 'thread' });
    let asked = 0;
    const input = producer(() => {
      asked++;
      return Promise.reject(new RangeError('cannot close'));
    });
    const source = { kind: 'function', text: '() => 1' } as const;
    const job = session.resolve(JobStarter).inThread({ source, command: '', workingDirectory: '/', input });
    await job.stop();
    await new Promise((resolve) => setImmediate(resolve));
    expect([job.state, asked, job.error]).toEqual(['Stopped', 1, []]);
    await running.stop();
    await session.dispose();
  });
});

let done = false;
