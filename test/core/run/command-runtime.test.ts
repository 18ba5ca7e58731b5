import { Session } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { deferred, run, runIn, type Step, Trace, turn } from './traced-cmdlet.js';

describe('steps that take their time', () => {
  it('are awaited before anything else happens to their command', async () => {
    const trace = new Trace();
    const slowly =
      (name: string): Step =>
      async () => {
        await turn();
        trace.say(`${name} done`);
      };
    await run([trace.cmdlet('A', { begin: slowly('begin'), process: slowly('process'), end: slowly('end') })], [1, 2]);
    expect(trace.lines).toEqual([
      ...['A.begin', 'begin done', 'A.process(1)', 'process done', 'A.process(2)', 'process done'],
      ...['A.end', 'end done', 'A.dispose'],
    ]);
  });

  it.each<[string, Step]>([
    [
      'a generator',
      function* (_cmdlet, input) {
        yield input;
        yield -Number(input);
      },
    ],
    [
      'an async generator',
      async function* (_cmdlet, input) {
        yield input;
        await turn();
        yield -Number(input);
      },
    ],
  ])('may be %s whose values are written', async (_what, process) => {
    const result = await run([new Trace().cmdlet('A', { process })], [1, 2]);
    expect(result.output).toEqual([1, -1, 2, -2]);
  });

  it('hand on what a generator yields before it goes on, and close it when nobody wants more', async () => {
    const trace = new Trace();
    const process = function* () {
      try {
        for (let value = 1; ; value++) {
          trace.say(`yields ${value}`);
          yield value;
        }
      } finally {
        trace.say('closed');
      }
    } as Step;
    const two: Step = async (cmdlet, input) => {
      await cmdlet.writeObject(input);
      if (input === 2) cmdlet.stopUpstream();
    };
    const result = await run([trace.cmdlet('A', { process }), trace.cmdlet('S', { process: two })]);
    expect(result.output).toEqual([1, 2]);
    expect(trace.lines.filter((line) => !line.includes('.'))).toEqual(['yields 1', 'yields 2', 'closed']);
  });

  it('fail the run when a generator throws between two values', async () => {
    const process = function* () {
      yield 1;
      throw new RangeError('no more');
    } as Step;
    const result = await run([new Trace().cmdlet('A', { process })]);
    expect(result).toMatchObject({ output: [1], failure: { fullyQualifiedErrorId: 'RangeError,TestA' } });
  });
});

describe('a run', () => {
  it('takes a record at once where nothing in it waits', async () => {
    const session = await Session.create();
    const trace = new Trace();
    const gate = deferred();
    const running = runIn(session, [trace.cmdlet('A', { process: () => gate.promise }), trace.cmdlet('B')], [1, 2]);
    await turn();
    expect(trace.lines).toEqual(['A.begin', 'B.begin', 'A.process(1)']);
    gate.resolve();
    await running;
    expect(trace.lines.slice(3)).toEqual(['A.process(2)', 'A.end', 'B.end', 'A.dispose', 'B.dispose']);
    await session.dispose();
  });
});
