import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { run, VirtualTime } from '@cmdlet/testing';
import { delay, interval, lastValueFrom, of, take, timer } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { WaitWeather } from '../forecast-pack.js';

describe('VirtualTime', () => {
  it('stands still until it is moved', async () => {
    const time = new VirtualTime('2024-03-01T12:00:00Z');
    await time.settle();
    expect([new Date(time.now()).toISOString(), time.monotonic()]).toEqual(['2024-03-01T12:00:00.000Z', 0]);
    await time.advance('1h30m');
    expect([new Date(time.now()).toISOString(), time.monotonic()]).toEqual(['2024-03-01T13:30:00.000Z', 5_400_000]);
  });

  it('calls what is due in the order in which it is due, each at its time', async () => {
    const time = new VirtualTime();
    const calls: string[] = [];
    const note = (name: string) => () => void calls.push(`${name} at ${time.monotonic()}`);
    time.after(30, note('late'));
    time.after(10, note('first'));
    time.after(10, note('second'));
    time.after(50, note('never'));
    const cancel = time.after(20, note('cancelled'));
    time.after(15, () => time.after(5, note('nested')));
    cancel();
    await time.advance(40);
    expect(calls).toEqual(['first at 10', 'second at 10', 'nested at 20', 'late at 30']);
    expect(time.pending.map(({ due }) => due - time.now())).toEqual([10]);
  });

  it('lets everything follow from a call before the next one', async () => {
    const time = new VirtualTime();
    const calls: string[] = [];
    const read = async (): Promise<void> => {
      await time.turn();
      await readFile(fileURLToPath(import.meta.url));
      await Promise.resolve();
      calls.push(`read at ${time.monotonic()}`);
    };
    time.after(10, () => void read());
    time.after(20, () => void calls.push('next'));
    await time.advance(20);
    expect(calls).toEqual(['read at 10', 'next']);
  });

  it('goes to a moment, but not back', async () => {
    const time = new VirtualTime('2024-01-01');
    await time.advanceTo('2024-01-02');
    expect(time.monotonic()).toBe(86_400_000);
    await expect(time.advanceTo('2024-01-01')).rejects.toThrow(/only goes forward/);
    await expect(time.advanceTo('soon')).rejects.toThrow(RangeError);
    expect(() => new VirtualTime('soon')).toThrow(RangeError);
  });

  it('goes to the next call, if there is one', async () => {
    const time = new VirtualTime();
    time.after(5_000, () => {});
    expect([await time.next(), time.monotonic(), await time.next()]).toEqual([true, 5_000, false]);
  });

  it('moves until a promise has settled, and gives what it gives', async () => {
    const time = new VirtualTime();
    const sleep = (ms: number) => new Promise<void>((resolve) => void time.after(ms, resolve));
    const work = async (): Promise<string> => {
      await sleep(60_000);
      await readFile(fileURLToPath(import.meta.url));
      await sleep(60_000);
      return 'done';
    };
    expect([await time.until(work()), time.monotonic()]).toEqual(['done', 120_000]);
    await expect(time.until(sleep(1).then(() => Promise.reject(new Error('bad'))))).rejects.toThrow('bad');
  });

  it('does not move for what nobody waits for', async () => {
    const time = new VirtualTime();
    time.after(5_000, () => {}, true);
    await time.until(time.turn());
    expect(time.monotonic()).toBe(0);
  });

  it('gives a callback that throws to who moves time', async () => {
    const time = new VirtualTime();
    time.after(1, () => {
      throw new Error('bad');
    });
    await expect(time.advance(1)).rejects.toThrow('bad');
  });

  it('says so if work never waits for it', async () => {
    const time = new VirtualTime();
    let over = false;
    const spin = async (): Promise<void> => {
      while (!over) await time.turn();
    };
    void spin();
    await expect(time.settle()).rejects.toThrow(/given way to others 10000 times/);
    over = true;
  });

  it.each([
    [250, 250],
    ['250ms', 250],
    ['5m', 300_000],
    ['1h 30m', 5_400_000],
    ['1.5s', 1_500],
    ['2d', 172_800_000],
    ['00:05:00', 300_000],
    ['PT5M', 300_000],
  ])('understands %s', async (span, milliseconds) => {
    const time = new VirtualTime();
    await time.advance(span);
    expect(time.monotonic()).toBe(milliseconds);
  });

  it.each(['soon', '5', '-1s', '', -1, Number.NaN])('refuses %j as a length of time', (span) => {
    expect(() => new VirtualTime().advance(span)).toThrow(RangeError);
  });
});

describe('rxjs on a VirtualTime', () => {
  it('waits by its scheduler', async () => {
    const time = new VirtualTime();
    const seen: string[] = [];
    interval(1_000, time.scheduler)
      .pipe(take(3))
      .subscribe((value) => seen.push(`${value} at ${time.monotonic()}`));
    await time.advance('10s');
    expect(seen).toEqual(['0 at 1000', '1 at 2000', '2 at 3000']);
    expect(time.pending).toEqual([]);
  });

  it('waits for it without a scheduler where time takes rxjs over, and until then', async () => {
    const time = new VirtualTime();
    {
      using _rxjs = time.takeOverRxjs();
      const values = lastValueFrom(of('x').pipe(delay('1'.length * 60_000)));
      expect([await time.until(values), time.monotonic()]).toEqual(['x', 60_000]);
      const subscription = timer(5_000).subscribe();
      subscription.unsubscribe();
    }
    expect(time.pending).toEqual([]);
    expect(await lastValueFrom(timer(1))).toBe(0);
    expect(time.monotonic()).toBe(60_000);
  });
});

describe('A job on a VirtualTime', () => {
  it('can be stepped', async () => {
    const time = new VirtualTime();
    await using result = await run(WaitWeather, { minutes: 5, asJob: true }, { time });
    const { job } = result;
    await job.untilState('Running');
    await time.advance('2m');
    expect([job.state, job.output]).toEqual(['Running', ['minute 1', 'minute 2']]);
    await time.advance('3m');
    expect([job.state, job.output.length]).toEqual(['Completed', 5]);
    expect(job.psEndTime?.getTime()).toBe(time.now());
  });

  it('rejects whoever waits for a state that cannot come', async () => {
    const time = new VirtualTime();
    await using result = await run(WaitWeather, { asJob: true }, { time });
    const blocked = result.job.untilState('Blocked');
    const noted = blocked.catch((error: unknown) => error);
    await time.advance('1m');
    expect(await noted).toMatchObject({ errorId: 'InvalidJobState' });
  });

  it('has its stop at once where nothing holds it, and its grace period where something does', async () => {
    const time = new VirtualTime();
    await using result = await run(WaitWeather, { asJob: true }, { time });
    await time.until(result.job.stop());
    expect([result.job.state, time.monotonic()]).toEqual(['Stopped', 0]);
  });
});
