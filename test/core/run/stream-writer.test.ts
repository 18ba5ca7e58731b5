import { ErrorRecord, type PSCmdlet, Session } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { AnsweringHost, passOn, run, Trace } from './traced-cmdlet.js';

type Parameters = Readonly<Record<string, unknown>>;

describe('without anybody to ask', () => {
  it('Inquire ends the command, after the record was written', async () => {
    const process = (cmdlet: PSCmdlet) => cmdlet.writeWarning('w');
    const result = await run([[new Trace().cmdlet('A', { process }), { warningAction: 'Inquire' }]]);
    expect(result.warnings).toHaveLength(1);
    expect(result.failure).toMatchObject({ fullyQualifiedErrorId: 'HostFunctionNotImplemented,TestA' });
    expect(result.failure?.categoryInfo.category).toBe('NotImplemented');
  });

  it('a debug variable of Inquire counts as Continue', async () => {
    const process = (cmdlet: PSCmdlet) => cmdlet.writeDebug('d');
    const variables = { DebugPreference: 'Inquire' };
    const result = await run([new Trace().cmdlet('A', { process })], undefined, { variables });
    expect(result).toMatchObject({ state: 'Completed', debug: [{ message: 'd' }] });
  });
});

describe('what the host is shown', () => {
  it('is text for it even where information is silent, and nothing where it is ignored', async () => {
    const process = async (cmdlet: PSCmdlet) => {
      await cmdlet.writeInformation({ message: 'hello' }, ['PSHOST']);
      await cmdlet.writeInformation({ message: 'again' }, ['PSHOST', 'FORWARDED']);
    };
    const silent = new AnsweringHost();
    await run([new Trace().cmdlet('A', { process })], undefined, { host: silent });
    expect(silent.shown).toEqual(['information hello']);
    const ignoring = new AnsweringHost();
    await run([[new Trace().cmdlet('A', { process }), { informationAction: 'Ignore' }]], undefined, { host: ignoring });
    expect(ignoring.shown).toEqual([]);
  });

  it('is not what goes into the output or nowhere, though the result has it', async () => {
    const process = async (cmdlet: PSCmdlet) => {
      await cmdlet.writeWarning('w');
      await cmdlet.writeError(bad());
    };
    const host = new AnsweringHost();
    const session = await Session.create({ host });
    const trace = new Trace();
    const merged = await session
      .pipeline(trace.cmdlet('A', { process }))
      .merge({ all: 'output' })
      .pipe(trace.cmdlet('B', { process: passOn }))
      .run();
    expect(merged.output.map(String)).toEqual(['w', 'bad ']);
    const discarded = await session
      .pipeline(trace.cmdlet('C', { process }))
      .merge({ warning: 'null', error: 'null' })
      .run();
    expect(discarded.warnings.map(String)).toEqual(['w']);
    expect(discarded.errors).toHaveLength(1);
    expect(host.shown).toEqual([]);
    await session.dispose();
  });

  it('may not be sent to another stream', async () => {
    const session = await Session.create();
    const pipeline = session.pipeline(new Trace().cmdlet('A'));
    const redirections: Parameters[] = [{ output: 'error' }, { warning: 'error' }, { progress: 'output' }];
    for (const streams_ of redirections) {
      expect(() => pipeline.merge(streams_)).toThrow(expect.objectContaining({ errorId: 'RedirectionNotSupported' }));
    }
    await session.dispose();
  });
});

function bad(target: unknown = ''): ErrorRecord {
  return new ErrorRecord(new Error(`bad ${String(target)}`), 'Bad', 'InvalidData', target);
}
