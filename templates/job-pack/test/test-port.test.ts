import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { run, takeLeaks, VirtualTime } from '@cmdlet/testing';
import { Connector, PortResult, pack, TestPort } from '../src/index.js';

afterEach(async () => assert.deepEqual((await takeLeaks()).map(String), []));

/** Somebody listens at each address from the given try on. */
class FakeConnector extends Connector {
  readonly #tries = new Map<string, number>();

  constructor(private readonly openFrom: Readonly<Record<string, number>>) {
    super();
  }

  override async connects(address: string): Promise<boolean> {
    const tries = (this.#tries.get(address) ?? 0) + 1;
    this.#tries.set(address, tries);
    return tries >= (this.openFrom[address] ?? Number.POSITIVE_INFINITY);
  }
}

function surroundings(openFrom: Readonly<Record<string, number>>) {
  const services = [[Connector, new FakeConnector(openFrom)]] as const;
  return { packs: [pack], services, time: new VirtualTime('2030-01-01T12:00:00Z') };
}

test('Test-Port tells whether somebody listens', async () => {
  const { output } = await run(TestPort, {}, { ...surroundings({ 'a:1': 1 }), input: ['a:1', 'b:1'] });
  assert.deepEqual(output, [new PortResult('a:1', true, 1), new PortResult('b:1', false, 1)]);
});

test('Test-Port tries again, and says how far it is', async () => {
  const around = surroundings({ 'a:1': 3 });
  const running = run(TestPort, { address: ['a:1'], maximumRetryCount: 3, retryIntervalSec: 60 }, around);
  const { output, progress, endedAt } = await around.time.until(running);
  assert.deepEqual(output, [new PortResult('a:1', true, 3)]);
  assert.deepEqual(
    progress.map(({ statusDescription, percentComplete }) => `${statusDescription}: ${percentComplete}`),
    ['Try 1 of 4: 0', 'Try 2 of 4: 25', 'Try 3 of 4: 50'],
  );
  assert.equal(endedAt, 120_000);
});

test('Test-Port refuses an address without a port', async () => {
  const { errorIds } = await run(TestPort, { address: ['a'] }, surroundings({}));
  assert.deepEqual(errorIds, ['ParameterArgumentValidationError,my-pack.TestPort']);
});

test('As a job, Test-Port has a child for each address, which ends by itself', async () => {
  const around = surroundings({ 'a:1': 1, 'b:1': 3 });
  const parameters = { address: ['a:1', 'b:1'], maximumRetryCount: 5, retryIntervalSec: 60, asJob: true } as const;
  await using result = await run(TestPort, parameters, around);
  await result.job.untilState('Running');
  const states = (): string[] => result.job.childJobs.map(({ name, state }) => `${name} ${state}`);

  await around.time.advance('1m');
  assert.deepEqual(states(), ['a:1 Completed', 'b:1 Running']);
  await around.time.advance('1m');
  assert.deepEqual(states(), ['a:1 Completed', 'b:1 Completed']);
  assert.equal(result.job.state, 'Completed');
  assert.deepEqual(result.job.output, [new PortResult('a:1', true, 1), new PortResult('b:1', true, 3)]);
});

test('As a job, Test-Port works on as many addresses at a time as -ThrottleLimit says', async () => {
  const around = surroundings({});
  const parameters = { maximumRetryCount: 1, retryIntervalSec: 60, throttleLimit: 2, asJob: true } as const;
  await using result = await run(TestPort, parameters, { ...around, input: ['a:1', 'b:1', 'c:1'] });
  await around.time.settle();
  assert.deepEqual(
    result.job.childJobs.map(({ state }) => state),
    ['Running', 'Running', 'NotStarted'],
  );
  await around.time.until(result.job.finished);
  assert.equal(result.job.psEndTime?.toISOString(), '2030-01-01T12:02:00.000Z');
});

test('A job of Test-Port is stopped while it waits', async () => {
  const around = surroundings({});
  await using result = await run(TestPort, { address: ['a:1'], maximumRetryCount: 9, asJob: true }, around);
  await around.time.settle();
  await around.time.until(result.job.stop());
  assert.equal(result.job.state, 'Stopped');
  assert.deepEqual(around.time.pending, []);
});
