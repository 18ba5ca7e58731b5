import { describe, expect, it } from 'vitest';
import { TurnQueue } from '../../../packages/core/src/job/turn-queue.js';
import { type Clock, systemClock } from '../../../packages/core/src/run/clock.js';

/** A clock whose turns come when the test says so. */
class TurningClock implements Clock {
  now = systemClock.now;
  after = systemClock.after;
  time = 0;
  #turns: (() => void)[] = [];

  monotonic(): number {
    return this.time;
  }

  turn(): Promise<void> {
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
    for (const number of [1, 2, 3]) queue.add(() => log.push(number));
    expect([log, clock.waiting]).toEqual([[], 1]);
    await clock.give();
    expect([log, clock.waiting]).toEqual([[1, 2, 3], 0]);
  });

  it('leaves the rest to later turns when it takes long', async () => {
    const clock = new TurningClock();
    const queue = new TurnQueue(clock, 8);
    const log: number[] = [];
    for (const number of [1, 2, 3, 4]) {
      queue.add(() => {
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
    queue.add(() => {
      log.push('first');
      queue.add(() => log.push('second'));
    });
    await clock.give();
    expect(log).toEqual(['first']);
    await clock.give();
    expect(log).toEqual(['first', 'second']);
    queue.add(() => log.push('third'));
    await clock.give();
    expect(log).toEqual(['first', 'second', 'third']);
  });
});
