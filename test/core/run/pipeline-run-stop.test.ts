import { ErrorRecord, PipelineStoppedException, Session } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { deferred, run, runIn, type Step, Trace, type TracedSteps } from './traced-cmdlet.js';

const write =
  (...values: unknown[]): Step =>
  async (cmdlet) => {
    for (const value of values) await cmdlet.writeObject(value);
  };

const fatal = (): ErrorRecord => new ErrorRecord(new Error('fatal'), 'Fatal', 'InvalidData', 'thing');

const fail: Step = (cmdlet) => cmdlet.throwTerminatingError(fatal());

describe('a stop from outside', () => {
  it('in the middle of a record calls the stop steps in order, and no end', async () => {
    const trace = new Trace();
    const stop = new AbortController();
    const reached = deferred();
    const b = trace.cmdlet('B', {
      process: async (cmdlet) => {
        reached.resolve();
        await new Promise((resolve) => cmdlet.stopping.addEventListener('abort', resolve));
        trace.say('B wakes');
        await cmdlet.writeObject('too late');
      },
    });
    const finished = run([trace.cmdlet('A', { process: write(1) }), b, trace.cmdlet('C')], undefined, {
      signal: stop.signal,
    });
    await reached.promise;
    stop.abort(new Error('Ctrl+C'));
    const result = await finished;
    expect(trace.lines).toEqual([
      ...['A.begin', 'B.begin', 'C.begin', 'A.process', 'B.process(1)'],
      ...['A.stop', 'B.stop', 'C.stop', 'B wakes', 'A.dispose', 'B.dispose', 'C.dispose'],
    ]);
    expect(result).toMatchObject({
      state: 'Stopped',
      hadErrors: true,
      output: [],
      failure: undefined,
      sessionErrors: [],
    });
  });

  it.each<[keyof TracedSteps, string[]]>([
    ['begin', []],
    ['process', ['B.begin', 'A.process']],
    ['end', ['B.begin', 'A.process', 'A.end']],
  ])('in a synchronous %s: nothing begins and nothing ends afterwards', async (step, entered) => {
    const trace = new Trace();
    const stop = new AbortController();
    const result = await run([trace.cmdlet('A', { [step]: () => stop.abort() }), trace.cmdlet('B')], undefined, {
      signal: stop.signal,
    });
    expect(trace.lines).toEqual(['A.begin', ...entered, 'A.stop', 'B.stop', 'A.dispose', 'B.dispose']);
    expect(result.state).toBe('Stopped');
  });

  it('reads no more input, and closes it', async () => {
    const trace = new Trace();
    const stop = new AbortController();
    let closed = false;
    function* numbers() {
      try {
        for (let number = 1; ; number++) yield number;
      } finally {
        closed = true;
      }
    }
    const stopAtTwo: Step = (_cmdlet, input) => {
      if (input === 2) stop.abort();
    };
    const a = trace.cmdlet('A', { process: stopAtTwo });
    await run([a], numbers(), { signal: stop.signal });
    expect(trace.lines).toEqual(['A.begin', 'A.process(1)', 'A.process(2)', 'A.stop', 'A.dispose']);
    expect(closed).toBe(true);
  });

  it('before anything began leaves everything out but stop and dispose', async () => {
    const trace = new Trace();
    const result = await run([trace.cmdlet('A')], [1], { signal: AbortSignal.abort() });
    expect(trace.lines).toEqual(['A.dispose']);
    expect(result.state).toBe('Stopped');
  });

  it('is told to the caller with its reason', async () => {
    const trace = new Trace();
    const session = await Session.create();
    const reason = new Error('Ctrl+C');
    const stopped = session
      .pipeline(trace.cmdlet('A'))
      .with({ signal: AbortSignal.abort(reason) })
      .toArray();
    await expect(stopped).rejects.toMatchObject({
      errorId: 'PipelineStopped',
      category: 'OperationStopped',
      cause: reason,
    });
    await session.dispose();
  });

  it('survives a stop step that throws, and drops what it threw', async () => {
    const trace = new Trace();
    const stop = new AbortController();
    const result = await run(
      [
        trace.cmdlet('A', {
          process: () => stop.abort(),
          stop: () => {
            throw new Error('from stop');
          },
        }),
        trace.cmdlet('B'),
      ],
      undefined,
      { signal: stop.signal },
    );
    expect(trace.lines.slice(3, 5)).toEqual(['A.stop', 'B.stop']);
    expect(result.sessionErrors).toEqual([]);
  });

  it('refuses writing in the stop step with the signal', async () => {
    const trace = new Trace();
    const stop = new AbortController();
    const caught: unknown[] = [];
    const a = trace.cmdlet('A', {
      process: () => stop.abort(),
      stop: (cmdlet) => {
        try {
          void cmdlet.writeWarning('w');
        } catch (error) {
          caught.push(error);
        }
      },
    });
    await run([a], undefined, { signal: stop.signal });
    expect(caught.map((error) => PipelineStoppedException.is(error))).toEqual([true]);
  });

  it('does not hide a failure that came first', async () => {
    const trace = new Trace();
    const stop = new AbortController();
    const a = trace.cmdlet('A', {
      process: async (cmdlet) => {
        await cmdlet.writeObject(1).catch(() => stop.abort());
      },
    });
    const result = await run([a, trace.cmdlet('B', { process: fail })], undefined, { signal: stop.signal });
    expect(result).toMatchObject({ state: 'Failed', failure: { errorId: 'Fatal' } });
    expect(trace.lines).not.toContain('A.stop');
  });

  it('lists an exception thrown after it without changing the outcome', async () => {
    const trace = new Trace();
    const stop = new AbortController();
    const a = trace.cmdlet('A', {
      process: () => {
        stop.abort();
        throw named('LateError');
      },
    });
    const result = await run([[a, { errorVariable: 'ev' }]], undefined, { signal: stop.signal });
    expect(result).toMatchObject({ state: 'Stopped', failure: undefined, sessionErrors: ['LateError,TestA'] });
    expect(result.variable('ev')).toHaveLength(1);
  });

  it('leaves the session usable', async () => {
    const trace = new Trace();
    const session = await Session.create();
    await runIn(session, [trace.cmdlet('A')], undefined, { signal: AbortSignal.abort() });
    const next = await runIn(session, [trace.cmdlet('B', { process: write(1) })]);
    expect(next.output).toEqual([1]);
    await session.dispose();
  });
});

function named(name: string): Error {
  return Object.assign(new Error(name), { name });
}
