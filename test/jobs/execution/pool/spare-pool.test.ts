import { expect, it } from 'vitest';
import { type Spare, SparePool } from '../../../../packages/jobs/src/execution/pool/spare-pool.js';

it('Warming up waits for a place that was being started already, too', async () => {
  let load: () => void = () => undefined;
  let end: () => void = () => undefined;
  const spare: Spare = {
    ready: new Promise<void>((resolve) => {
      load = resolve;
    }),
    over: new Promise<void>((resolve) => {
      end = resolve;
    }),
    hold: () => undefined,
    end: () => end(),
  };
  await using pool = new SparePool(() => spare);
  const steps: string[] = [];
  const warmings = ['first', 'second'].map((name) => pool.warmUp().then(() => steps.push(name)));
  await new Promise((resolve) => setImmediate(resolve));
  steps.push('loaded');
  load();
  await Promise.all(warmings);
  expect(steps).toEqual(['loaded', 'first', 'second']);
});

it.each([
  [{ size: -1 }, 'The size of a pool is -1.'],
  [{ size: 1.5 }, 'The size of a pool is 1.5.'],
  [{ idleMilliseconds: Number.NaN }, 'idleMilliseconds of a pool is NaN.'],
])('A pool is refused that cannot be: %j', (options, message) => {
  expect(() => new SparePool(() => expect.fail(), options)).toThrow(
    expect.objectContaining({ errorId: 'ArgumentOutOfRange', message: expect.stringContaining(message) as string }),
  );
});
