import { type Host, Session } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { GetProc, ProcessSource, processPack, StopProc } from '../../../examples/get-proc/src/index.js';
import { FakeProcesses } from './fake-processes.js';

async function prepared(host: Host = {}): Promise<{ session: Session; processes: FakeProcesses }> {
  const processes = new FakeProcesses();
  const session = await Session.create({ packs: [processPack], services: [[ProcessSource, processes]], host });
  return { session, processes };
}

describe('Stop-Proc', () => {
  it.each([
    ['by id', { id: [20, 30] }, ['20', '30']],
    ['by name', { name: ['node'] }, ['20', '21']],
    ['at once with -Force', { id: [20], force: true }, ['20 at once']],
  ])('ends processes %s', async (_title, parameters, stopped) => {
    const { session, processes } = await prepared();
    expect(await session.invoke(StopProc, parameters)).toEqual([]);
    expect(processes.stopped).toEqual(stopped);
  });

  it('ends what Get-Proc has found, and writes it with -PassThru', async () => {
    const { session, processes } = await prepared();
    const written = await session.pipeline(GetProc, { name: ['node'] }).pipe(StopProc, { passThru: true });
    expect(written.map(String)).toEqual(['node (20)', 'node (21)']);
    expect(processes.stopped).toEqual(['20', '21']);
  });

  it('with -WhatIf says which and ends none', async () => {
    const { session, processes } = await prepared();
    const { information } = await session.pipeline(StopProc, { name: ['node'], whatIf: true }).run();
    expect(information.map(String)).toEqual([
      'What if: Performing the operation "Stop-Proc" on target "node (20)".',
      'What if: Performing the operation "Stop-Proc" on target "node (21)".',
    ]);
    expect(processes.stopped).toEqual([]);
  });

  it('asks before each with -Confirm, and not without', async () => {
    const questions: string[] = [];
    const { session, processes } = await prepared({
      promptForChoice: (_caption, message) => {
        questions.push(message);
        return Promise.resolve(questions.length === 1 ? 2 : 0);
      },
    });
    await session.invoke(StopProc, { name: ['node'], confirm: true });
    expect(processes.stopped).toEqual(['21']);
    await session.invoke(StopProc, { id: [30] });
    expect(processes.stopped).toEqual(['21', '30']);
    expect(questions).toHaveLength(2);
  });

  it.each([
    ['EPERM', 'PermissionDenied'],
    ['ESRCH', 'CloseError'],
  ])('reports a process that cannot be ended (%s) and goes on', async (code, category) => {
    const { session, processes } = await prepared();
    processes.refusals.set(20, Object.assign(new Error(code), { code }));
    const { errors } = await session.pipeline(StopProc, { name: ['node'] }).run();
    expect(errors.map((error) => [error.fullyQualifiedErrorId, error.categoryInfo.category])).toEqual([
      ['CouldNotStopProcess,get-proc.StopProc', category],
    ]);
    expect(processes.stopped).toEqual(['21']);
  });

  it('reports a process that is not there', async () => {
    const { session } = await prepared();
    const { errors } = await session.pipeline(StopProc, { id: [99] }).run();
    expect(errors.map(({ errorId }) => errorId)).toEqual(['NoProcessFoundForGivenId']);
  });
});
