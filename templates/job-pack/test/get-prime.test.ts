import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { jobPack } from '@cmdlet/jobs';
import { run, takeLeaks } from '@cmdlet/testing';
import { GetPrime, pack } from '../src/index.js';

afterEach(async () => assert.deepEqual((await takeLeaks()).map(String), []));

test('Get-Prime gets the primes up to a limit', async () => {
  const { output } = await run(GetPrime, { maximum: 20 });
  assert.deepEqual(output, [2, 3, 5, 7, 11, 13, 17, 19]);
});

test('Get-Prime says how far it is', async () => {
  const { progress } = await run(GetPrime, { maximum: 1_000 });
  assert.equal(progress.length, 100);
  assert.equal(progress.at(-1)?.percentComplete, 100);
});

test('As a job, Get-Prime runs in a thread of its own', async () => {
  await using result = await run(GetPrime, { maximum: 20, asJob: true }, { packs: [jobPack, pack] });
  await result.job.untilState('Completed');
  assert.deepEqual(result.job.output, [2, 3, 5, 7, 11, 13, 17, 19]);
  assert.equal(result.job.childJobs[0]?.location, 'PowerShell');
});
