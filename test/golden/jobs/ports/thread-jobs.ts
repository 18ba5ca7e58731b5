import { existsSync } from 'node:fs';
import type { Job } from '@cmdlet/core';
import { ThreadJob } from '@cmdlet/jobs';
import type { JobPorts } from '../../replay/jobs/job-port.js';
import type { JobScript } from '../../replay/jobs/job-script.js';
import { endless } from './start-job.js';

/** Work that goes on until the file exists whose path is handed over. */
export const untilFile = async ({ using }: { using: { go: string } }) => {
  const { existsSync } = await import('node:fs');
  while (!existsSync(using.go)) await new Promise((resolve) => setTimeout(resolve, 5));
};

/** Parameters of work that goes on until a file `go` exists in the directory of the case. */
export function gate(g: JobScript): {
  readonly scriptBlock: typeof untilFile;
  readonly using: { readonly go: string };
} {
  return { scriptBlock: untilFile, using: { go: g.path('go') } };
}

const nothing = () => undefined;

export const threadJobPorts: JobPorts = {
  'tj-type-and-constants': async (g) => {
    const job = await g.doneThread(g.block('() => { 1 }'));
    g.write(job instanceof ThreadJob ? 'Microsoft.PowerShell.ThreadJob.ThreadJob' : job.constructor.name, true);
    g.write(job.psJobTypeName, job.location, `[${job.statusMessage}]`, job.childJobs.length, `[${job.command}]`);
  },
  'tj-file-command-is-path': async (g) => {
    g.file('a.js', "export default ({ args, scriptPath }) => ['x=' + args[0], scriptPath !== undefined];");
    const job = await g.doneThread(undefined, { scriptBlock: undefined, filePath: './a.js', argumentList: [4] });
    g.write(job.command);
    await g.pipe('Receive-Job', { job });
  },
  'tj-file-wrong-extension': (g) => {
    g.file('a.txt', '1');
    return g.pipe('Start-ThreadJob', { filePath: './a.txt' });
  },
  'tj-file-missing': (g) => g.pipe('Start-ThreadJob', { filePath: './missing.ts' }),
  'tj-objects-are-live': async (g) => {
    const o = ['live'];
    const job = await g.thread(({ using }: { using: { o: unknown } }) => [using.o], { using: { o } });
    const [received] = await g.run('Receive-Job', { job, wait: true });
    g.write(received === o);
  },
  'tj-using-in-file': (g) => {
    g.file('a.js', "export default ({ using }) => 'v=' + using.v;");
    return g.threadGives(undefined, { scriptBlock: undefined, filePath: './a.js', using: { v: 'caller' } });
  },
  'tj-input-null': (g) => g.pipe('Start-ThreadJob', { scriptBlock: () => 1, inputObject: null }),
  'tj-input-one-job-for-the-pipeline': async (g) => {
    const count = async ({ input }: { input: AsyncIterable<unknown> }) => {
      let records = 0;
      for await (const _ of input) records++;
      return records;
    };
    const jobs = await g.run('Start-ThreadJob', { scriptBlock: count }, [1, 2, 3]);
    g.write(jobs.length);
    await g.pipe('Receive-Job', { job: jobs, wait: true });
  },
  'tj-args-null-and-array': async (g) => {
    await g.threadGives(({ args }: { args: readonly unknown[] }) => args.length, { argumentList: null });
    await g.threadGives(({ args }: { args: readonly unknown[][] }) => [args.length, args[0]?.length], {
      argumentList: [[1, 2, 3]],
    });
    await g.threadGives(({ args }: { args: readonly unknown[] }) => Number(args[0]) + 1, { argumentList: ['41'] });
  },
  'tj-queue-limit-sticky': async (g) => {
    await g.doneThread(nothing, { throttleLimit: 2 });
    const { scriptBlock, using } = gate(g);
    const jobs: Job[] = [];
    for (let n = 0; n < 4; n++) jobs.push(await g.thread(scriptBlock, { using }));
    await g.until(() => jobs.filter(({ state }) => state === 'Running').length === 2);
    g.write(jobs.map(({ state }) => state).join(','));
    const later = await g.thread(scriptBlock, { using, throttleLimit: 4 });
    g.write(`${jobs.map(({ state }) => state).join(',')} ${later.state}`);
    g.file('go');
    await g.wait(...jobs, later);
  },
  'tj-queue-first-in-first-out': async (g) => {
    const { scriptBlock, using } = gate(g);
    const log = g.path('log');
    await g.thread(scriptBlock, { using, throttleLimit: 1 });
    const jobs: Job[] = [];
    for (const n of [1, 2, 3, 4]) {
      const append = async ({ using }: { using: { log: string; n: number } }) => {
        const { appendFileSync } = await import('node:fs');
        appendFileSync(using.log, `${using.n},`);
      };
      jobs.push(await g.thread(append, { using: { log, n } }));
    }
    g.file('go');
    await g.wait(...jobs);
    g.write(g.read('log').replace(/,$/, ''));
  },
  'tj-queue-is-process-wide': async (g) => {
    const { Session } = await import('@cmdlet/core');
    const { jobPack } = await import('@cmdlet/jobs');
    const { scriptBlock, using } = gate(g);
    const first = await g.thread(scriptBlock, { using, throttleLimit: 1 });
    const other = await Session.create({ packs: [jobPack] });
    const [job] = (await other.invoke('Start-ThreadJob', { scriptBlock: () => 1 })) as Job[];
    g.write(job?.state);
    await job?.finished;
    g.write(job?.state);
    await other.dispose();
    g.file('go');
    await g.wait(first);
  },
  'tj-throttlelimit-range': async (g) => {
    await g.pipe('Start-ThreadJob', { scriptBlock: nothing, throttleLimit: 0 });
    await g.pipe('Start-ThreadJob', { scriptBlock: nothing, throttleLimit: 1_000_001 });
  },
  'tj-no-working-directory-parameter': (g) =>
    g.pipe('Start-ThreadJob', { scriptBlock: nothing, workingDirectory: '/' }),
  'tj-scope-is-empty': async (g) => {
    Object.assign(globalThis, { goldenVariable: 1 });
    await g.threadGives(
      g.block(
        '() => ["[" + (typeof goldenVariable === "undefined" ? "" : goldenVariable) + "]", typeof goldenFunction !== "undefined"]',
      ),
    );
    Reflect.deleteProperty(globalThis, 'goldenVariable');
  },
  'tj-start-twice-fails': async (g) => {
    const job = await g.doneThread(() => 1);
    try {
      (job as ThreadJob).begin();
      (job as ThreadJob).start({} as never);
    } catch (error) {
      g.write((error as Error).name, (error as Error).message);
    }
    g.write(job.state, job.error.length);
  },
  'tj-progress-kept-until-received': async (g) => {
    const job = await g.doneThread(async ({ writeProgress }: { writeProgress(facts: object): Promise<void> }) => {
      await writeProgress({ activity: 'a', statusDescription: 's', percentComplete: 50 });
      await writeProgress({ activity: 'a', statusDescription: 'Processing', completed: true });
    });
    g.write(job.progress.length, job.hasMoreData);
    await g.pipe('Receive-Job', { job });
    g.write(job.progress.length);
  },
  'tj-queue-nested-deadlock': async (g) => {
    const { startJob } = await import('@cmdlet/jobs');
    const { session } = g;
    await g.doneThread(nothing, { throttleLimit: 1 });
    const job = await startJob(
      session,
      async () => {
        const inner = await startJob(session, () => 1, { in: 'inline' });
        return session.invoke('Receive-Job', { job: inner, wait: true });
      },
      { in: 'inline' },
    );
    g.write((await g.run('Wait-Job', { job, timeout: 2 })).length, job.state);
  },
  'tj-queue-stop-of-a-queued-job': async (g) => {
    const { scriptBlock, using } = gate(g);
    const states = (...jobs: readonly Job[]) => jobs.map(({ state }) => state).join(' ');
    const a = await g.thread(scriptBlock, { using, throttleLimit: 1 });
    const b = await g.thread(nothing);
    const c = await g.thread(scriptBlock, { using });
    const d = await g.thread(scriptBlock, { using });
    await g.run('Stop-Job', { job: b });
    g.write(states(a, b, c, d));
    const e = await g.thread(scriptBlock, { using });
    g.write(states(a, b, c, d, e));
    g.file('go');
    await g.wait(a, c, d, e);
    g.write(states(a, b, c, d, e));
  },
  'tj-environment-is-shared': async (g) => {
    await g.doneThread(() => {
      process.env['GOLDEN_TJ'] = 'set';
    });
    g.write(process.env['GOLDEN_TJ'] ?? null);
    Reflect.deleteProperty(process.env, 'GOLDEN_TJ');
  },
  'lt-stop-waits-for-a-blocking-call': async (g) => {
    const block = ({ using }: { using: { up: string } }) => {
      const { writeFileSync } = process.getBuiltinModule('node:fs');
      writeFileSync(using.up, '');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1500);
      return 'behind the call';
    };
    const job = await g.thread(block, { using: { up: g.path('up') } });
    await g.until(() => existsSync(g.path('up')));
    const begin = performance.now();
    await g.run('Stop-Job', { job });
    g.write(performance.now() - begin > 1000, job.state);
    await g.pipe('Receive-Job', { job });
  },
  'lt-thread-job-same-process': async (g) => {
    const [id] = await g.run('Receive-Job', { job: await g.thread(() => process.pid), wait: true });
    g.write(id === process.pid);
  },
  'sp-running-thread-job': async (g) => {
    const job = await g.thread(async (context: { writeObject(value: unknown): Promise<void>; signal: AbortSignal }) => {
      await context.writeObject('x');
      await new Promise((_resolve, reject) => {
        context.signal.addEventListener('abort', () => reject(context.signal.reason));
      });
    });
    await g.until(() => job.output.length > 0);
    await g.run('Stop-Job', { job });
    g.write(job.state);
    await g.pipe('Receive-Job', { job });
  },
  'sp-passthru': async (g) => {
    const job = await g.thread(endless);
    await g.until(() => job.state === 'Running');
    g.write(
      ...(await g.run('Stop-Job', { job, passThru: true })).map((each) => `${(each as Job).id} ${(each as Job).state}`),
    );
  },
};
