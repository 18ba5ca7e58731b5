import { EventEmitter } from 'node:events';
import type { Job } from '@cmdlet/core';
import { JobIdCounter } from '@cmdlet/core';
import { PSEventJob } from '@cmdlet/jobs';
import { GoldenJob } from '../../replay/jobs/golden-job.js';
import type { JobPorts } from '../../replay/jobs/job-port.js';
import type { JobScript } from '../../replay/jobs/job-script.js';
import { endless } from './start-job.js';

const nothing = () => undefined;
const bad = () => {
  throw new Error('bad');
};

async function register(g: JobScript, action: unknown, parameters: object = {}): Promise<Job> {
  const [job] = await g.run('Register-EngineEvent', { sourceIdentifier: 's', action, ...parameters });
  return job as Job;
}

async function count(g: JobScript, command: string, parameters: object = {}): Promise<number> {
  return (await g.run(command, { ...parameters })).length;
}

function golden(g: JobScript, name = 'g', command = 'c'): GoldenJob {
  const job = new GoldenJob({ ids: g.session.resolve(JobIdCounter), name, command });
  g.session.jobs.add(job);
  return job;
}

/** The cases of `event-jobs`, and those of other files that are about events. */
export const eventPorts: JobPorts = {
  'ev-type': async (g) => {
    const job = await register(g, g.block('() => { 1 }'));
    g.write(job instanceof PSEventJob ? 'System.Management.Automation.PSEventJob' : '', `[${job.psJobTypeName}]`);
    g.write(job.location === '', job.statusMessage === '', job.childJobs.length, `[${job.command}]`);
    g.write(job.psBeginTime === undefined, await count(g, 'Get-Job'));
  },
  'ev-support-event': async (g) => {
    await g.pipe('Register-EngineEvent', { sourceIdentifier: 's', action: nothing, supportEvent: true });
    g.write(await count(g, 'Get-Job'), await count(g, 'Get-EventSubscriber'));
    g.write(await count(g, 'Get-EventSubscriber', { force: true }));
  },
  'ev-receive-wait-until-max-trigger': async (g) => {
    const job = await register(g, () => 1, { maxTriggerCount: 1 });
    await g.run('New-Event', { sourceIdentifier: 's' });
    await g.pipe('Receive-Job', { job, wait: true });
    g.write(job.state);
  },
  'ev-throw': async (g) => {
    const job = await register(g, async function* () {
      yield 'before';
      throw new Error('bad');
    });
    await g.run('New-Event', { sourceIdentifier: 's' });
    await g.until(() => job.state === 'Failed');
    g.write(job.hasMoreData, job.jobStateInfo.reason === undefined, job.error.length);
    await g.pipe('Receive-Job', { job });
  },
  'ev-unregister-keeps-job': async (g) => {
    const job = await register(g, () => 1);
    await g.run('Unregister-Event', { sourceIdentifier: 's' });
    g.write(...(await g.run('Get-Job')).map((each) => (each as Job).id), job.state);
  },
  'ev-unregister-by-subscription-id': async (g) => {
    const job = await register(g, () => 1);
    const [subscriber] = (await g.run('Get-EventSubscriber')) as { subscriptionId: number }[];
    await g.run('Unregister-Event', { subscriptionId: subscriber?.subscriptionId });
    g.write(job.state);
  },
  'ev-duplicate-identifier': async (g) => {
    await register(g, nothing);
    g.write(await register(g, nothing), await count(g, 'Get-Job'));
  },
  'ev-duplicate-object-identifier': async (g) => {
    const parameters = {
      inputObject: new EventEmitter(),
      eventName: 'Elapsed',
      sourceIdentifier: 's',
      action: nothing,
    };
    await g.run('Register-ObjectEvent', parameters);
    await g.pipe('Register-ObjectEvent', parameters);
  },
  'ev-action-and-forward': (g) =>
    g.pipe('Register-EngineEvent', { sourceIdentifier: 's', action: nothing, forward: true }),
  'ev-object-event-null': (g) => g.pipe('Register-ObjectEvent', { inputObject: null, eventName: 'Elapsed' }),
  'ev-unregister-unknown': async (g) => {
    await g.pipe('Unregister-Event', { sourceIdentifier: 'nobody' });
    await g.pipe('Unregister-Event', { subscriptionId: 4711 });
    await g.pipe('Unregister-Event', { sourceIdentifier: 'nobody*' });
    g.write(g.lastErrors.length === 0);
  },
  'sp-event-job': async (g) => {
    const job = await register(g, nothing);
    await g.run('Stop-Job', { job });
    g.write(job.state, await count(g, 'Get-EventSubscriber'));
  },
  'st-event-job-max-trigger': async (g) => {
    const job = await register(g, () => 1, { sourceIdentifier: 'ev', maxTriggerCount: 2 });
    const log = g.log([job, 'ev']);
    await g.run('New-Event', { sourceIdentifier: 'ev' });
    await g.run('New-Event', { sourceIdentifier: 'ev' });
    await g.until(() => job.state === 'Stopped');
    g.write(...log.lines, await count(g, 'Get-EventSubscriber'));
  },
  'st-event-job-throws': async (g) => {
    const job = await register(g, bad, { sourceIdentifier: 'ev' });
    const log = g.log([job, 'ev']);
    await g.run('New-Event', { sourceIdentifier: 'ev' });
    await g.until(() => job.state === 'Failed');
    await g.run('New-Event', { sourceIdentifier: 'ev' });
    g.write(job.state, job.hasMoreData);
    await g.run('Unregister-Event', { sourceIdentifier: 'ev' });
    g.write(...log.lines, job.jobStateInfo.reason?.message);
  },
};

