import type { Job } from '@cmdlet/core';
import type { JobPorts } from '../../replay/jobs/job-port.js';
import type { JobScript } from '../../replay/jobs/job-script.js';
import { endless } from './start-job.js';
import { gate } from './thread-jobs.js';

const nothing = () => undefined;
const throws = () => {
  throw new Error('x');
};
const unknownInstance = '11111111-2222-3333-4444-555555555555';

async function ids(g: JobScript, parameters: object): Promise<number[]> {
  return (await g.run('Get-Job', { ...parameters })).map((job) => (job as Job).id);
}

async function names(g: JobScript, parameters: object): Promise<string[]> {
  return (await g.run('Get-Job', { ...parameters })).map((job) => (job as Job).name);
}

/** The cases of `get-job` and `wait-job`. */
export const findingPorts: JobPorts = {
  'gj-none': async (g) => g.write((await g.run('Get-Job')).length),
  'gj-live-object': async (g) => {
    const job = await g.doneThread(nothing);
    g.write((await g.run('Get-Job', { id: job.id }))[0] === job);
  },
  'gj-by-id-array': async (g) => {
    for (let n = 0; n < 3; n++) await g.doneThread(nothing);
    g.write(...(await ids(g, { id: [3, 1] })), ...(await ids(g, { id: 2 })));
  },
  'gj-by-id-partly-missing': async (g) => {
    for (let n = 0; n < 2; n++) await g.doneThread(nothing);
    g.write(...(await ids(g, { id: [1, 77, 2, 78] })));
  },
  'gj-by-id-text-number': async (g) => {
    await g.doneThread(nothing);
    g.write(...(await names(g, { id: '1' })));
  },
  'gj-by-id-not-a-number': (g) => g.pipe('Get-Job', { id: 'abc' }),
  'gj-by-name': async (g) => {
    await g.doneThread(nothing, { name: 'alpha' });
    await g.done(nothing, { name: 'beta' });
    g.write(...(await names(g, { name: ['BETA', 'alpha'] })), ...(await names(g, { name: 'beta' })));
  },
  'gj-by-name-wildcard-process-and-thread': async (g) => {
    await g.doneThread(nothing, { name: 'abc1' });
    await g.done(nothing, { name: 'abc2' });
    g.write(...(await names(g, { name: 'abc*' })), '--', ...(await names(g, { name: '*' })));
  },
  'gj-by-name-wildcard-no-match': async (g) => {
    await g.pipe('Get-Job', { name: 'nobody*' });
    g.write(g.lastErrors.length === 0);
  },
  'gj-by-name-no-match': async (g) => {
    await g.pipe('Get-Job', { name: ['nobody', 'noone'] });
    g.write(g.lastErrors.length === 0);
  },
  'gj-by-name-twice': async (g) => {
    await g.done(nothing, { name: 'abc' });
    g.write((await g.run('Get-Job', { name: ['abc', 'a*'] })).length);
  },
  'gj-by-name-null-or-empty': async (g) => {
    await g.pipe('Get-Job', { name: '' });
    await g.pipe('Get-Job', { name: null });
  },
  'gj-by-instanceid-not-found': (g) => g.pipe('Get-Job', { instanceId: unknownInstance }),
  'gj-by-instanceid-bad': (g) => g.pipe('Get-Job', { instanceId: 'nonsense' }),
  'gj-by-state': async (g) => {
    const { scriptBlock, using } = gate(g);
    const running = await g.thread(scriptBlock, { using });
    await g.doneThread(nothing);
    await g.doneThread(throws);
    g.write(`running ${await ids(g, { state: 'Running' })}`, `completed ${await ids(g, { state: 'Completed' })}`);
    g.write(`failed ${await ids(g, { state: 'Failed' })}`, `blocked ${(await ids(g, { state: 'Blocked' })).length}`);
    g.file('go');
    await g.wait(running);
  },
  'gj-by-state-bad': (g) => g.pipe('Get-Job', { state: 'Nothing' }),
  'gj-by-state-top-level-only': async (g) => {
    await g.done(nothing);
    g.write(...(await ids(g, { state: 'Completed' })));
  },
  'gj-by-command': async (g) => {
    await g.done(g.block('() => { 1 + 1 }'));
    await g.done(g.block('() => { 2 + 2 }'));
    for (const command of ['1 + 1', ' 1 + 1 ', '* + *']) g.write(...(await ids(g, { command })));
    g.write((await ids(g, { command: '3 + 3' })).length);
  },
  'gj-by-filter-empty': (g) => g.pipe('Get-Job', { filter: {} }),
  'gj-pipeline-of-jobs': async (g) => {
    const job = await g.done(nothing, { name: 'p' });
    g.write(...(await g.run('Get-Job', {}, [job])).map((each) => (each as Job).id));
  },
  'gj-pipeline-of-objects-with-id': async (g) => {
    await g.doneThread(nothing);
    g.write(...(await g.run('Get-Job', {}, [{ Id: 1 }])).map((each) => (each as Job).id));
  },
  'gj-pipeline-of-objects-with-name': async (g) => {
    await g.doneThread(nothing, { name: 'n' });
    g.write(...(await g.run('Get-Job', {}, [{ Name: 'n' }])).map((each) => (each as Job).id));
  },
  'gj-child-job-state': async (g) => {
    await g.wait(await g.start(throws), await g.start(nothing));
    for (const childJobState of ['Failed', 'Completed', 'Running']) g.write(`${await ids(g, { childJobState })}`);
    g.write(`${await ids(g, { childJobState: 'Failed', includeChildJob: true })}`);
  },
  'gj-has-more-data': async (g) => {
    await g.wait(await g.thread(() => 1), await g.thread(nothing));
    for (const hasMoreData of [true, false, true]) g.write(`${await ids(g, { hasMoreData })}`);
  },
  'gj-has-more-data-children': async (g) => {
    await g.wait(await g.start(() => 1), await g.start(nothing));
    for (const hasMoreData of [true, false]) g.write(`${await ids(g, { hasMoreData, includeChildJob: true })}`);
  },
  'gj-whatif-not-supported': (g) => g.pipe('Get-Job', { whatIf: true }),
  'gj-id-and-name-together': (g) => g.pipe('Get-Job', { id: 1, name: 'a' }),
  'gj-filter-with-include-child': (g) => g.pipe('Get-Job', { filter: { a: 1 }, includeChildJob: true }),

  'wj-finished-job-returns-at-once': async (g) => {
    const job = await g.doneThread(nothing);
    const { instanceId } = job;
    for (const parameters of [{ job }, { id: 1 }, { name: 'Job1' }, { instanceId }, { state: 'Completed' }]) {
      g.write(...(await g.run('Wait-Job', parameters)).map((each) => (each as Job).id));
    }
  },
  'wj-pipeline': async (g) => {
    const jobs = [await g.thread(nothing), await g.thread(nothing)];
    g.write(...(await g.run('Wait-Job', {}, jobs)).map((each) => (each as Job).id));
  },
  'wj-output-is-the-same-object': async (g) => {
    const job = await g.thread(nothing);
    g.write((await g.run('Wait-Job', { job }))[0] === job);
  },
  'wj-timeout-zero-any-finished': async (g) => {
    const job = await g.doneThread(nothing);
    g.write((await g.run('Wait-Job', { job, timeout: 0, any: true })).length);
  },
  'wj-timeout-enough': async (g) => {
    const job = await g.thread(nothing);
    g.write(...(await g.run('Wait-Job', { job, timeout: 60 })).map((each) => (each as Job).id));
  },
  'wj-timeout-minus-two': async (g) => {
    await g.pipe('Wait-Job', { timeout: -2 }, [await g.thread(nothing)]);
  },
  'wj-timeout-alias': async (g) => {
    const jobs = await g.run('Wait-Job', { timeoutSec: 30 }, [await g.thread(nothing)]);
    g.write(...jobs.map((each) => (each as Job).id));
  },
  'wj-not-found': async (g) => {
    await g.pipe('Wait-Job', { name: 'nobody' });
    await g.pipe('Wait-Job', { id: 99 });
  },
  'wj-no-parameters': (g) => g.pipe('Wait-Job'),
  'wj-null': (g) => g.pipe('Wait-Job', { job: null }),
  'wj-not-started-is-awaited': async (g) => {
    const { scriptBlock, using } = gate(g);
    await g.thread(scriptBlock, { using, throttleLimit: 1 });
    const job = await g.thread(nothing);
    const { output } = await g.quietly('Wait-Job', { job, timeout: 1 });
    g.write(output.length);
    g.file('go');
    g.write(...(await g.run('Wait-Job', { job })).map((each) => (each as Job).id));
  },
};

