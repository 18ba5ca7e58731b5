import { ErrorRecord, type PSCmdlet, Session } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { passOn, run, runIn, type Step, Trace } from './traced-cmdlet.js';

const two: Step = async (cmdlet) => {
  await cmdlet.writeObject(1);
  await cmdlet.writeObject(2);
};

const bad = (): ErrorRecord => new ErrorRecord(new Error('bad'), 'Bad', 'InvalidData');

describe('a variable parameter', () => {
  it.each<[string, unknown, unknown[]]>([
    ['x', ['old'], [1, 2]],
    ['+x', ['old'], ['old', 1, 2]],
    ['+x', Object.freeze(['old']), ['old', 1, 2]],
    ['+x', new Set(['old']), ['old', 1, 2]],
    ['+x', 'old', ['old', 1, 2]],
    ['+x', '', ['', 1, 2]],
    ['+x', new Map([['k', 1]]), [new Map([['k', 1]]), 1, 2]],
    ['+x', null, [1, 2]],
    ['+x', undefined, [1, 2]],
    ['global:x', ['old'], [1, 2]],
    ['+:x', ['old'], ['old', 1, 2]],
  ])('%s, where the variable holds %j', async (outVariable, held, expected) => {
    const result = await run([[new Trace().cmdlet('A', { process: two }), { outVariable }]], undefined, {
      variables: held === undefined ? {} : { x: held },
    });
    expect(result.variable('x')).toEqual(expected);
  });

  it('with + goes on with the very list', async () => {
    const list: unknown[] = ['old'];
    await run([[new Trace().cmdlet('A', { process: two }), { outVariable: '+x' }]], undefined, {
      variables: { x: list },
    });
    expect(list).toEqual(['old', 1, 2]);
  });

  it.each(['+', 'env:x', ''])('named %j is refused', async (outVariable) => {
    const result = await run([[new Trace().cmdlet('A'), { outVariable }]]);
    expect(result.failure?.fullyQualifiedErrorId).toBe('ParameterArgumentValidationError,TestA');
    expect(result.failure?.categoryInfo.category).toBe('InvalidData');
  });

  it.each(['a b', '1x', '$x', '{x}', 'a-b', 'a.b'])('may be named %j', async (outVariable) => {
    const result = await run([[new Trace().cmdlet('A', { process: two }), { outVariable }]]);
    expect(result.variable(outVariable)).toEqual([1, 2]);
  });

  it('that is null is absent', async () => {
    const result = await run([[new Trace().cmdlet('A', { process: two }), { outVariable: null }]]);
    expect(result).toMatchObject({ state: 'Completed', output: [1, 2] });
  });

  it('is emptied before begin, when every command has bound', async () => {
    const trace = new Trace();
    const session = await Session.create({ variables: { x: 'old', y: 'old' } });
    const begin = () => trace.say(`x is ${JSON.stringify(session.variables.get('x'))}`);
    const failing = [
      [trace.cmdlet('A', { begin }), { outVariable: 'x' }],
      [trace.cmdlet('B'), { nope: 1 }],
    ] as const;
    await runIn(session, failing);
    expect(session.variables.get('x')).toBe('old');
    await runIn(session, [[trace.cmdlet('C', { begin }), { outVariable: 'x' }]]);
    expect(trace.lines).toContain('x is []');
    await session.dispose();
  });

  it('shared by two commands goes to the last one, or to both with +', async () => {
    const trace = new Trace();
    const stages = (left: string, right: string) =>
      [
        [trace.cmdlet('A', { process: two }), { outVariable: left }],
        [
          trace.cmdlet('B', { process: (cmdlet, input) => cmdlet.writeObject(`b${String(input)}`) }),
          { outVariable: right },
        ],
      ] as const;
    expect((await run(stages('x', 'x'))).variable('x')).toEqual(['b1', 'b2']);
    expect((await run(stages('x', '+x'))).variable('x')).toEqual([1, 'b1', 2, 'b2']);
  });
});

describe('what is captured', () => {
  const all: Step = async (cmdlet) => {
    await cmdlet.writeObject('o');
    await cmdlet.writeError(bad());
    await cmdlet.writeWarning('w');
    await cmdlet.writeVerbose('v');
    await cmdlet.writeInformation('i');
  };
  const variables = { outVariable: 'ov', errorVariable: 'ev', warningVariable: 'wv', informationVariable: 'iv' };
  const texts = (value: unknown) => (value as unknown[]).map(String);

  it.each([
    ['by default', {}],
    [
      'where everything is ignored',
      { errorAction: 'SilentlyContinue', warningAction: 'Ignore', informationAction: 'Ignore' },
    ],
  ])('is each stream by itself, %s', async (_what, preferences) => {
    const result = await run([[new Trace().cmdlet('A', { process: all }), { ...variables, ...preferences }]]);
    const found = ['ov', 'ev', 'wv', 'iv'].map((name) => texts(result.variable(name)));
    expect(found).toEqual([['o'], ['bad'], ['w'], ['i']]);
  });

  it('is output alone, not what is merged into it', async () => {
    const session = await Session.create();
    await session
      .pipeline(new Trace().cmdlet('A', { process: all }), variables)
      .merge({ all: 'output' })
      .run();
    expect(session.variables.get('ov')).toEqual(['o']);
    await session.dispose();
  });

  it('is the object whose delivery failed too, and output that goes nowhere', async () => {
    const trace = new Trace();
    const fail: Step = (cmdlet) => cmdlet.throwTerminatingError(bad());
    const failed = await run([
      [trace.cmdlet('A', { process: two }), { outVariable: 'x' }],
      trace.cmdlet('B', { process: fail }),
    ]);
    expect(failed.variable('x')).toEqual([1]);
    const dropped = await run([[trace.cmdlet('A', { process: two }), { outVariable: 'x' }], trace.cmdlet('B')]);
    expect(dropped.variable('x')).toEqual([1, 2]);
  });

  it('is an error record also where the run failed', async () => {
    const fail: Step = (cmdlet) => cmdlet.throwTerminatingError(bad());
    const trace = new Trace();
    const result = await run([
      [trace.cmdlet('A', { process: two }), { errorVariable: 'a' }],
      [trace.cmdlet('B', { process: fail }), { errorVariable: 'b' }],
    ]);
    expect(result.variable('a')).toEqual([]);
    expect((result.variable('b') as unknown[]).map((record) => ErrorRecord.is(record))).toEqual([true]);
  });
});

