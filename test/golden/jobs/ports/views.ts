import { type Job, JobIdCounter } from '@cmdlet/core';
import { GoldenJob } from '../../replay/jobs/golden-job.js';
import type { JobPorts } from '../../replay/jobs/job-port.js';
import type { JobScript } from '../../replay/jobs/job-script.js';

function golden(g: JobScript, init: object): GoldenJob {
  return new GoldenJob({ ids: g.session.resolve(JobIdCounter), ...init });
}

async function drawn(g: JobScript, ...jobs: readonly Job[]): Promise<void> {
  g.write(...jobs);
  await g.draw(jobs);
}

export const viewsPorts: JobPorts = {
  'vw-table-process-job': async (g) => drawn(g, await g.done(g.block('() => ( 1 + 1 )'))),
  'vw-table-process-job-running': async (g) => {
    const job = await g.start(
      g.block(
        `({ signal }) => new Promise((_, reject) => { signal.addEventListener('abort', () => reject(signal.reason)); })`,
      ),
    );
    await drawn(g, job);
  },
  'vw-table-thread-job': async (g) => drawn(g, await g.doneThread(g.block('() => ( 1 + 1 )'))),
  'vw-table-thread-job-80': async (g) => drawn(g, await g.doneThread(g.block('() => ( 1 + 1 )'))),
  'vw-table-task-job': async (g) => {
    const job = await g.parallel([1, 2], g.block('($_) => ( $_ )'));
    await g.wait(job);
    await drawn(g, job);
  },
  'vw-table-task-children': async (g) => {
    const job = await g.parallel([1, 2], g.block('($_) => ( $_ )'));
    await g.wait(job);
    await drawn(g, ...job.childJobs);
  },
  'vw-table-event-job-80': async (g) => {
    const [job] = await g.run('Register-EngineEvent', { sourceIdentifier: 'my.event', action: g.block('() => { 1 }') });
    await drawn(g, job as Job);
  },
  'vw-table-author-job': async (g) =>
    drawn(g, golden(g, { name: 'authored', command: ' the command ' }).set('Running')),
  'vw-table-child': async (g) => drawn(g, g.child(await g.done(g.block('() => ( 1 )')))),
  'vw-table-long-texts': async (g) =>
    drawn(
      g,
      golden(g, {
        name: 'NightlyInventoryRun',
        command: ' Get-ChildItem -Recurse | Measure-Object ',
        location: 'Server01,Server02,Server03',
        psJobTypeName: 'AVeryLongJobTypeName',
      })
        .set('Running')
        .set('Completed'),
    ),
  'vw-table-width-60': async (g) => drawn(g, await g.done(g.block('() => ( 1 + 1 )'))),
  'vw-table-autosize': (g) => g.draw([golden(g, { name: 'a', command: 'a' })], 'Format-Table', { autoSize: true }),
  'vw-table-group-by-state': (g) =>
    g.draw(
      [golden(g, { name: 'a', command: 'a' }), golden(g, { name: 'b', command: 'b' }).set('Running')],
      'Format-Table',
      { groupBy: 'State' },
    ),
  'vw-table-properties': async (g) =>
    g.draw([await g.done(() => 1)], 'Format-Table', {
      property: ['Id', 'State', 'JobStateInfo', 'PSJobTypeName', 'ChildJobs'],
    }),
  'vw-list-process-job': async (g) => g.draw([await g.done(g.block('() => ( 1 + 1 )'))], 'Format-List'),
  'vw-list-all-properties': async (g) =>
    g.draw([await g.done(g.block('() => ( 1 )'))], 'Format-List', { property: '*' }),
  'vw-list-by-command-of-several': (g) =>
    g.draw([golden(g, { name: 'a', command: 'a' }), golden(g, { name: 'b', command: 'b' })], 'Format-List', {
      property: ['Id', 'Name'],
    }),
};