/** The cases of `debug-suspend` and `invoke-command`, and of author's jobs. */
export const authorPorts: JobPorts = {
  'db-no-such-name': (g) => g.pipe('Debug-Job', { name: 'nobody' }),
  'db-no-such-id': (g) => g.pipe('Debug-Job', { id: 99 }),
  'db-null': (g) => g.pipe('Debug-Job', { job: null }),
  'db-child-not-found': async (g) => {
    await g.start(endless);
    await g.pipe('Debug-Job', { id: 2 });
  },
  'db-finished-job-debugger-on': async (g) => g.pipe('Debug-Job', { job: await g.done(nothing) }),
  'db-author-job-debugger-on': async (g) => g.pipe('Debug-Job', { job: golden(g).set('Running') }),
  'db-finished-job': async (g) => g.pipe('Debug-Job', { job: await g.done(nothing) }),

  'wj-suspended-counts-with-warning': async (g) => {
    const job = golden(g).set('Running').set('Suspended');
    g.write(...(await g.run('Wait-Job', { job })).map((each) => (each as Job).name));
  },
  'wj-suspended-force': async (g) => {
    const job = golden(g).set('Running').set('Suspended');
    g.write((await g.quietly('Wait-Job', { job, force: true, timeout: 1 })).output.length);
    job.set('Running').set('Completed');
    g.write(...(await g.run('Wait-Job', { job, force: true })).map((each) => (each as Job).name));
  },
  'st-custom-handler-throws': (g) => {
    const job = golden(g);
    // What an observer throws is reported as an unhandled error, once the others were told.
    const log = g.log([job, 'g']);
    job.set('Running').set('Completed');
    g.write(...log.lines, job.state, true);
  },
  'st-custom-handler-throws-last': async (g) => {
    const job = golden(g).set('Running');
    const log = g.log([job, 'g']);
    job.set('Completed');
    g.write(...log.lines, job.state, (await job.finished).state === 'Completed');
  },
  'st-custom-any-transition': (g) => {
    const job = golden(g);
    const log = g.log([job, 'g']);
    const states = [
      'Running',
      'Running',
      'Suspending',
      'Suspended',
      'Blocked',
      'Running',
      'Completed',
      'Completed',
      'Running',
    ];
    for (const state of states) {
      try {
        job.set(state as 'Running');
      } catch {
        log.lines.push(`${state} refused`);
      }
    }
    g.write(...log.lines);
  },
  'jo-write-to-closed-stream': (g) => {
    const job = golden(g).set('Running').set('Completed');
    void job.out.writeObject(1);
    g.write(job.output.length);
  },
  'jo-dispose-then-read': async (g) => {
    const job = golden(g).set('Running');
    void job.out.writeObject(1);
    job.set('Completed');
    await job.dispose();
    const members = [
      'id',
      'name',
      'command',
      'instanceId',
      'jobStateInfo',
      'psBeginTime',
      'childJobs',
      'output',
      'error',
      'finished',
      'hasMoreData',
    ];
    const shown = [
      'Id',
      'Name',
      'Command',
      'InstanceId',
      'JobStateInfo',
      'PSBeginTime',
      'ChildJobs',
      'Output',
      'Error',
      'Finished',
      'HasMoreData',
    ];
    for (const [index, member] of members.entries()) {
      g.write(`${shown[index]} ${Reflect.get(job, member) === undefined ? 'null' : 'ok'}`);
    }
    g.write((await job.finished).state === 'Completed');
  },
  'jo-repository': (g) => {
    const job = golden(g, 'n');
    const { jobs } = g.session;
    const other = new GoldenJob({ ids: g.session.resolve(JobIdCounter), name: 'k', command: 'c' });
    for (const attempt of [() => jobs.add(job), () => jobs.remove(other)]) {
      try {
        attempt();
      } catch (error) {
        g.write((error as { errorId: string }).errorId);
      }
    }
    g.write(jobs.getJob(other.instanceId) === undefined, jobs.getJob(job.instanceId)?.name);
    const copy = jobs.jobs;
    jobs.add(other);
    g.write(copy.length, jobs.jobs.length);
  },
  'jo-times-process-job': async (g) => {
    const job = await g.start(nothing);
    g.write(job.psBeginTime !== undefined, job.psEndTime === undefined);
    await g.wait(job);
    const begin = job.psBeginTime?.getTime() ?? 0;
    g.write((job.psEndTime?.getTime() ?? 0) >= begin, (g.child(job).psBeginTime?.getTime() ?? 0) >= begin);
  },
  'jo-times-stopped-before-start': async (g) => {
    const { gate } = await import('./thread-jobs.js');
    const { scriptBlock, using } = gate(g);
    const a = await g.thread(scriptBlock, { using, throttleLimit: 1 });
    const b = await g.thread(nothing);
    await g.run('Stop-Job', { job: b });
    g.write(b.psBeginTime === undefined, b.psEndTime !== undefined);
    g.file('go');
    await g.wait(a);
  },
  'jo-has-more-data-host-line-only': async (g) => {
    const job = await g.done(
      async ({ writeInformation }: { writeInformation(text: string, tags: string[]): Promise<void> }) =>
        writeInformation('h', ['PSHOST']),
    );
    g.write(job.hasMoreData);
  },
  'jo-has-more-data-verbose-only': async (g) => {
    const block = async ({ writeVerbose }: { writeVerbose(text: string): Promise<void> }) => writeVerbose('v');
    g.write((await g.done(block)).hasMoreData, (await g.doneThread(block)).hasMoreData);
  },
  'jo-has-more-data-kinds-of-streams-thread-job': async (g) => {
    const kinds = [
      'writeObject',
      'writeError',
      'writeWarning',
      'writeVerbose',
      'writeDebug',
      'writeProgress',
      'writeInformation',
      '',
    ];
    const seen: boolean[] = [];
    for (const kind of kinds) {
      const block = async (
        context: Record<string, (value: unknown) => Promise<void>> & { args: readonly [string] },
      ) => {
        const value = context.args[0] === 'writeProgress' ? { activity: 'p', statusDescription: 's' } : 'x';
        await context[context.args[0]]?.(value);
      };
      seen.push((await g.doneThread(block, { argumentList: [kind] })).hasMoreData);
    }
    g.write(seen.map((each) => (each ? 'True' : 'False')).join(','));
  },
};
