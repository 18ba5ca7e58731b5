import { Observable, of, Subject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { isObservable, valuesOf } from '../../../../packages/jobs/src/execution/work/observable-values.js';

async function taken(values: AsyncIterable<unknown>): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const value of values) all.push(value);
  return all;
}

describe('the values of an Observable', () => {
  it.each<[string, unknown, boolean]>([
    ['one of rxjs', of(1), true],
    ['a subject', new Subject(), true],
    ['what only has a method of that name', { subscribe: () => undefined }, false],
    ['a list', [1], false],
    ['nothing', null, false],
  ])('are those of what is one: %s', (_what, value, expected) => {
    expect(isObservable(value)).toBe(expected);
  });

  it('come in order, also those that came before they were asked for', async () => {
    expect(await taken(valuesOf(of(1, 2, 3), new AbortController().signal))).toEqual([1, 2, 3]);
  });

  it('are not taken for all when a stop comes before they were handed on', async () => {
    const stopping = new AbortController();
    const values = valuesOf(of(1, 2), stopping.signal);
    stopping.abort(new Error('stopped'));
    await expect(taken(values)).rejects.toThrow('stopped');
  });

  it('end with a stop though none comes, and nobody is left subscribed', async () => {
    const stopping = new AbortController();
    const subject = new Subject();
    const end = taken(valuesOf(subject, stopping.signal));
    expect(subject.observed).toBe(true);
    stopping.abort(new Error('stopped'));
    await expect(end).rejects.toThrow('stopped');
    expect(subject.observed).toBe(false);
  });

  it('are none where nobody can subscribe, and nobody is left listening', async () => {
    const { signal } = new AbortController();
    let listeners = 0;
    signal.addEventListener = () => {
      listeners++;
    };
    const broken = new Observable();
    broken.subscribe = () => {
      throw new Error('closed');
    };
    await expect(taken(valuesOf(broken, signal))).rejects.toThrow('closed');
    expect(listeners).toBe(0);
  });
});