/** The cases of `stop-job` and `remove-job`. */
export const endingPorts: JobPorts = {
  'sp-running-process-job': async (g) => {
    const job = await g.start(writesAndGoesOn);
    await g.until(() => job.output.length > 0);
    await g.run('Stop-Job', { job });
    g.write(job.state, g.child(job).state);
    await g.pipe('Receive-Job', { job });
  },
  'sp-finished-is-skipped': async (g) => {
    const job = await g.doneThread(nothing);
    await g.pipe('Stop-Job', { job });
    g.write(g.lastErrors.length === 0, job.state);
  },
  'sp-failed-stays-failed': async (g) => {
    const job = await g.doneThread(throws);
    await g.pipe('Stop-Job', { job });
    g.write(job.state);
  },
  'sp-child-job': async (g) => {
    const job = await g.start(writesAndGoesOn);
    await g.until(() => job.output.length > 0);
    await g.run('Stop-Job', { id: 2 });
    await job.finished;
    g.write(job.state, g.child(job).state);
  },
  'sp-not-found': async (g) => {
    await g.pipe('Stop-Job', { id: [5, 6] });
    await g.pipe('Stop-Job', { name: 'n' });
  },
  'sp-wildcard-no-match': async (g) => {
    await g.pipe('Stop-Job', { name: 'n*' });
    g.write(g.lastErrors.length === 0);
  },
  'sp-command-not-offered': (g) => g.pipe('Stop-Job', { command: 'x' }),
  'sp-force-not-offered': async (g) => g.pipe('Stop-Job', { force: true }, [await g.doneThread(nothing)]),
  'sp-finally-runs': async (g) => {
    const block = async ({ using, signal }: { using: { up: string; log: string }; signal: AbortSignal }) => {
      const { appendFileSync } = await import('node:fs');
      try {
        appendFileSync(using.up, 'up');
        await new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        });
      } finally {
        appendFileSync(using.log, 'finally');
      }
    };
    const job = await g.thread(block, { using: { up: g.path('up'), log: g.path('log') } });
    await g.until(() => g.exists('up'));
    await g.run('Stop-Job', { job });
    g.write(g.read('log'));
  },
  'sp-same-process-job-twice': async (g) => {
    const job = await g.start(writesAndGoesOn);
    await g.until(() => job.output.length > 0);
    g.write(...(await g.run('Stop-Job', { job: [job, job], passThru: true })).map((each) => (each as Job).state));
  },
  'sp-same-job-twice': async (g) => {
    const job = await g.thread(endless);
    g.write(...(await g.run('Stop-Job', { job: [job, job], passThru: true })).map((each) => (each as Job).state));
  },
  'sp-whatif-process-job': async (g) => {
    const job = await g.start(endless, { name: 'w' });
    await g.quietly('Stop-Job', { job, whatIf: true });
    g.write(job.state);
  },

  'rm-finished': async (g) => {
    await g.run('Remove-Job', { job: await g.done(() => 1) });
    g.write((await g.run('Get-Job')).length, g.lastErrors.length === 0);
  },
  'rm-no-output': async (g) => g.write((await g.run('Remove-Job', { job: await g.doneThread(() => 1) })).length),
  'rm-running-without-force': async (g) => {
    const a = await g.thread(endless);
    const b = await g.doneThread(nothing);
    await g.run('Remove-Job', { job: [a, b] });
    g.write(...(await ids(g, {})));
  },
  'rm-running-process-job-without-force': async (g) => {
    await g.start(endless);
    await g.run('Remove-Job', { id: 1 });
    g.write(...(await ids(g, {})));
  },
  'rm-running-with-force': async (g) => {
    const job = await g.start(writesAndGoesOn);
    await g.until(() => job.output.length > 0);
    await g.run('Remove-Job', { job, force: true });
    g.write((await g.run('Get-Job')).length, job.state);
  },
  'rm-by-state-running-needs-no-force': async (g) => {
    const job = await g.start(writesAndGoesOn);
    await g.until(() => job.output.length > 0);
    await g.run('Remove-Job', { state: 'Running' });
    g.write((await g.run('Get-Job')).length, job.state);
  },
  'rm-by-state-with-force': (g) => g.pipe('Remove-Job', { state: 'Running', force: true }),
  'rm-child-by-object': async (g) => {
    const job = await g.done(nothing);
    await g.run('Remove-Job', { job: g.child(job) });
    g.write((await g.run('Get-Job')).length);
  },
  'rm-child-by-name': async (g) => {
    await g.done(nothing);
    await g.pipe('Remove-Job', { name: 'Job2' });
  },
  'rm-child-by-instanceid': async (g) => {
    const job = await g.done(nothing);
    await g.pipe('Remove-Job', { instanceId: g.child(job).instanceId });
  },
  'rm-wildcard-name-removes-parents-only': async (g) => {
    await g.done(nothing);
    await g.run('Remove-Job', { name: 'Job*' });
    g.write((await g.run('Get-Job')).length);
  },
  'rm-wildcard-name-thread-jobs': async (g) => {
    await g.doneThread(nothing);
    await g.run('Remove-Job', { name: '*' });
    const noError = g.lastErrors.length === 0;
    g.write((await g.run('Get-Job')).length, noError);
  },
  'rm-twice': async (g) => {
    const job = await g.done(nothing);
    await g.run('Remove-Job', { job });
    await g.pipe('Remove-Job', { job });
  },
  'rm-twice-thread-job': async (g) => {
    const job = await g.doneThread(nothing);
    await g.run('Remove-Job', { job });
    await g.pipe('Remove-Job', { job });
  },
  'rm-same-job-twice-in-one-call': async (g) => {
    const job = await g.doneThread(nothing);
    await g.run('Remove-Job', { job: [job, job] });
    g.write((await g.run('Get-Job')).length);
  },
  'rm-not-found': async (g) => {
    await g.pipe('Remove-Job', { id: 9 });
    await g.pipe('Remove-Job', { name: 'nobody' });
    await g.pipe('Remove-Job', { instanceId: unknownInstance });
  },
  'rm-wildcard-no-match': async (g) => {
    await g.pipe('Remove-Job', { name: 'nobody*' });
    g.write(g.lastErrors.length === 0);
  },
  'rm-empty-pipeline': async (g) => {
    await g.pipe('Remove-Job', {}, []);
    await g.pipe('Remove-Job', {}, await g.run('Get-Job'));
    g.write(g.lastErrors.length === 0);
  },
  'rm-husk-thread-job': async (g) => {
    const job = await g.doneThread(() => 1, { name: 'n' });
    await g.run('Remove-Job', { job });
    g.write(job.id, job.name, job.state, job.hasMoreData, `out ${job.output.length}`);
  },
  'rm-pipeline-by-property-name': async (g) => {
    await g.doneThread(nothing, { name: 'n' });
    await g.run('Remove-Job', {}, [{ Name: 'n' }]);
    g.write((await g.run('Get-Job')).length);
  },
  'rm-event-job-without-force': async (g) => {
    const [job] = await g.run('Register-EngineEvent', { sourceIdentifier: 's', action: nothing });
    await g.pipe('Remove-Job', { job });
  },
  'rm-event-job-force': async (g) => {
    const [job] = (await g.run('Register-EngineEvent', { sourceIdentifier: 's', action: nothing })) as Job[];
    await g.run('Remove-Job', { job, force: true });
    g.write((await g.run('Get-Job')).length, (await g.run('Get-EventSubscriber')).length, job?.state);
  },
};

async function writesAndGoesOn({
  writeObject,
  signal,
}: {
  writeObject(value: unknown): Promise<void>;
  signal: AbortSignal;
}): Promise<void> {
  await writeObject('x');
  await new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
}
