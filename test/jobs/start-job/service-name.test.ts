import { defineCmdlet, inject, Session } from '@cmdlet/core';
import { expect, it } from 'vitest';
import { jobPack } from '../../../packages/jobs/src/job-pack.js';
import { SERVICE_NAME } from '../../../packages/jobs/src/service-name.js';
import { JobExecutors } from '../../../packages/jobs/src/start-job/job-executors.js';
import { JobQueues } from '../../../packages/jobs/src/start-job/job-queues.js';
import { JobSettings } from '../../../packages/jobs/src/start-job/job-settings.js';

it.each<[string, Parameters<typeof inject<object>>[0]]>([
  ['JobExecutors', JobExecutors],
  ['JobQueues', JobQueues],
  ['JobSettings', JobSettings],
])('Another copy of this package asks for the %s of the session', async (name, token) => {
  const ofAnotherCopy = Object.defineProperty(class {}, SERVICE_NAME, { value: name });
  const TestCopy = defineCmdlet({
    verb: 'Test',
    noun: 'Copy',
    parameters: {
      own: { type: Object, default: () => inject(token) },
      other: { type: Object, default: () => inject(ofAnotherCopy) },
    },
    async process() {
      await this.writeObject(this.own === this.other);
    },
  });
  await using session = await Session.create({ packs: [jobPack] });
  expect(await session.invoke(TestCopy)).toEqual([true]);
});
