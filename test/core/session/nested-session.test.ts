import { ErrorRecord, type NestedOptions, type PSCmdlet, Session } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { AnsweringHost, deferred, passOn, runIn, type Step, Trace } from '../run/traced-cmdlet.js';

const talking: Step = async (cmdlet) => {
  await cmdlet.writeWarning('w');
  await cmdlet.writeVerbose('v');
  await cmdlet.writeError(new ErrorRecord(new Error('bad'), 'Bad', 'InvalidData'));
  await cmdlet.writeObject('o');
};

/** Runs a command that runs `Test-Inner` inside, and hands its output on. */
async function runNested(
  options: NestedOptions,
  parameters: Readonly<Record<string, unknown>> = {},
  merge: Readonly<Record<string, 'output' | 'null'>> = {},
  inner: Step = talking,
) {
  const host = new AnsweringHost();
  const session = await Session.create({ host });
  const trace = new Trace();
  const innerClass = trace.cmdlet('Inner', { supportsShouldProcess: true, process: inner });
  const process = async (cmdlet: PSCmdlet) => {
    for (const value of await session.nested(cmdlet, options).pipeline(innerClass)) await cmdlet.writeObject(value);
  };
  const outer = trace.cmdlet('Outer', { supportsShouldProcess: true, process });
  const result = await session
    .pipeline(outer, parameters)
    .merge(merge)
    .pipe(trace.cmdlet('B', { process: passOn }))
    .run();
  const { errors, variables } = session;
  await session.dispose();
  return { result, shown: host.shown, listed: [...errors].map(({ errorId }) => errorId), variables, trace };
}

describe('a pipeline inside a cmdlet', () => {
  it('is complete, dispose included, before its output goes on', async () => {
    const { trace, result } = await runNested({});
    expect(result.output).toEqual(['o']);
    expect(trace.lines).toEqual([
      ...['Outer.begin', 'B.begin', 'Outer.process', 'Inner.begin', 'Inner.process', 'Inner.end', 'Inner.dispose'],
      ...['B.process(o)', 'Outer.end', 'B.end', 'Outer.dispose', 'B.dispose'],
    ]);
  });

  it('has streams of its own: its records are shown, but are not those of the outer run', async () => {
    const { result, shown, listed, variables } = await runNested({}, { errorVariable: 'ev' }, { warning: 'output' });
    expect(result).toMatchObject({ output: ['o'], warnings: [], errors: [], hadErrors: false });
    expect(shown).toEqual(['warning w', 'error Bad,TestInner']);
    expect(listed).toEqual(['Bad']);
    expect(variables.get('ev')).toEqual([]);
  });

  it('in the place of a statement writes to the streams of its caller', async () => {
    const { result, shown, variables } = await runNested({ streams: 'caller' }, { errorVariable: 'ev' });
    expect(result).toMatchObject({ output: ['o'], hadErrors: true, warnings: [{ message: 'w' }] });
    expect(result.errors.map(({ fullyQualifiedErrorId }) => fullyQualifiedErrorId)).toEqual(['Bad,TestInner']);
    expect(shown).toEqual(['warning w', 'error Bad,TestInner']);
    expect(variables.get('ev')).toEqual([]);
  });

  it('in the place of a statement inherits redirections, but for errors', async () => {
    const merged = await runNested({ streams: 'caller' }, {}, { all: 'output' });
    expect(merged.result.output.map(String)).toEqual(['w', 'o']);
    expect(merged.result.errors).toHaveLength(1);
    const discarded = await runNested({ streams: 'caller' }, {}, { warning: 'null' });
    expect(discarded.shown).toEqual(['error Bad,TestInner']);
    expect(discarded.result.warnings).toHaveLength(1);
  });

  it.each<[NestedOptions, string[]]>([
    [{}, ['verbose v', 'error Bad,TestInner']],
    [{ inheritPreferences: false }, ['warning w', 'error Bad,TestInner']],
  ])('with %j sees preferences given by parameter or not', async (options, expected) => {
    const { shown } = await runNested(options, { verbose: true, warningAction: 'SilentlyContinue' });
    expect(shown).toEqual(expected);
  });

  it('inherits what-if', async () => {
    const asking: Step = async (cmdlet) => cmdlet.writeObject(await cmdlet.shouldProcess('x'));
    expect((await runNested({}, { whatIf: true }, {}, asking)).result.output).toEqual([false]);
    expect((await runNested({ inheritPreferences: false }, { whatIf: true }, {}, asking)).result.output).toEqual([
      true,
    ]);
  });

  it('fails its caller with the record of the inner failure, listed once', async () => {
    const failing: Step = (cmdlet) =>
      cmdlet.throwTerminatingError(new ErrorRecord(new Error('bad'), 'Inner', 'InvalidData'));
    const { result, listed } = await runNested({}, {}, {}, failing);
    expect(result.failure?.fullyQualifiedErrorId).toBe('Inner,TestInner');
    expect(listed).toEqual(['Inner']);
  });

  it('sets variables where its caller sees them', async () => {
    const session = await Session.create();
    const trace = new Trace();
    const inner = trace.cmdlet('Inner', { process: (cmdlet) => cmdlet.writeObject(1) });
    const process = async (cmdlet: PSCmdlet) => {
      await session.nested(cmdlet).pipeline(inner, { outVariable: 'ov' });
    };
    await runIn(session, [[trace.cmdlet('Outer', { process }), { verbose: true }]]);
    expect(session.variables.get('ov')).toEqual([1]);
    await session.dispose();
  });

  it('is stopped with its caller', async () => {
    const session = await Session.create();
    const trace = new Trace();
    const stop = new AbortController();
    const reached = deferred();
    const inner = trace.cmdlet('Inner', {
      process: async ({ stopping }) => {
        reached.resolve();
        await new Promise((resolve) => stopping.addEventListener('abort', resolve));
      },
    });
    const process = async (cmdlet: PSCmdlet) => {
      await session.nested(cmdlet).pipeline(inner);
    };
    const finished = runIn(session, [trace.cmdlet('Outer', { process })], undefined, { signal: stop.signal });
    await reached.promise;
    stop.abort();
    expect((await finished).state).toBe('Stopped');
    expect(trace.lines.slice(4)).toEqual(['Inner.stop', 'Outer.stop', 'Inner.dispose', 'Outer.dispose']);
    await session.dispose();
  });
});

describe('a stop while a mandatory parameter is asked for', () => {
  it('stops the run before anything begins', async () => {
    const stop = new AbortController();
    const trace = new Trace();
    const session = await Session.create({
      host: {
        prompt: async () => {
          stop.abort();
          return null;
        },
      },
    });
    const { defineCmdlet } = await import('@cmdlet/core');
    const asking = defineCmdlet({
      verb: 'Get',
      noun: 'Name',
      parameters: { name: { type: String, mandatory: true } },
      begin: () => trace.say('begun'),
    });
    const result = await session.pipeline(asking).with({ signal: stop.signal }).run();
    expect(result).toMatchObject({ state: 'Stopped', failure: undefined });
    expect(trace.lines).toEqual([]);
    await session.dispose();
  });
});
