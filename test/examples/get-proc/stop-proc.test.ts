import { failing, run, type TestRunOptions } from '@cmdlet/testing';
import '@cmdlet/testing/vitest';
import { describe, expect, it } from 'vitest';
import { GetProc, ProcessSource, processPack, StopProc } from '../../../examples/get-proc/src/index.js';
import { FakeProcesses } from './fake-processes.js';

function prepared(): { readonly processes: FakeProcesses; readonly fake: TestRunOptions } {
  const processes = new FakeProcesses();
  return { processes, fake: { packs: [processPack], services: [[ProcessSource, processes]] } };
}

describe('Stop-Proc', () => {
  it.each([
    ['by id', { id: [20, 30] }, ['20', '30']],
    ['by name', { name: ['node'] }, ['20', '21']],
    ['at once with -Force', { id: [20], force: true }, ['20 at once']],
  ])('ends processes %s', async (_title, parameters, stopped) => {
    const { processes, fake } = prepared();
    expect(await run(StopProc, parameters, fake)).toHaveOutput([]);
    expect(processes.stopped).toEqual(stopped);
  });

  it('ends what Get-Proc has found, and writes it with -PassThru', async () => {
    const { processes, fake } = prepared();
    const { output } = await run(
      (session) => session.pipeline(GetProc, { name: ['node'] }).pipe(StopProc, { passThru: true }),
      fake,
    );
    expect(output.map(String)).toEqual(['node (20)', 'node (21)']);
    expect(processes.stopped).toEqual(['20', '21']);
  });

  it('with -WhatIf says which and ends none', async () => {
    const { processes, fake } = prepared();
    await expect(StopProc).toSupportWhatIf({ name: ['node'] }, fake);
    const { information } = await run(StopProc, { name: ['node'], whatIf: true }, fake);
    expect(information.map(String)).toEqual([
      'What if: Performing the operation "Stop-Proc" on target "node (20)".',
      'What if: Performing the operation "Stop-Proc" on target "node (21)".',
    ]);
    expect(processes.stopped).toEqual([]);
  });

  it('asks before each with -Confirm, and not without', async () => {
    const { processes, fake } = prepared();
    const asked = await run(StopProc, { name: ['node'], confirm: true }, { ...fake, answers: ['No', 'Yes'] });
    expect(asked).toHaveAskedConfirmation({ target: 'node (20)', proceed: false });
    expect(asked).toHaveAskedConfirmation({ target: 'node (21)', proceed: true });
    expect(processes.stopped).toEqual(['21']);
    const quiet = await run(StopProc, { id: [30] }, fake);
    expect(quiet).not.toHaveAskedConfirmation();
    expect(processes.stopped).toEqual(['21', '30']);
  });

  it.each([
    ['EPERM', 'PermissionDenied'],
    ['ESRCH', 'CloseError'],
  ])('reports a process that cannot be ended (%s) and goes on', async (code, category) => {
    const { processes, fake } = prepared();
    const refusing = failing(processes, { stop: { onCall: 1, error: Object.assign(new Error(code), { code }) } });
    const result = await run(StopProc, { name: ['node'] }, { ...fake, services: [[ProcessSource, refusing]] });
    expect(result.errorIds).toEqual(['CouldNotStopProcess,get-proc.StopProc']);
    expect(result.errors[0]?.categoryInfo.category).toBe(category);
    expect(processes.stopped).toEqual(['21']);
  });

  it('reports a process that is not there', async () => {
    const { fake } = prepared();
    expect(await run(StopProc, { id: [99] }, fake)).toHaveErrorId('NoProcessFoundForGivenId');
  });
});
