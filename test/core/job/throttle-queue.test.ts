import { describe, expect, it } from 'vitest';
import { ThrottleQueue } from '../../../packages/core/src/job/throttle-queue.js';

describe('a throttle queue', () => {
  it('lets no more than its limit run, the others in order', () => {
    const queue = new ThrottleQueue(2);
    const started: number[] = [];
    for (let i = 0; i < 5; i++) queue.enter(() => started.push(i) > 0);
    expect(started).toEqual([0, 1]);
    queue.release();
    expect(started).toEqual([0, 1, 2]);
    queue.release();
    queue.release();
    expect(started).toEqual([0, 1, 2, 3, 4]);
  });

  it('gives the place of one that needs none to the next', () => {
    const queue = new ThrottleQueue(1);
    const started: string[] = [];
    queue.enter(() => started.push('a') > 0);
    queue.enter(() => false);
    queue.enter(() => started.push('c') > 0);
    queue.release();
    expect(started).toEqual(['a', 'c']);
  });

  it('does not nest calls for work that is over at once, however much of it waits', () => {
    const queue = new ThrottleQueue(1);
    let done = 0;
    queue.enter(() => true);
    for (let i = 0; i < 100_000; i++) {
      queue.enter(() => {
        done++;
        queue.release();
        return true;
      });
    }
    queue.release();
    expect(done).toBe(100_000);
  });
});
