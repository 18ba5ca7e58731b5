import assert from 'node:assert/strict';
import { Job, JobIdCounter } from '@cmdlet/core';
import type { Execution, Executor, WorkRequest } from '@cmdlet/jobs';
import type { TestCase } from '../test-case.js';
import { contractCases } from './contract-case.js';
import { ContractWork } from './contract-work.js';

/** An executor to be tested. */
export interface ExecutorSubject {
  /** Name of the class, for titles. */
  readonly name: string;
  readonly create: () => Executor | Promise<Executor>;
  /** Releases what {@link create} made. */
  readonly dispose?: (executor: Executor) => void | Promise<void>;
  /** Whether work that does not listen can be ended by force. Default true. */
  readonly force?: boolean;
}

/**
 * What every executor must do with the work it is given: records in order, input as it is read, reasons of failures, a
 * stop that is told and a stop by force. The work is text, so that it can be sent anywhere.
 *
 * @example
 * defineTests(it, executorContract({ name: 'ContainerExecutor', create: () => new ContainerExecutor(image) }));
 */
export function executorContract(subject: ExecutorSubject): readonly TestCase[] {
  const { name, create, dispose, force = true } = subject;
  const run = async (code: string, rest: Partial<WorkRequest>, look: (work: Work) => Promise<void>): Promise<void> => {
    const executor = await create();
    const request: WorkRequest = { source: { kind: 'function', text: code }, args: [], using: {}, ...rest };
    const job = new Job({ ids: new JobIdCounter() });
    const executions: Execution[] = [];
    job.start(
      new ContractWork([], async (_input, sink) => {
        const execution = executor.execute(request, sink);
        executions.push(execution);
        await execution.finished;
      }),
    );
    const [execution] = executions;
    try {
      assert.ok(execution !== undefined, String(job.jobStateInfo.reason));
      await look({ job, execution });
    } finally {
      if (force) await execution?.terminate();
      await job.dispose();
      await dispose?.(executor);
    }
  };
  const writes =
    (code: string, expected: readonly unknown[], rest: Partial<WorkRequest> = {}) =>
    () =>
      run(code, rest, async ({ job, execution }) => {
        await execution.finished;
        assert.deepEqual(job.output, expected);
      });

  return contractCases(name, {
    'has a location': async () => {
      const executor = await create();
      assert.notEqual(executor.location.trim(), '');
      await dispose?.(executor);
    },
    'writes what the work writes, then what it gives back': writes(
      'async ({ writeObject }) => { await writeObject("first"); return ["second", 3]; }',
      ['first', 'second', 3],
    ),
    'gives the work its arguments and values': writes(
      '({ args, using }) => [args.length, ...args, using.name]',
      [2, 1, 'two', 'Oslo'],
      { args: [1, 'two'], using: { name: 'Oslo' } },
    ),
    'gives the work its input, once': writes(
      'async function* ({ input }) { for await (const record of input) yield record * 2; }',
      [2, 4, 6],
      { input: numbers(3) },
    ),
    'keeps the order of all streams': () =>
      run(
        'async (context) => { await context.writeWarning("w"); await context.writeObject(1); await context.writeVerbose("v"); await context.writeError("e"); await context.writeObject(2); }',
        {},
        async ({ job, execution }) => {
          await execution.finished;
          assert.deepEqual(
            job.childJobs.flatMap(({ log }) => log.unread().map(({ stream }) => stream)),
            ['Warning', 'Output', 'Verbose', 'Error', 'Output'],
          );
        },
      ),
    'fails with what the work throws': () =>
      run('() => { throw new RangeError("too far"); }', {}, async ({ execution }) => {
        await assert.rejects(execution.finished, /too far/);
      }),
    'fails for text that is no function': () =>
      run('this is no function', {}, async ({ execution }) => {
        await assert.rejects(execution.finished);
      }),
    'tells with what the work exits': () =>
      run('({ exit }) => exit(3)', {}, async ({ execution }) => {
        assert.deepEqual(await execution.finished, { exitCode: 3 });
      }),
    'runs the initialization first, and keeps its output to itself': writes(
      '() => globalThis.contractOfExecutors',
      ['ready'],
      { initialization: { kind: 'function', text: '() => { globalThis.contractOfExecutors = "ready"; return 1; }' } },
    ),
    'asks the work to end, which may end by itself': () =>
      run(
        'async ({ signal, writeObject }) => { await writeObject("begun"); if (!signal.aborted) await new Promise((resolve) => signal.addEventListener("abort", resolve)); }',
        {},
        async ({ job, execution }) => {
          await written(job);
          await job.stop();
          await execution.finished.catch(() => undefined);
          assert.equal(job.state, 'Stopped');
        },
      ),
    'ends work by force that does not listen, once and for all': force
      ? () =>
          run(
            'async ({ writeObject }) => { await writeObject("begun"); for (;;) { } }',
            {},
            async ({ job, execution }) => {
              await written(job);
              await Promise.all([execution.terminate(), execution.terminate()]);
              await execution.finished.catch(() => undefined);
            },
          )
      : undefined,
  });
}

interface Work {
  readonly job: Job;
  readonly execution: Execution;
}

/** Resolves when the work has written something. */
function written(job: Job): Promise<void> {
  return new Promise((resolve) => {
    if (job.output.length > 0) resolve();
    else job.observe({ recordWritten: () => resolve() });
  });
}

async function* numbers(count: number): AsyncGenerator<number> {
  for (let number = 1; number <= count; number++) yield await Promise.resolve(number);
}
