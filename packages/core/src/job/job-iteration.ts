import type { ReadableJob } from './readable-job.js';
import { RecordArrivals } from './record-arrivals.js';

/**
 * The output of a job and its children as it comes, each object taken out of its log when it is asked for, so that a
 * job of any length is read in constant memory. Other streams stay. Throws the reason at the end of a failed job.
 */
export async function* iterateOutput<TOutput>(job: ReadableJob<TOutput>): AsyncGenerator<TOutput, void, void> {
  const arrivals = new RecordArrivals<ReadableJob<TOutput>>([job], { outputOnly: true });
  try {
    for (;;) {
      const arrival = arrivals.next();
      if (arrival !== undefined) {
        const taken = arrival.job.log.takeOutput();
        if (taken !== undefined) yield taken.value;
      } else if (arrivals.ended) {
        break;
      } else {
        await arrivals.changed();
      }
    }
  } finally {
    arrivals.dispose();
  }
  const { state, reason } = job.jobStateInfo;
  if (state === 'Failed' && reason !== undefined) throw reason;
}
