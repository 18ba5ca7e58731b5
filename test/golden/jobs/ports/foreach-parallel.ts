import type { Job } from '@cmdlet/core';
import { PSTaskChildJob, PSTaskJob } from '@cmdlet/jobs';
import type { JobPorts } from '../../replay/jobs/job-port.js';
import { gate } from './thread-jobs.js';

const itself = (record: unknown) => record;
const nothing = () => undefined;
const failsAtTwo = (record: unknown) => {
  if (record === 2) throw new Error('two');
  return record;
};

export const forEachParallelPorts: JobPorts = {
  'fp-output-of-all': async (g) => {
    const tens = await g.run('ForEach-Object', { parallel: (record: number) => record * 10 }, [1, 2, 3, 4]);
    g.write(...tens.toSorted());
  },
  'fp-output-comes-as-it-is-made': async (g) => {
    const block = async function* (record: number, { using }: { using: { go: string } }) {
      const { existsSync } = await import('node:fs');
      while (record === 1 && !existsSync(using.go)) await new Promise((resolve) => setTimeout(resolve, 5));
      yield record;
    };
    const parallel = g.session.from([1, 2]).pipe('ForEach-Object', { parallel: block, using: gate(g).using });
    await parallel.run(({ record }) => {
      g.write(record);
      if (record === 2) g.file('go');
    });
  },
  'fp-empty-input': async (g) => {
    await g.pipe('ForEach-Object', { parallel: () => 'never' }, []);
    g.write(g.lastErrors.length === 0);
  },
  'fp-using-undefined': (g) =>
    g.pipe(
      'ForEach-Object',
      { parallel: (_: unknown, { using }: { using: { notthere: number } }) => using.notthere },
      [1],
    ),
  'fp-using-member': (g) =>
    g.pipe(
      'ForEach-Object',
      { parallel: (_: unknown, { using }: { using: { o: { a: number } } }) => using.o.a, using: { o: { a: 5 } } },
      [1],
    ),
  'fp-using-scriptblock': (g) => g.pipe('ForEach-Object', { parallel: itself, using: { b: () => 1 } }, [1]),
  'fp-throw': (g) => g.pipe('ForEach-Object', { parallel: failsAtTwo, throttleLimit: 1 }, [1, 2, 3]),
  'fp-timeout-output-before': (g) =>
    g.pipe(
      'ForEach-Object',
      {
        parallel: async function* (record: number, { signal }: { signal: AbortSignal }) {
          yield `a${record}`;
          if (record === 2)
            await new Promise((_resolve, reject) => {
              signal.addEventListener('abort', () => reject(signal.reason));
            });
        },
        timeoutSeconds: 5,
        throttleLimit: 1,
      },
      [1, 2],
    ),
  'fp-timeout-negative': (g) => g.pipe('ForEach-Object', { parallel: nothing, timeoutSeconds: -1 }, [1]),
  'fp-timeout-with-asjob': (g) => g.pipe('ForEach-Object', { parallel: nothing, timeoutSeconds: 5, asJob: true }, [1]),
  'fp-common-parameter-error-action': (g) =>
    g.pipe('ForEach-Object', { parallel: itself, errorAction: 'SilentlyContinue' }, [1]),
  'fp-common-parameter-information-action': (g) =>
    g.pipe('ForEach-Object', { parallel: itself, informationAction: 'Continue' }, [1]),
  'fp-common-parameter-pipeline-variable': (g) =>
    g.pipe('ForEach-Object', { parallel: itself, pipelineVariable: 'p' }, [1]),
  'fp-asjob-type': async (g) => {
    const job = await g.parallel([1, 2], g.block('($_) => { $_ }'));
    const child = g.child(job);
    g.write(job instanceof PSTaskJob ? 'System.Management.Automation.PSTasks.PSTaskJob' : '', job.psJobTypeName);
    g.write(child instanceof PSTaskChildJob ? 'System.Management.Automation.PSTasks.PSTaskChildJob' : '');
    g.write(child.psJobTypeName, job.childJobs.length, job.location, child.location);
    g.write(`[${job.statusMessage}]`, `[${job.command}]`, `[${child.command}]`);
    await g.wait(job);
  },
  'fp-asjob-written-at-the-end': async (g) => {
    const order: string[] = [];
    function* records() {
      for (const each of [1, 2, 3]) {
        order.push(`in${each}`);
        yield each;
      }
    }
    const [job] = await g.session
      .from(records())
      .pipe('ForEach-Object', { parallel: nothing, asJob: true })
      .pipe('ForEach-Object', {
        process: (each: unknown) => {
          order.push('job');
          return each;
        },
      });
    g.write(...order);
    await g.wait(job as Job);
  },
  'fp-asjob-empty-input': async (g) => {
    const jobs = (await g.run('ForEach-Object', { parallel: nothing, asJob: true }, [])) as Job[];
    await jobs[0]?.finished;
    g.write(jobs.length, jobs[0]?.state, jobs[0]?.childJobs.length);
  },
  'fp-asjob-receive-order': async (g) => {
    const job = await g.parallel([1, 2, 3], (record: number) => [`a${record}`, `b${record}`], { throttleLimit: 3 });
    await g.wait(job);
    await g.pipe('Receive-Job', { job });
  },
  'fp-asjob-throttle': async (g) => {
    const block = async (_: unknown, { using }: { using: { go: string } }) => {
      const { existsSync } = await import('node:fs');
      while (!existsSync(using.go)) await new Promise((resolve) => setTimeout(resolve, 5));
    };
    const job = await g.parallel([1, 2, 3, 4], block, { using: gate(g).using, throttleLimit: 2 });
    g.write(job.childJobs.map(({ state }) => state).join(','));
    g.file('go');
    await g.wait(job);
    g.write((job as PSTaskJob).allocatedRunspaceCount);
  },
  'fp-asjob-new-runspace': async (g) => {
    const job = await g.parallel([1, 2, 3, 4], nothing, { throttleLimit: 2, useNewRunspace: true });
    await g.wait(job);
    g.write((job as PSTaskJob).allocatedRunspaceCount);
  },
  'fp-runspace-is-reused': (g) => {
    const block = g.block(
      '(record) => { const seen = "[" + (globalThis.goldenV ?? "") + "]"; globalThis.goldenV = record; return seen; }',
    );
    return g.pipe('ForEach-Object', { parallel: block, throttleLimit: 1 }, [1, 2, 3]);
  },
  'fp-asjob-has-more-data': async (g) => {
    const job = await g.parallel([1], () => 5);
    await g.wait(job);
    g.write(job.hasMoreData, g.child(job).hasMoreData);
    await g.pipe('Receive-Job', { job });
    g.write(job.hasMoreData);
  },
  'fp-select-first-stops': async (g) => {
    g.write(
      ...(await g.session
        .from([1, 2, 3, 4, 5])
        .pipe('ForEach-Object', { parallel: itself, throttleLimit: 1 })
        .pipe('Select-Object', { first: 2 })),
    );
  },
  'fp-warning-verbose-streams': async (g) => {
    const block = async (
      _: unknown,
      context: Record<
        'writeWarning' | 'writeVerbose' | 'writeDebug' | 'writeInformation',
        (text: string) => Promise<void>
      >,
    ) => {
      await context.writeWarning('w');
      await context.writeVerbose('v');
      await context.writeInformation('i');
      await context.writeDebug('d');
    };
    const { warnings, verbose, debug, information } = await g.quietly('ForEach-Object', { parallel: block }, [1]);
    for (const each of [...warnings, ...verbose, ...debug, ...information]) g.write(`${each.constructor.name} ${each}`);
  },
  'names-foreach-parallel': async (g) => {
    const job = await g.parallel(['x', 'y'], itself);
    await g.wait(job);
    g.write(job.name, ...job.childJobs.map(({ name }) => name));
  },
  'st-foreach-parallel-one-fails': async (g) => {
    const job = await g.parallel([1, 2, 3], failsAtTwo, { throttleLimit: 1 });
    await g.wait(job);
    g.write(job.state, ...job.childJobs.map(({ state }) => state), job.jobStateInfo.reason === undefined);
    g.write(g.child(job, 1).jobStateInfo.reason?.message);
  },
  'st-foreach-parallel-stopped': async (g) => {
    const block = (_: unknown, { signal }: { signal: AbortSignal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    const job = await g.parallel([1, 2, 3], block, { throttleLimit: 1 });
    const log = g.log([job, 'parent'], [g.child(job), 'c1'], [g.child(job, 1), 'c2']);
    await g.run('Stop-Job', { job });
    g.write(...log.lines, job.state, ...job.childJobs.map(({ state }) => state));
  },
};
