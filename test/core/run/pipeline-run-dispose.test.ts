import { ErrorRecord, Session } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { passOn, run, type Step, Trace, turn } from './traced-cmdlet.js';

const write =
  (...values: unknown[]): Step =>
  async (cmdlet) => {
    for (const value of values) await cmdlet.writeObject(value);
  };

const fatal = (): ErrorRecord => new ErrorRecord(new Error('fatal'), 'Fatal', 'InvalidData', 'thing');

const fail: Step = (cmdlet) => cmdlet.throwTerminatingError(fatal());

describe('dispose', () => {
  it('runs once for each command however the run ended, also where binding failed', async () => {
    const trace = new Trace();
    const result = await run([trace.cmdlet('A'), [trace.cmdlet('B'), { nope: 1 }], trace.cmdlet('C')]);
    expect(trace.lines).toEqual(['A.dispose', 'B.dispose', 'C.dispose']);
    expect(result.failure?.fullyQualifiedErrorId).toBe('NamedParameterNotFound,TestB');
    expect(result.sessionErrors).toEqual([]);
  });

  it('runs for those left of an unknown command, which is the failure of the run', async () => {
    const trace = new Trace();
    const session = await Session.create();
    const result = await session.pipeline(trace.cmdlet('A')).pipe('Test-Missing').pipe(trace.cmdlet('C')).run();
    expect(trace.lines).toEqual(['A.dispose']);
    expect(result.failure).toMatchObject({
      fullyQualifiedErrorId: 'CommandNotFoundException',
      targetObject: 'Test-Missing',
    });
    expect(session.errors.length).toBe(1);
    await session.dispose();
  });

  it('is awaited, one after the other', async () => {
    const trace = new Trace();
    const slowly: Step = async () => {
      await turn();
      trace.say('done');
    };
    await run([trace.cmdlet('A', { dispose: slowly }), trace.cmdlet('B', { dispose: slowly })]);
    expect(trace.lines.slice(-4)).toEqual(['A.dispose', 'done', 'B.dispose', 'done']);
  });

  it.each<[string, Step]>([
    [
      'throws',
      () => {
        throw named('DisposeError');
      },
    ],
    ['rejects', () => Promise.reject(named('DisposeError'))],
  ])('that %s is reported on the error stream; the others still run', async (_how, dispose) => {
    const trace = new Trace();
    const result = await run([
      trace.cmdlet('A', { process: write(1), dispose }),
      trace.cmdlet('B', { process: passOn }),
    ]);
    expect(result).toMatchObject({
      state: 'Completed',
      output: [1],
      hadErrors: true,
      sessionErrors: ['DisposeError,TestA'],
    });
    expect(result.errors.map(({ fullyQualifiedErrorId }) => fullyQualifiedErrorId)).toEqual(['DisposeError,TestA']);
    expect(trace.lines.slice(-2)).toEqual(['A.dispose', 'B.dispose']);
  });

  it('does not hide the failure of the run when it fails too', async () => {
    const trace = new Trace();
    const result = await run([
      trace.cmdlet('A', { process: fail, dispose: () => Promise.reject(named('DisposeError')) }),
    ]);
    expect(result.failure?.errorId).toBe('Fatal');
    expect(result.errors.map(({ errorId }) => errorId)).toEqual(['DisposeError']);
  });
});

function named(name: string): Error {
  return Object.assign(new Error(name), { name });
}
