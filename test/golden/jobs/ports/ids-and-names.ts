import type { Job } from '@cmdlet/core';
import type { JobPorts } from '../../replay/jobs/job-port.js';

const nothing = () => undefined;

export const idsAndNamesPorts: JobPorts = {
  'ids-start-job-odd': async (g) => {
    const a = await g.start(() => 1);
    const b = await g.start(() => 2);
    g.write(a.id, g.child(a).id, b.id, g.child(b).id);
    g.write(...(await g.run('Wait-Job', { job: [a, b] })).map((job) => (job as Job).name));
  },
  'ids-never-reused-after-remove': async (g) => {
    const a = await g.doneThread(nothing);
    await g.run('Remove-Job', { job: a });
    g.write(a.id, (await g.doneThread(nothing)).id);
  },
  'ids-failed-start-takes-none': async (g) => {
    for (const parameters of [{ scriptBlock: nothing, workingDirectory: './nowhere' }, { filePath: './nowhere.ts' }]) {
      const { failure } = await g.quietly('Start-Job', parameters);
      g.write(failure === undefined ? 'started' : 'failed');
    }
    const job = await g.start(nothing);
    g.write(job.id);
    await g.wait(job);
  },
  'ids-empty-pipeline-thread-job': async (g) => {
    g.write((await g.run('Start-ThreadJob', { scriptBlock: () => 7 }, [])).length, (await g.doneThread(nothing)).id);
  },
  'ids-start-threadjob-misuse-takes-none': async (g) => {
    for (const parameters of [{ filePath: './nowhere.ts' }, { scriptBlock: nothing, name: '' }]) {
      const { failure } = await g.quietly('Start-ThreadJob', parameters);
      g.write(failure === undefined ? 'started' : 'failed');
    }
    g.write((await g.doneThread(nothing)).id);
  },
  'names-default-is-job-plus-id': async (g) => {
    const job = await g.start(nothing);
    g.write(job.name, g.child(job).name);
    await g.wait(job);
  },
  'names-given-child-keeps-default': async (g) => {
    const job = await g.start(nothing, { name: 'Nightly' });
    g.write(job.name, g.child(job).name);
    await g.wait(job);
  },
  'names-empty-string-means-default': async (g) => {
    const job = await g.start(nothing, { name: '' });
    g.write(job.name);
    await g.wait(job);
  },
  'names-blank-is-kept': async (g) => {
    const job = await g.start(nothing, { name: ' ' });
    g.write(`[${job.name}]`);
    await g.wait(job);
  },
  'names-not-unique': async (g) => {
    const a = await g.thread(() => 'a', { name: 'twin' });
    const b = await g.thread(() => 'b', { name: 'twin' });
    await g.wait(a, b);
    g.write(...(await g.run('Get-Job', { name: 'twin' })).map((job) => (job as Job).id));
    g.write(...(await g.run('Receive-Job', { name: 'TWIN' })).toSorted());
  },
  'names-settable-later': async (g) => {
    const job = await g.doneThread(nothing, { name: 'before' });
    job.name = 'after';
    g.write(...(await g.run('Get-Job', { name: 'after' })).map((each) => (each as Job).id));
    await g.run('Get-Job', { name: 'before' });
  },
  'names-threadjob-empty': (g) => g.pipe('Start-ThreadJob', { scriptBlock: nothing, name: '' }),
  'names-event-job-is-source-identifier': async (g) => {
    const [job] = (await g.run('Register-EngineEvent', { sourceIdentifier: 'my.source', action: nothing })) as Job[];
    const { EventEmitter } = await import('node:events');
    const inputObject = new EventEmitter();
    const [other] = (await g.run('Register-ObjectEvent', {
      inputObject,
      eventName: 'Elapsed',
      action: nothing,
    })) as Job[];
    g.write(job?.name, other?.name);
  },
  'ids-instance-id-is-new-per-object': async (g) => {
    const a = await g.thread(nothing);
    const b = await g.start(nothing);
    await g.wait(a, b);
    g.write('System.Guid', new Set([a.instanceId, b.instanceId, g.child(b).instanceId]).size);
  },
};
