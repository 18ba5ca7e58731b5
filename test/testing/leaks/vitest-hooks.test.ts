import { type Leak, run, TestSession, takeLeaks, VirtualTime } from '@cmdlet/testing';
import '@cmdlet/testing/vitest';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WaitWeather } from '../forecast-pack.js';

describe('A session that several tests share', () => {
  let session: TestSession;
  beforeAll(async () => {
    session = await TestSession.create({ time: new VirtualTime() });
  });

  it('is left open when the first is over', async () => {
    expect(await session.run('Get-Nothing')).toHaveErrorId('CommandNotFoundException');
  });

  it('is there for the second', async () => {
    await using result = await session.run(WaitWeather, { asJob: true });
    expect(result.job).toHaveState('Running');
  });
});

describe('What a test leaves behind', () => {
  let left: readonly Leak[] = [];
  // Runs before the hook of the matchers, which would let the test fail.
  afterEach(async () => {
    left = await takeLeaks();
  });

  it('goes on when it is over', async () => {
    await run(WaitWeather, { asJob: true }, { time: new VirtualTime() });
  });

  it('has been found since', () => {
    expect(left.map(({ kind }) => kind)).toEqual(['job']);
  });
});
