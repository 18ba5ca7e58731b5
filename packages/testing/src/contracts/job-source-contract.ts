import assert from 'node:assert/strict';
import type { Job, JobSourceAdapter } from '@cmdlet/core';
import type { TestCase } from '../test-case.js';
import { contractCases } from './contract-case.js';

/** A source of jobs to be tested. */
export interface JobSourceSubject {
  /** Name of the class, for titles. */
  readonly name: string;
  /** Makes a source, and tells which jobs it has: at least two, with different names. */
  readonly create: () => Promise<{ source: JobSourceAdapter; jobs: readonly Job[] }>;
}

/**
 * What every source of jobs must do so that the `*-Job` cmdlets find its jobs and let go of them.
 *
 * @example
 * defineTests(it, jobSourceContract({ name: 'QueueAdapter', create: async () => queueWithTwoJobs() }));
 */
export function jobSourceContract({ name, create }: JobSourceSubject): readonly TestCase[] {
  const made = async () => {
    const { source, jobs } = await create();
    const [first, second] = jobs;
    assert.ok(first !== undefined && second !== undefined && first.name !== second.name, 'The test needs two jobs.');
    return { source, jobs, first, second };
  };

  return contractCases(name, {
    'has a name that messages can show': async () => {
      assert.notEqual((await made()).source.name.trim(), '');
    },
    'gives all its jobs where nothing is asked for': async () => {
      const { source, jobs } = await made();
      assert.deepEqual(ids(await source.getJobs({}, false)), ids(jobs));
    },
    'gives the very same jobs each time': async () => {
      const { source } = await made();
      const [once, again] = [await source.getJobs({}, false), await source.getJobs({}, false)];
      assert.ok(once.every((job) => again.includes(job)));
    },
    'finds jobs by name, and none by a name that nobody has': async () => {
      const { source, first } = await made();
      assert.deepEqual(ids(await source.getJobs({ name: first.name }, false)), [first.instanceId]);
      assert.deepEqual(await source.getJobs({ name: `${first.name}-that-nobody-has` }, false), []);
    },
    'finds jobs by state': async () => {
      const { source, jobs, first } = await made();
      const expected = jobs.filter(({ state }) => state === first.state);
      assert.deepEqual(ids(await source.getJobs({ state: first.state }, false)), ids(expected));
    },
    'demands everything that is asked for': async () => {
      const { source, first, second } = await made();
      const other = second.state === first.state ? 'Suspended' : second.state;
      assert.deepEqual(await source.getJobs({ name: first.name, state: other }, false), []);
    },
    'finds a job by its instance id in any case, and none by another': async () => {
      const { source, first } = await made();
      assert.equal(await source.getJobByInstanceId(first.instanceId, false), first);
      assert.equal(await source.getJobByInstanceId(first.instanceId.toUpperCase(), false), first);
      assert.equal(await source.getJobByInstanceId('00000000-0000-4000-8000-000000000000', false), undefined);
    },
    'finds a job by its id in the session, and none by another': async () => {
      const { source, second } = await made();
      assert.equal(await source.getJobBySessionId(second.id, false), second);
      assert.equal(await source.getJobBySessionId(-1, false), undefined);
    },
    'forgets a job once': async () => {
      const { source, jobs, first } = await made();
      assert.equal(await source.removeJob(first), true);
      assert.equal(await source.removeJob(first), false);
      assert.deepEqual(ids(await source.getJobs({}, false)), ids(jobs.filter((job) => job !== first)));
      assert.equal(await source.getJobByInstanceId(first.instanceId, false), undefined);
    },
  });
}

function ids(jobs: readonly Job[]): string[] {
  return jobs.map(({ instanceId }) => instanceId).sort();
}
