import { Session } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { GetProc, ProcessSource, processPack } from '../../../examples/get-proc/src/index.js';
import { FakeProcesses } from './fake-processes.js';

async function fakeSession(): Promise<Session> {
  return Session.create({ packs: [processPack], services: [[ProcessSource, new FakeProcesses()]] });
}

describe('Get-Proc', () => {
  it.each([
    ['all without parameters', {}, [1, 20, 21, 30]],
    ['by name, in any case', { name: ['NODE'] }, [20, 21]],
    ['by wildcards', { name: ['node*', 'i?it'] }, [1, 20, 21, 30]],
    ['by a name with characters that mean something in patterns', { name: ['nodemon (dev)'] }, [30]],
    ['each process once, however many names fit', { name: ['node', 'n*e'] }, [20, 21]],
    ['none, and no error, by wildcards that fit nothing', { name: ['zz*'] }, []],
    ['by id', { id: [30, 1] }, [1, 30]],
  ])('gets processes: %s', async (_title, parameters, ids) => {
    await using session = await fakeSession();
    const { output, errors } = await session.pipeline(GetProc, parameters).run();
    expect(output.map(({ id }) => id)).toEqual(ids);
    expect(errors).toEqual([]);
  });

  it.each([
    [{ name: ['nod', 'init'] }, [1], 'NoProcessFoundForGivenName,get-proc.GetProc', 'nod'],
    [{ id: [7, 1] }, [1], 'NoProcessFoundForGivenId,get-proc.GetProc', 7],
  ])('reports what is missing and goes on: %o', async (parameters, ids, errorId, target) => {
    await using session = await fakeSession();
    const { output, errors, state } = await session.pipeline(GetProc, parameters).run();
    expect(output.map(({ id }) => id)).toEqual(ids);
    expect(
      errors.map((error) => [error.fullyQualifiedErrorId, error.categoryInfo.category, error.targetObject]),
    ).toEqual([[errorId, 'ObjectNotFound', target]]);
    expect(state).toBe('Completed');
  });

  it('takes names and ids from properties of records, under their other names too', async () => {
    await using session = await fakeSession();
    const processes = await session.from([{ id: 20 }, { processName: 'init' }, { pid: '30' }]).pipe(GetProc);
    expect(processes.map(({ id }) => id)).toEqual([20, 1, 30]);
  });

  it('refuses a name and an id together', async () => {
    await using session = await fakeSession();
    await expect(session.invoke(GetProc, { name: ['node'], id: [1] })).rejects.toMatchObject({
      errorId: 'AmbiguousParameterSet',
    });
  });

  it('runs as a job', async () => {
    await using session = await fakeSession();
    const job = await session.invoke(GetProc, { name: ['node', 'nobody'], asJob: true });
    const { state } = await job.finished;
    expect(state).toBe('Completed');
    expect(job.output.map(String)).toEqual(['node (20)', 'node (21)']);
    expect(job.error.map(({ errorId }) => errorId)).toEqual(['NoProcessFoundForGivenName']);
  });

  it('finds the process it runs in among those of the machine', async () => {
    await using session = await Session.create({ packs: [processPack] });
    const [self] = await session.invoke(GetProc, { id: [process.pid] });
    expect(self?.id).toBe(process.pid);
    expect(self?.workingSet).toBeGreaterThan(0);
  });
});
