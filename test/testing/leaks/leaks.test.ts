import { defineCmdlet, Int32, inject, Session } from '@cmdlet/core';
import { type LeakDetection, run, TestSession, takeLeaks, VirtualTime } from '@cmdlet/testing';
import { interval, NEVER } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { WaitWeather } from '../forecast-pack.js';

/** Leaves things behind, by number of its parameter. */
function leaving(what: (session: Session) => void | Promise<void>) {
  return defineCmdlet({
    verb: 'Start',
    noun: 'Leak',
    parameters: { session: { type: Object, default: () => inject(Session) }, count: { type: Int32, default: 1 } },
    async process() {
      await what(this.session as Session);
    },
  });
}

async function leaksOf(what: (session: Session) => void | Promise<void>, leaks: LeakDetection = 'known') {
  const result = await run(leaving(what), {}, { time: new VirtualTime(), leaks });
  await takeLeaks();
  return result.leaks;
}

describe('A run', () => {
  it.each<[string, (session: Session) => void | Promise<void>, RegExp]>([
    [
      'a timer of the session',
      ({ clock }) => void clock.after(5_000, () => {}),
      /^timer due in 5000 ms, begun at .*leaks\.test\.ts:\d+/,
    ],
    [
      'a job',
      async (session) => {
        await session.invoke(WaitWeather, { asJob: true });
      },
      /^job Job1 \(1\) is Running: Wait-Weather, begun at .*leaks\.test\.ts:\d+/,
    ],
    [
      'a pipeline',
      (session) => void session.invoke(WaitWeather, {}).catch(() => {}),
      /^run, begun at .*leaks\.test\.ts:\d+/,
    ],
  ])('that leaves %s behind is found, with its origin', async (_title, what, expected) => {
    const leaks = await leaksOf(what);
    expect(String(leaks[0])).toMatch(expected);
    expect(leaks[0]?.stack).toContain('leaks.test.ts');
  });

  it.each<[string, (session: Session) => void | Promise<void>, RegExp]>([
    ['a promise', () => void never().then(() => {}), /^promise, begun at .*leaks\.test\.ts:\d+/],
    ["a timer of Node's", () => void setTimeout(() => {}, 50).unref(), /^timer, begun at .*leaks\.test\.ts:\d+/],
    ['an interval', () => endsSoon(setInterval(() => {}, 1)), /^timer, begun at .*leaks\.test\.ts:\d+/],
    ['a subscription', () => void NEVER.subscribe(), /^subscription, begun at .*leaks\.test\.ts:\d+/],
  ])('that leaves %s behind is found by a thorough look only', async (_title, what, expected) => {
    expect(await leaksOf(what)).toEqual([]);
    const leaks = await leaksOf(what, 'thorough');
    expect(leaks.map(String)).toContainEqual(expect.stringMatching(expected));
  });

  it('that ends what it begins has none, however thorough the look', async () => {
    const leaks = await leaksOf(async ({ clock }) => {
      clock.after(5_000, () => {})();
      clearTimeout(setTimeout(() => {}, 50));
      interval(10).subscribe().unsubscribe();
      await new Promise((resolve) => setTimeout(resolve, 1));
    }, 'thorough');
    expect(leaks).toEqual([]);
  });

  it('is not looked at if leaks are ignored', async () => {
    expect(await leaksOf(({ clock }) => void clock.after(5_000, () => {}), 'ignore')).toEqual([]);
  });

  it('is not blamed for what nobody waits for', async () => {
    expect(await leaksOf(({ clock }) => void clock.after(5_000, () => {}, true))).toEqual([]);
  });

  it('is not blamed for timers of another session on the same time', async () => {
    const time = new VirtualTime();
    await using other = await TestSession.create({ time, leaks: 'ignore' });
    const result = await run(
      leaving(() => void other.session.clock.after(10, () => {})),
      {},
      { time },
    );
    expect(result.leaks).toEqual([]);
  });
});

describe('takeLeaks', () => {
  it('gives what all runs since the last call have left behind, and ends it', async () => {
    await takeLeaks();
    const result = await run(WaitWeather, { asJob: true }, { time: new VirtualTime() });
    expect(result.leaks).toEqual([]);
    const leaks = await takeLeaks();
    expect(leaks.map(String)).toEqual([expect.stringMatching(/^job Job1 .* is Running/)]);
    expect(result.job.state).toBe('Stopped');
    expect(await takeLeaks()).toEqual([]);
  });

  it('gives nothing for jobs that have ended, and for results that were disposed', async () => {
    const time = new VirtualTime();
    const ended = await run(WaitWeather, { asJob: true }, { time });
    await time.advance('1m');
    const disposed = await run(WaitWeather, { asJob: true }, { time });
    await disposed.dispose();
    expect(ended.job.state).toBe('Completed');
    expect(await takeLeaks()).toEqual([]);
  });
});

function never(): Promise<void> {
  return new Promise(() => {});
}

function endsSoon(timer: NodeJS.Timeout): void {
  setTimeout(() => clearInterval(timer), 100).unref();
}
