import { describe, expect, it } from 'vitest';
import { RecordQueue } from '../../../packages/core/src/run/record-queue.js';
import { turn } from './traced-cmdlet.js';

describe('a queue between a producer and a consumer', () => {
  it('holds the producer back at the window, and lets it on when a record was taken', async () => {
    const queue = new RecordQueue<number>(2);
    expect(queue.accept(1)).toBeUndefined();
    let released = false;
    const full = queue.accept(2)?.then(() => {
      released = true;
    });
    await turn();
    expect(released).toBe(false);
    expect(await queue.next()).toEqual({ done: false, value: 1 });
    await full;
    expect(released).toBe(true);
  });

  it('wakes a consumer that waits', async () => {
    const queue = new RecordQueue<string>();
    const waiting = queue.next();
    void queue.accept('x');
    queue.end();
    expect(await waiting).toEqual({ done: false, value: 'x' });
    expect(await queue.next()).toEqual({ done: true, value: undefined });
  });

  it('gives a failure after the records, once', async () => {
    const queue = new RecordQueue<number>();
    void queue.accept(1);
    queue.end({ error: new RangeError('late') });
    expect(await queue.next()).toEqual({ done: false, value: 1 });
    await expect(queue.next()).rejects.toThrow('late');
    expect(await queue.next()).toEqual({ done: true, value: undefined });
  });

  it('drops what comes after the consumer has left, and lets the producer on', async () => {
    let left = false;
    const queue = new RecordQueue<number>(1, () => {
      left = true;
    });
    const held = queue.accept(1);
    await queue.return();
    await held;
    expect(queue.accept(2)).toBeUndefined();
    expect(await queue.next()).toEqual({ done: true, value: undefined });
    expect(left).toBe(true);
  });

  it('keeps the order however reads and writes alternate', async () => {
    const queue = new RecordQueue<number>(3);
    const taken: number[] = [];
    const consumer = (async () => {
      for await (const value of queue) {
        taken.push(value);
        if (value % 3 === 0) await turn();
      }
    })();
    for (let value = 0; value < 20; value++) await queue.accept(value);
    queue.end();
    await consumer;
    expect(taken).toEqual(Array.from({ length: 20 }, (_each, index) => index));
  });
});
