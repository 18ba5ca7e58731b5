import { describe, expect, it } from 'vitest';
import { TurnQueue } from '../../../packages/core/src/job/turn-queue.js';
import { type Clock, systemClock } from '../../../packages/core/src/run/clock.js';

/** A clock whose turns come when the test says so. */
class TurningClock implements Clock {
  now = systemClock.now;
  after = systemClock.after;
  time = 0;
  /** What a turn fails with. */
  failure: Error | undefined;
  #turns: (() => void)[] = [];

  monotonic(): number {
    return this.time;
  }

  turn(): Promise<void> {
    if (this.failure !== undefined) return Promise.reject(this.failure);
    return new Promise((resolve) => this.#turns.push(resolve));
  }

  /** Gives a turn to whoever waits for one. */
  async give(): Promise<void> {
    const turns = this.#turns;
    this.#turns = [];
    for (const resolve of turns) resolve();
    for (let hop = 0; hop < 5; hop++) await Promise.resolve();
  }

  get waiting(): number {
    return this.#turns.length;
  }
}

describe('Work that waits for the next turn', () => {
  it('begins in order, all in one turn', async () => {
    const clock = new TurningClock();
    const queue = new TurnQueue(clock, 8);
    const log: number[] = [];
    for (const number of [1, 2, 3]) void queue.add(() => void log.push(number));
    expect([log, clock.waiting]).toEqual([[], 1]);
    await clock.give();
    expect([log, clock.waiting]).toEqual([[1, 2, 3], 0]);
  });

  it('leaves the rest to later turns when it takes long', async () => {
    const clock = new TurningClock();
    const queue = new TurnQueue(clock, 8);
    const log: number[] = [];
    for (const number of [1, 2, 3, 4]) {
      void queue.add(() => {
        log.push(number);
        clock.time += 5;
      });
    }
    await clock.give();
    expect(log).toEqual([1, 2]);
    await clock.give();
    expect(log).toEqual([1, 2, 3, 4]);
  });

  it('that is added meanwhile has its own turn', async () => {
    const clock = new TurningClock();
    const queue = new TurnQueue(clock, 8);
    const log: string[] = [];
    void queue.add(() => {
      log.push('first');
      void queue.add(() => void log.push('second'));
    });
    await clock.give();
    expect(log).toEqual(['first']);
    await clock.give();
    expect(log).toEqual(['first', 'second']);
    void queue.add(() => void log.push('third'));
    await clock.give();
    expect(log).toEqual(['first', 'second', 'third']);
  });

  it.each<[string, () => Promise<void> | undefined]>([
    [
      'throws',
      () => {
        throw new RangeError('bad work');
      },
    ],
    ['rejects', () => Promise.reject(new RangeError('bad work'))],
  ])('that %s fails alone', async (_, work) => {
    const clock = new TurningClock();
    const queue = new TurnQueue(clock, 8);
    const log: number[] = [];
    const bad = queue.add(work);
    const good = queue.add(() => void log.push(1));
    const failed = expect(bad).rejects.toThrow('bad work');
    await clock.give();
    await failed;
    await good;
    void queue.add(() => void log.push(2));
    await clock.give();
    expect(log).toEqual([1, 2]);
  });

  it.each([
    ['before the first', 0],
    ['between two', 1],
  ])('fails with the clock that gives no turn %s, and later work has its turn', async (_, begins) => {
    const clock = new TurningClock();
    const queue = new TurnQueue(clock, 0);
    const log: number[] = [];
    if (begins === 0) clock.failure = new Error('no turn');
    const first = queue.add(() => {
      clock.failure = new Error('no turn');
      log.push(1);
      return undefined;
    });
    const second = queue.add(() => void log.push(2));
    const outcomes = Promise.allSettled([first, second]);
    await clock.give();
    const refused = { status: 'rejected', reason: clock.failure };
    expect(await outcomes).toEqual([begins === 1 ? { status: 'fulfilled', value: undefined } : refused, refused]);
    clock.failure = undefined;
    void queue.add(() => void log.push(3));
    await clock.give();
    expect(log).toEqual([...(begins === 1 ? [1] : []), 3]);
  });
});
