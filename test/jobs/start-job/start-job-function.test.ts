import { Session } from '@cmdlet/core';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { BackgroundJob } from '../../../packages/jobs/src/start-job/background-job.js';
import { startJob } from '../../../packages/jobs/src/start-job/start-job-function.js';
import type { ThreadJob } from '../../../packages/jobs/src/thread-job/thread-job.js';
import { startSession } from './start-session.js';

type Operators = typeof import('rxjs');

describe('startJob', () => {
  it('knows what goes in and what comes out', async () => {
    const { session } = await startSession();
    const sum = await startJob(session, ({ args: [a, b], using: { c } }) => a + b + c, {
      args: [1, 2],
      using: { c: 4 },
    });
    expectTypeOf(sum).toEqualTypeOf<BackgroundJob<number> | ThreadJob<number>>();
    const texts = await startJob(
      session,
      async function* ({ input }) {
        for await (const each of input) yield each.toFixed(1);
      },
      { input: [1, 2], in: 'thread', name: 'texts' },
    );
    expectTypeOf(texts).toEqualTypeOf<BackgroundJob<string> | ThreadJob<string>>();
    const halves = await startJob(
      session,
      ({ input$ }) => {
        // Not import(), of which the tests' own transformation makes a path of theirs.
        const { map } = process.getBuiltinModule('node:module').createRequire(`${process.cwd()}/x.js`)(
          'rxjs',
        ) as Operators;
        return input$.pipe(map((each) => `${each / 2}`));
      },
      { input: [1, 2], in: 'thread' },
    );
    expectTypeOf(halves).toEqualTypeOf<BackgroundJob<string> | ThreadJob<string>>();
    await halves.finished;
    expect(halves.output).toEqual(['0.5', '1']);
    expect([await sum.finished, await texts.finished]).toMatchObject([{ state: 'Completed' }, { state: 'Completed' }]);
    expect([sum.output, texts.output, texts.name]).toEqual([[7], ['1.0', '2.0'], 'texts']);
    await session.dispose();
  });

  it('resolves imports from the file that calls, or from where it is told', async () => {
    const { session, executors } = await startSession();
    await startJob(session, () => 1);
    await startJob(session, () => 1, { from: 'file:///other/place.js' });
    expect(executors.requests.map(({ source }) => 'file' in source && source.file)).toEqual([
      expect.stringMatching(/start-job-function\.test\.ts$/),
      '/other/place.js',
    ]);
    await session.dispose();
  });

  it('takes variables of its place only where it runs inline', async () => {
    const { session } = await startSession();
    const outer = { value: 1 };
    await expect(startJob(session, () => outer.value)).rejects.toMatchObject({
      errorId: 'ScriptBlockCapturesVariable',
    });
    expect(session.jobs.jobs).toEqual([]);
    const job = await startJob(session, () => outer, { in: 'inline' });
    await job.finished;
    expect(job.output[0]).toBe(outer);
    await session.dispose();
  });

  it.each<[title: string, block: unknown, options: object, id: string, message: string]>([
    ['text', '1 + 1', {}, 'Argument', 'startJob runs a function.'],
    [
      'a place that there is not',
      () => 1,
      { in: 'moon' },
      'Argument',
      'in is "moon". It must be one of process, thread, inline.',
    ],
    ['arguments that are no array', () => 1, { args: 5 }, 'Argument', 'args must be an array'],
    ['input that is no sequence', () => 1, { input: 5 }, 'Argument', 'input must be an array'],
    ['input that is a text', () => 1, { input: 'abc' }, 'Argument', 'input must be an array'],
    ['a time limit before now', () => 1, { timeoutSeconds: -1 }, 'ArgumentOutOfRange', 'timeoutSeconds is -1.'],
    ['a time limit that is no number', () => 1, { timeoutSeconds: Number.NaN }, 'ArgumentOutOfRange', 'is NaN.'],
    [
      'a directory that is not there',
      () => 1,
      { workingDirectory: '/nowhere' },
      'DirectoryNotFoundException',
      '/nowhere',
    ],
    [
      'a directory that is a file',
      () => 1,
      { workingDirectory: import.meta.filename },
      'DirectoryNotFoundException',
      'start-job-function.test.ts',
    ],
  ])('refuses %s before there is a job', async (_title, block, options, errorId, message) => {
    const { session } = await startSession();
    await expect(startJob(session, block as () => number, options)).rejects.toMatchObject({
      errorId,
      message: expect.stringContaining(message) as string,
    });
    expect(session.jobs.jobs).toEqual([]);
    await session.dispose();
  });

  it('begins in the current location of the session', async () => {
    const { session, executors } = await startSession();
    session.variables.set('PWD', '/usr');
    await startJob(session, () => 1);
    await startJob(session, () => 1, { workingDirectory: 'bin', in: 'thread' });
    expect(executors.requests.map(({ workingDirectory }) => workingDirectory)).toEqual(['/usr', '/usr/bin']);
    await session.dispose();
  });

  it('says what is missing in a session without the pack', async () => {
    await using session = await Session.create();
    await expect(startJob(session, () => 1)).rejects.toMatchObject({
      errorId: 'ServiceNotFound',
      message: expect.stringContaining('Import the pack that brings it') as string,
    });
  });

  it('lets a job wait for jobs of the queue it holds the only place of', async () => {
    const { session } = await startSession({ threadLimit: 1 });
    const outer = await startJob(
      session,
      async () => {
        const inner = await startJob(session, () => 'inner', { in: 'inline' });
        return session.invoke('Receive-Job', { job: inner, wait: true });
      },
      { in: 'inline' },
    );
    expect(await outer.finished).toMatchObject({ state: 'Completed' });
    expect(outer.output).toEqual(['inner']);
    await session.dispose();
  });
});
