import type { Clock } from '@cmdlet/core';
import { millisecondsOf, type TimeSpan } from '../time/milliseconds-of.js';

/**
 * A consumer that takes so long for each record: the run is held meanwhile.
 *
 * @param time the virtual time of the run, which somebody moves
 *
 * @example
 * const time = new VirtualTime();
 * const result = await time.until(run(GetRow, {}, { time, consumer: slowConsumer(time, '10ms') }));
 */
export function slowConsumer(time: Clock, span: TimeSpan): (record: unknown) => Promise<void> {
  const milliseconds = millisecondsOf(span);
  return () => new Promise((resolve) => void time.after(milliseconds, resolve));
}
