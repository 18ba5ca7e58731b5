import { ErrorRecord } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { deferred, passOn, run, type Step, Trace, turn } from './traced-cmdlet.js';

const write =
  (...values: unknown[]): Step =>
  async (cmdlet) => {
    for (const value of values) await cmdlet.writeObject(value);
  };

const fatal = (): ErrorRecord => new ErrorRecord(new Error('fatal'), 'Fatal', 'InvalidData', 'thing');

describe('the order of a run', () => {
  it('is every begin, the records one by one all the way down, each end, then every dispose', async () => {
    const trace = new Trace();
    const leaving =
      (name: string, step: Step): Step =>
      async (cmdlet, input) => {
        await step(cmdlet, input);
        trace.say(`${name} done`);
      };
    let sum = 0;
    const result = await run([
      trace.cmdlet('A', { process: leaving('A', write(1, 2)), end: write(3) }),
      trace.cmdlet('B', { process: leaving('B', passOn) }),
      trace.cmdlet('C', {
        process: (_cmdlet, input) => {
          sum += Number(input);
        },
        end: (cmdlet) => cmdlet.writeObject(sum),
      }),
    ]);
    expect(result.output).toEqual([6]);
    expect(trace.lines).toEqual([
      ...['A.begin', 'B.begin', 'C.begin'],
      ...['A.process', 'B.process(1)', 'C.process(1)', 'B done', 'B.process(2)', 'C.process(2)', 'B done', 'A done'],
      ...['A.end', 'B.process(3)', 'C.process(3)', 'B done', 'B.end', 'C.end'],
      ...['A.dispose', 'B.dispose', 'C.dispose'],
    ]);
  });

  it('begins a command at the latest just before its first record', async () => {
    const trace = new Trace();
    await run([
      trace.cmdlet('A', { begin: write(0) }),
      trace.cmdlet('B', { begin: write('b'), process: passOn }),
      trace.cmdlet('C'),
    ]);
    expect(trace.lines.slice(0, 7)).toEqual([
      'A.begin',
      'B.begin',
      'C.begin',
      'C.process(b)',
      'B.process(0)',
      'C.process(0)',
      'A.process',
    ]);
  });

  it('begins a command once, also if two writes of a begin are on their way', async () => {
    const trace = new Trace();
    const gate = deferred();
    const a = trace.cmdlet('A', {
      begin: (cmdlet) => {
        void cmdlet.writeObject(1);
        void cmdlet.writeObject(2);
      },
    });
    const b = trace.cmdlet('B', { begin: () => gate.promise });
    const finished = run([a, b]);
    await turn();
    expect(trace.lines).toEqual(['A.begin', 'B.begin']);
    gate.resolve();
    await finished;
    expect(trace.lines.slice(2, 5)).toEqual(['B.process(1)', 'B.process(2)', 'A.process']);
  });
});

describe('how often process runs', () => {
  it.each<[string, Iterable<unknown> | undefined, string[]]>([
    ['no input', undefined, ['A.process']],
    ['one value', [1], ['A.process(1)']],
    ['two values', [1, 2], ['A.process(1)', 'A.process(2)']],
    ['an empty list', [], []],
    ['null', [null], ['A.process(null)']],
    ['undefined, which is no record', [undefined], []],
    ['the empty string', [''], ['A.process()']],
    ['a map', [new Map()], ['A.process([object Map])']],
  ])('for %s', async (_input, input, expected) => {
    const trace = new Trace();
    await run([trace.cmdlet('A')], input);
    expect(trace.lines).toEqual(['A.begin', ...expected, 'A.end', 'A.dispose']);
  });

  it.each<[string, Step, string[]]>([
    ['nothing', () => undefined, []],
    ['null', write(null), ['B.process(null)']],
    ['undefined', write(undefined), []],
    ['an empty list, as one object', write([]), ['B.process()']],
    ['an empty list, enumerated', (cmdlet) => cmdlet.writeObject([], true), []],
  ])('for an upstream that writes %s', async (_what, process, expected) => {
    const trace = new Trace();
    await run([trace.cmdlet('A', { process }), trace.cmdlet('B')]);
    expect(trace.lines.filter((line) => line.startsWith('B.process'))).toEqual(expected);
    expect(trace.lines).toContain('B.end');
  });
});

describe('invocation info', () => {
  it('counts how far each command is, and an error keeps the counts of its moment', async () => {
    const trace = new Trace();
    const b = trace.cmdlet('B', {
      process: async (cmdlet, input) => {
        if (input === 2) await cmdlet.writeError(fatal());
        await cmdlet.writeObject(input);
      },
    });
    const result = await run([trace.cmdlet('A', { process: passOn }), b, trace.cmdlet('C')], [1, 2, 3]);
    expect(result.errors[0]?.pipelineIterationInfo).toEqual([2, 2, 2, 1]);
  });

  it.each<[string, Iterable<unknown> | undefined, boolean]>([
    ['without input', undefined, false],
    ['with empty input', [], true],
  ])('tells %s whether records may come', async (_what, input, expected) => {
    const trace = new Trace();
    let seen: unknown;
    const begin: Step = ({ myInvocation }) => {
      seen = [myInvocation.pipelinePosition, myInvocation.pipelineLength, myInvocation.expectingInput];
    };
    await run([trace.cmdlet('A', { begin }), trace.cmdlet('B')], input);
    expect(seen).toEqual([1, 2, expected]);
  });
});
