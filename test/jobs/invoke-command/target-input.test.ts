import { describe, expect, it } from 'vitest';
import { TargetInput } from '../../../packages/jobs/src/invoke-command/target-input.js';

/** Records that may wait. */
const WINDOW = 1024;

describe('the input of a target', () => {
  it('gives each of several readers that wait a record, in their order', async () => {
    const input = new TargetInput();
    const waiting = [input.next(), input.next(), input.next()];
    for (const record of ['a', 'b']) void input.add(record);
    expect(await Promise.all(waiting.slice(0, 2))).toEqual([
      { done: false, value: 'a' },
      { done: false, value: 'b' },
    ]);
    input.end();
    expect(await waiting[2]).toEqual({ done: true, value: undefined });
  });

  it('tells all readers that wait of its end', async () => {
    const input = new TargetInput();
    const waiting = [input.next(), input.next()];
    input.end();
    expect(await Promise.all(waiting)).toEqual(Array(2).fill({ done: true, value: undefined }));
  });

  it('holds its writer only when somebody reads, and is slow', async () => {
    const input = new TargetInput();
    for (let record = 0; record < 2 * WINDOW; record++) expect(input.add(record)).toBeUndefined();
    await input.next();
    const held = input.add('more');
    expect(held).toBeInstanceOf(Promise);
    for (let record = 1; record < 2 * WINDOW; record++) await input.next();
    await held;
    expect(await input.next()).toEqual({ done: false, value: 'more' });
  });

  it('lets its writer go when nobody reads any more', async () => {
    const input = new TargetInput();
    void input.add('first');
    await input.next();
    let held: Promise<void> | undefined;
    while (held === undefined) held = input.add('x');
    await input.return();
    await held;
    expect(input.add('late')).toBeUndefined();
    expect(await input.next()).toEqual({ done: true, value: undefined });
  });
});