describe('the pipeline variable', () => {
  const reading =
    (session: () => Session | undefined, name = 'x') =>
    (trace: Trace) =>
    () =>
      trace.say(`${name} = ${String(session()?.variables.get(name))}`);

  const readingRun = async (
    stages: (trace: Trace, read: Step) => Parameters<typeof runIn>[1],
    before: Record<string, unknown> = {},
  ) => {
    const trace = new Trace();
    const session = await Session.create({ variables: before });
    await runIn(session, stages(trace, reading(() => session)(trace)));
    const left = session.variables.has('x') ? [session.variables.get('x')] : [];
    await session.dispose();
    return { lines: trace.lines.filter((line) => line.startsWith('x =')), left };
  };

  it('holds the object on its way, and is gone afterwards', async () => {
    const { lines, left } = await readingRun((trace, read) => [
      [trace.cmdlet('A', { process: two }), { pipelineVariable: 'x' }],
      trace.cmdlet('B', { process: read, dispose: read }),
    ]);
    expect(lines).toEqual(['x = 1', 'x = 2', 'x = undefined']);
    expect(left).toEqual([]);
  });

  it('leaves null behind in a variable that was there before', async () => {
    const { left } = await readingRun((trace) => [[trace.cmdlet('A', { process: two }), { pipelineVariable: 'x' }]], {
      x: 'old',
    });
    expect(left).toEqual([null]);
  });

  it('is set when a buffered object is delivered', async () => {
    const { lines } = await readingRun((trace, read) => [
      [trace.cmdlet('A', { process: two }), { pipelineVariable: 'x', outBuffer: 1 }],
      trace.cmdlet('B', { process: read }),
    ]);
    expect(lines).toEqual(['x = 1', 'x = 2']);
  });
});

describe('the buffer', () => {
  it.each<[number, string]>([
    [0, 'A1 B1 A2 B2 A3 B3 A.end B.end'],
    [1, 'A1 A2 B1 B2 A3 A.end B3 B.end'],
    [2, 'A1 A2 A3 B1 B2 B3 A.end B.end'],
    [9, 'A1 A2 A3 A.end B1 B2 B3 B.end'],
  ])('of %i lets the next command in when more objects wait', async (outBuffer, expected) => {
    const trace = new Trace();
    await run([[trace.cmdlet('A', { process: passOn }), { outBuffer }], trace.cmdlet('B')], [1, 2, 3]);
    const steps = trace.lines.filter((line) => /process|end/.test(line));
    expect(steps.map((line) => line.replace(/\.process\((.*)\)/, '$1')).join(' ')).toBe(expected);
  });

  it('takes merged records too, in their order', async () => {
    const session = await Session.create();
    const process = async (cmdlet: PSCmdlet) => {
      await cmdlet.writeObject('o');
      await cmdlet.writeWarning('w');
    };
    const trace = new Trace();
    const pipeline = session.pipeline(trace.cmdlet('A', { process }), { outBuffer: 5 }).merge({ warning: 'output' });
    const output = await pipeline.pipe(trace.cmdlet('B', { process: passOn }));
    expect(output.map(String)).toEqual(['o', 'w']);
    await session.dispose();
  });

  it('is not delivered when its command fails', async () => {
    const trace = new Trace();
    const failing: Step = async (cmdlet) => {
      await cmdlet.writeObject(1);
      cmdlet.throwTerminatingError(bad());
    };
    await run([[trace.cmdlet('A', { process: failing }), { outBuffer: 5 }], trace.cmdlet('B')]);
    expect(trace.lines.some((line) => line.startsWith('B.process'))).toBe(false);
  });

  it.each<[unknown, string]>([
    [-1, 'ParameterArgumentValidationError'],
    ['many', 'CannotConvertArgumentNoMessage'],
    [null, 'ParameterArgumentValidationError'],
  ])('of %j is refused', async (outBuffer, id) => {
    const result = await run([[new Trace().cmdlet('A'), { outBuffer }]]);
    expect(result.failure?.errorId).toBe(id);
  });
});
