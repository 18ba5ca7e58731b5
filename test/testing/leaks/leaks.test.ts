import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { defineCmdlet, Int32, inject, Session } from '@cmdlet/core';
import { type LeakDetection, run, TestSession, takeLeaks, VirtualTime } from '@cmdlet/testing';
import { interval, NEVER } from 'rxjs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Origin } from '../../../packages/testing/src/leaks/origin.js';
import { WaitWeather } from '../forecast-pack.js';

const intervals: NodeJS.Timeout[] = [];
afterEach(() => {
  for (const timer of intervals.splice(0)) clearInterval(timer);
});

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
    ['an interval', () => void intervals.push(setInterval(() => {}, 1)), /^timer, begun at .*leaks\.test\.ts:\d+/],
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

describe('A run in a session with others', () => {
  const nothing = defineCmdlet({ verb: 'Test', noun: 'Nothing' });
  const timer = leaving(({ clock }) => void clock.after(500_000, () => {}));

  it('is not blamed for what was there before, and what it leaves is told once', async () => {
    const time = new VirtualTime();
    const session = await TestSession.create({ time });
    session.session.clock.after(10, () => {});
    const before = await session.run(nothing);
    const guilty = await session.run(timer);
    const after = await session.run(nothing);
    expect([before.leaks, guilty.leaks.map(({ kind }) => kind), after.leaks]).toEqual([[], ['timer'], []]);
    expect((await takeLeaks()).map(({ description }) => description)).toEqual(['due in 500000 ms', 'due in 10 ms']);
  });

  it('is not blamed for a job of an earlier one, nor for what that job leaves while it runs', async () => {
    const time = new VirtualTime();
    const session = await TestSession.create({ time });
    const started = await session.run(WaitWeather, { asJob: true });
    const beside = await session.run(nothing);
    const waiting = await time.until(session.run((own) => own.from([started.job.finished]).pipe(nothing)));
    expect([started.leaks, beside.leaks, waiting.leaks]).toEqual([[], [], []]);
    await session.dispose();
    expect(await takeLeaks()).toEqual([]);
  });

  it('is not blamed for one that goes on at the same time; the last of them has what is left', async () => {
    const time = new VirtualTime();
    const session = await TestSession.create({ time });
    const waiting = session.run(WaitWeather);
    const guilty = await session.run(timer);
    const last = await time.until(waiting);
    expect([guilty.leaks, last.leaks.map(({ kind }) => kind)]).toEqual([[], ['timer']]);
    await takeLeaks();
  });
});

describe('A session that is closed', () => {
  /** Goes on after it was stopped, until its grace period is over. */
  const Stubborn = defineCmdlet({ verb: 'Test', noun: 'Stubborn', process: () => new Promise<void>(() => {}) });

  it('moves its virtual time as far as it takes to end what does not listen', async () => {
    const time = new VirtualTime();
    const session = await TestSession.create({ time, leaks: 'ignore' });
    const { job } = await session.run(Stubborn, { asJob: true });
    await time.settle();
    await session.dispose();
    expect(job.stopMethod).toBe('GivenUp');
    expect(time.monotonic()).toBeGreaterThan(0);
  });

  it('does so too with a result that ends its job', async () => {
    const time = new VirtualTime();
    const session = await TestSession.create({ time });
    const result = await session.run(Stubborn, { asJob: true });
    await time.settle();
    await result.dispose();
    expect(result.job.stopMethod).toBe('GivenUp');
    await session.dispose();
  });

  it('does not move time that nothing waits for', async () => {
    const time = new VirtualTime();
    const result = await run(WaitWeather, { asJob: true }, { time });
    await result.dispose();
    expect([result.job.state, time.monotonic()]).toEqual(['Stopped', 0]);
  });
});

describe('The origin of something', () => {
  /** Calls back from a file of that name. */
  const calling = (file: string) =>
    new Script('(begin) => begin()', { filename: file }).runInThisContext() as (begin: () => Origin) => Origin;

  it.each([
    '/home/me/packages/core/src/index.ts',
    '/home/me/packages/testing/dist/index.js',
    'C:\\me\\packages\\jobs\\src\\x.ts',
    '/home/me/@cmdlet/core/x.ts',
  ])('may be in %s, which is the user’s', (file) => {
    const begin = (): Origin => new Origin(begin);
    expect(calling(file)(begin).place).toContain(file);
  });

  it.each([
    '/home/me/node_modules/@cmdlet/core/dist/index.js',
    'C:\\me\\node_modules\\@cmdlet\\testing\\dist\\index.js',
    fileURLToPath(new URL('../../../packages/core/src/run/x.ts', import.meta.url)),
    fileURLToPath(new URL('../../../packages/testing/dist/x.js', import.meta.url)),
  ])('is not in %s, which is the SDK', (file) => {
    const begin = (): Origin => new Origin(begin);
    expect(calling(file)(begin).place).toMatch(/leaks\.test\.ts/);
  });
});

describe('takeLeaks', () => {
  it('closes all sessions even if some cannot be, and says so then', async () => {
    await takeLeaks();
    const sessions = [await TestSession.create(), await TestSession.create(), await TestSession.create()];
    for (const session of sessions.slice(0, 2)) {
      vi.spyOn(session.session, 'dispose').mockRejectedValue(new RangeError('stuck'));
    }
    const failure = await takeLeaks().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(AggregateError);
    expect(String(failure)).toMatch(/2 sessions could not be closed: RangeError: stuck/);
    await expect(sessions[2]?.session.invoke(WaitWeather)).rejects.toMatchObject({ errorId: 'InvalidOperation' });
    expect(await takeLeaks()).toEqual([]);
  });

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
