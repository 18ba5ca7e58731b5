import { bindingTable, defineTests, run, type TestSessionOptions } from '@cmdlet/testing';
import '@cmdlet/testing/vitest';
import { describe, expect, it } from 'vitest';
import { GetProc, ProcessSource, processPack } from '../../../examples/get-proc/src/index.js';
import { FakeProcesses } from './fake-processes.js';

const fake: TestSessionOptions = { packs: [processPack], services: [[ProcessSource, new FakeProcesses()]] };

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
    const result = await run(GetProc, parameters, fake);
    expect(result.output.map(({ id }) => id)).toEqual(ids);
    expect(result.exit).toBe(0);
  });

  it.each([
    [{ name: ['nod', 'init'] }, [1], 'NoProcessFoundForGivenName,get-proc.GetProc', 'nod'],
    [{ id: [7, 1] }, [1], 'NoProcessFoundForGivenId,get-proc.GetProc', 7],
  ])('reports what is missing and goes on: %o', async (parameters, ids, errorId, target) => {
    const result = await run(GetProc, parameters, fake);
    expect(result.output.map(({ id }) => id)).toEqual(ids);
    expect(result).toHaveState('Completed');
    expect(result.errorIds).toEqual([errorId]);
    expect(result.errors.map((error) => [error.categoryInfo.category, error.targetObject])).toEqual([
      ['ObjectNotFound', target],
    ]);
  });

  it('takes names and ids from properties of records, under their other names too', async () => {
    const input = [{ id: 20 }, { processName: 'init' }, { pid: '30' }];
    const { output } = await run(GetProc, {}, { ...fake, input });
    expect(output.map(({ id }) => id)).toEqual([20, 1, 30]);
  });

  defineTests(
    it,
    bindingTable(
      GetProc,
      [
        { set: 'Name', values: {} },
        { arguments: ['node*'], set: 'Name', values: { name: ['node*'] } },
        { arguments: ['-PID', '7', '-Verbose'], set: 'Id', values: { id: [7], verbose: true } },
        { input: { PROCESSNAME: 'node' }, set: 'Name', values: { name: ['node'] } },
        { parameters: { name: ['node'], id: [1] }, errorId: 'AmbiguousParameterSet' },
        { parameters: { name: [''] }, errorId: 'ParameterArgumentValidationError' },
      ],
      fake,
    ),
  );

  it('runs as a job', async () => {
    await using result = await run(GetProc, { name: ['node', 'nobody'], asJob: true }, fake);
    const { job } = result;
    await job.untilState('Completed');
    expect(job.output.map(String)).toEqual(['node (20)', 'node (21)']);
    expect(job).toHaveErrorId('NoProcessFoundForGivenName');
  });

  it('finds the process it runs in among those of the machine', async () => {
    const { output } = await run(GetProc, { id: [process.pid] }, { packs: [processPack] });
    expect(output[0]?.id).toBe(process.pid);
    expect(output[0]?.workingSet).toBeGreaterThan(0);
  });
});
