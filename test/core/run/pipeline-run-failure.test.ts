import { CmdletException, ErrorRecord, PipelineStoppedException } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { deferred, run, type Step, Trace, type TracedSteps } from './traced-cmdlet.js';

const fatal = (): ErrorRecord => new ErrorRecord(new Error('fatal'), 'Fatal', 'InvalidData', 'thing');

const fail: Step = (cmdlet) => cmdlet.throwTerminatingError(fatal());

describe('a step that throws', () => {
  it.each<[keyof TracedSteps, string[]]>([
    ['begin', ['A.begin', 'B.begin']],
    ['process', ['A.begin', 'B.begin', 'C.begin', 'A.process', 'B.process(1)', 'A unwinds']],
    ['end', ['A.begin', 'B.begin', 'C.begin', 'A.process', 'B.process(1)', 'A.end', 'B.end']],
  ])('in %s ends the run: no process and no end afterwards, but every dispose', async (step, entered) => {
    const trace = new Trace();
    const a = trace.cmdlet('A', {
      process: async (cmdlet) => {
        try {
          await cmdlet.writeObject(1);
        } catch (error) {
          trace.say('A unwinds');
          throw error;
        }
      },
    });
    const result = await run([a, trace.cmdlet('B', { [step]: fail }), trace.cmdlet('C')]);
    expect(trace.lines).toEqual([...entered, 'A.dispose', 'B.dispose', 'C.dispose']);
    expect(result).toMatchObject({ state: 'Failed', hadErrors: true, errors: [], sessionErrors: ['Fatal,TestB'] });
    expect(result.failure).toMatchObject({ fullyQualifiedErrorId: 'Fatal,TestB', targetObject: 'thing' });
  });

  it.each<[string, () => unknown, string, string]>([
    ['an error', () => new TypeError('boom'), 'TypeError,TestA', 'NotSpecified'],
    ['an error with a name of its own', () => named('QuotaError'), 'QuotaError,TestA', 'NotSpecified'],
    ['an error that carries a record', () => carrying(), 'Fatal,TestA', 'InvalidData'],
    ['something that is no error', () => 'text', 'RuntimeException,TestA', 'NotSpecified'],
  ])('%s: its record', async (_what, make, id, category) => {
    const trace = new Trace();
    const result = await run([
      trace.cmdlet('A', {
        process: () => {
          throw make();
        },
      }),
    ]);
    expect(result.failure?.fullyQualifiedErrorId).toBe(id);
    expect(result.failure?.categoryInfo.category).toBe(category);
  });

  it('with the stop signal stops the run, and no error is recorded', async () => {
    const trace = new Trace();
    const result = await run([
      trace.cmdlet('A', {
        process: () => {
          throw new PipelineStoppedException();
        },
      }),
      trace.cmdlet('B'),
    ]);
    expect(result).toMatchObject({ state: 'Stopped', failure: undefined, sessionErrors: [] });
    expect(trace.lines).toEqual(['A.begin', 'B.begin', 'A.process', 'A.dispose', 'B.dispose']);
  });

  it('while unwinding does not change the outcome, but is listed', async () => {
    const trace = new Trace();
    const a = trace.cmdlet('A', {
      process: async (cmdlet) => {
        try {
          await cmdlet.writeObject(1);
        } finally {
          // biome-ignore lint/correctness/noUnsafeFinally: this is what the test is about.
          throw named('SecondError');
        }
      },
    });
    const result = await run([a, trace.cmdlet('B', { process: fail })]);
    expect(result.failure?.errorId).toBe('Fatal');
    expect(result.sessionErrors).toEqual(['SecondError,TestA', 'Fatal,TestB']);
  });

  it('cannot be revived by catching the signal', async () => {
    const trace = new Trace();
    const caught: unknown[] = [];
    const a = trace.cmdlet('A', {
      process: async (cmdlet) => {
        for (const value of [1, 2]) await attempt(() => cmdlet.writeObject(value), caught);
        for (const message of ['w']) await attempt(() => cmdlet.writeWarning(message), caught);
        await attempt(() => cmdlet.writeInformation('i'), caught);
      },
    });
    const result = await run([a, trace.cmdlet('B', { process: fail }), trace.cmdlet('C')], undefined);
    expect(caught).toHaveLength(4);
    expect(caught.every((error) => PipelineStoppedException.is(error))).toBe(true);
    expect(trace.lines.slice(3)).toEqual(['A.process', 'B.process(1)', 'A.dispose', 'B.dispose', 'C.dispose']);
    expect(result).toMatchObject({ state: 'Failed', output: [], warnings: [], information: [] });
  });

  it('fires the signal of every command, so that pending work ends', async () => {
    const trace = new Trace();
    const aborted = deferred();
    const a = trace.cmdlet('A', {
      process: async (cmdlet) => {
        cmdlet.stopping.addEventListener('abort', () => aborted.resolve());
        void cmdlet.writeObject(1);
        await aborted.promise;
        trace.say('A gives up');
      },
    });
    const result = await run([a, trace.cmdlet('B', { process: () => Promise.reject(named('Late')) })]);
    expect(result.failure?.errorId).toBe('Late');
    expect(trace.lines).toContain('A gives up');
  });
});

function named(name: string): Error {
  return Object.assign(new Error(name), { name });
}

function carrying(): Error {
  return new CmdletException('fatal', { errorId: 'Fatal', category: 'InvalidData' });
}

async function attempt(action: () => Promise<unknown>, caught: unknown[]): Promise<void> {
  try {
    await action();
  } catch (error) {
    caught.push(error);
  }
}
