import { type CmdletClass, type Host, PSCmdlet, Session } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { run, type Step, Trace } from './traced-cmdlet.js';

/** Every id that running can end with, and the shortest way to it. */
const ways: [id: string, category: string, way: () => Promise<unknown>][] = [
  ['CommandNotFoundException', 'ObjectNotFound', () => invoke('Test-Missing')],
  ['CmdletNotFoundException', 'ObjectNotFound', () => invoke(class NoCmdlet extends PSCmdlet {})],
  ['RangeError', 'NotSpecified', () => invoke(constructing(() => throwing(new RangeError('x'))))],
  ['RangeError,TestA', 'NotSpecified', () => invoke(doing(() => throwing(new RangeError('x'))))],
  ['ActionPreferenceStop,TestA', 'OperationStopped', () => invoke(doing(warn), { warningAction: 'Stop' })],
  ['ActionPreferenceStop,TestA', 'OperationStopped', () => invoke(doing(ask), {}, answering(-1))],
  ['PipelineStopped', 'OperationStopped', () => invoke(doing(warn), {}, {}, AbortSignal.abort())],
  ['HostFunctionNotImplemented,TestA', 'NotImplemented', () => invoke(doing(ask))],
  ['InvalidOperation,TestA', 'InvalidOperation', () => invoke(doing((cmdlet) => cmdlet.shouldProcess('x')))],
  ['RedirectionNotSupported', 'InvalidArgument', async () => (await session()).pipeline(doing(warn)).merge(wrong())],
];

describe('the ids that running ends with', () => {
  it.each(ways)('%s / %s', async (id, category, way) => {
    const failure = await way().then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({
      errorRecord: { fullyQualifiedErrorId: id, categoryInfo: { category } },
    });
  });

  it('reach whoever only listens', async () => {
    const result = await run([doing(() => throwing(new RangeError('x')))]);
    expect(result.failure?.exception).toBeInstanceOf(RangeError);
  });
});

const warn: Step = (cmdlet) => cmdlet.writeWarning('w');
const ask: Step = (cmdlet) => cmdlet.shouldContinue('q', 'c').then(() => undefined);

function session(host: Host = {}): Promise<Session> {
  return Session.create({ host });
}

async function invoke(
  command: CmdletClass | string,
  parameters: Readonly<Record<string, unknown>> = {},
  host: Host = {},
  signal?: AbortSignal,
): Promise<unknown> {
  const created = await session(host);
  return created.invoke(command as string, parameters, signal === undefined ? {} : { signal });
}

function doing(process: Step): CmdletClass {
  return new Trace().cmdlet('A', { process });
}

function constructing(construct: () => never): CmdletClass {
  return new Trace().cmdlet('A', { construct });
}

function throwing(error: Error): never {
  throw error;
}

function answering(answer: number): Host {
  return { promptForChoice: async () => answer };
}

function wrong(): Parameters<ReturnType<Session['pipeline']>['merge']>[0] {
  return { output: 'error' } as object;
}
