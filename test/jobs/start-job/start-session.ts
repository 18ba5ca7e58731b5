import { type Clock, Session } from '@cmdlet/core';
import { jobPack } from '../../../packages/jobs/src/job-pack.js';
import { JobExecutors } from '../../../packages/jobs/src/start-job/job-executors.js';
import { type JobOptions, JobSettings } from '../../../packages/jobs/src/start-job/job-settings.js';
import { ForEachObject } from '../../../packages/utility/src/for-each-object/for-each-object.js';
import { FakeExecutors } from './fake-executors.js';

/** A session that starts jobs, with executors that run them here. */
export async function startSession({
  clock,
  ...options
}: JobOptions & { readonly clock?: Clock } = {}): Promise<{ session: Session; executors: FakeExecutors }> {
  const executors = new FakeExecutors();
  const session = await Session.create({
    packs: [jobPack, { name: 'utility', cmdlets: [ForEachObject] }],
    services: [
      [JobExecutors, executors],
      [JobSettings, new JobSettings(options)],
    ],
    ...(clock === undefined ? {} : { clock }),
  });
  return { session, executors };
}
