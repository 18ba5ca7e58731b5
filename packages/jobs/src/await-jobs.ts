import {
  type Clock,
  type Host,
  isFinishedState,
  isPersistentState,
  type Job,
  PipelineStoppedException,
  RecordArrivals,
} from '@cmdlet/core';
import { JobStateEventArgs } from './job-state-event-args.js';
import { LatestProgress } from './latest-progress.js';
import { type RecordWriter, writeNextRecord } from './record-writer.js';

/** How jobs are received until they are done. */
export interface AwaitOptions {
  /** Whether children are received too. */
  readonly recurse: boolean;
  /** Whether Suspended and Disconnected jobs are waited for. */
  readonly force: boolean;
  /** Writes an event when a job is done, children's before their parents'. */
  readonly writeEvents: boolean;
  /** Answers what the jobs ask. */
  readonly host: Host;
  /** How long, in milliseconds; undefined for no limit, 0 to take what is there. */
  readonly timeout?: number | undefined;
  readonly clock: Clock;
}

/**
 * Hands on what jobs have written and write until all of them are done, in the order of arrival. Progress is shown as it
 * is now, not as it was. The reason of a failure comes after the last record of its job, before its event.
 *
 * @returns how many of the jobs are not done: more than 0 only when the time is over
 */
export async function awaitJobs(jobs: readonly Job[], options: AwaitOptions, writer: RecordWriter): Promise<number> {
  const arrivals = new RecordArrivals<Job>(jobs, { states: true, noRecurse: !options.recurse });
  const progress = new LatestProgress(jobs, options.recurse, () => arrivals.wake());
  const wake = (): void => arrivals.wake();
  writer.stopping.addEventListener('abort', wake);
  const isDone = options.force ? isFinishedState : isPersistentState;
  const told = new Set<Job>();
  let timeIsOver = options.timeout === 0;
  const endOfTime = (): void => {
    timeIsOver = true;
    wake();
  };
  const cancelTimeout = options.timeout === undefined ? undefined : options.clock.after(options.timeout, endOfTime);
  try {
    for (;;) {
      if (writer.stopping.aborted) throw new PipelineStoppedException();
      const arrival = arrivals.next();
      if (arrival === undefined) {
        const shown = progress.take();
        for (const record of shown) await writer.writeProgress(record);
        if (shown.length > 0) continue; // more may have come meanwhile
        const unfinished = jobs.filter((job) => !isDone(job.state)).length;
        if (unfinished === 0 || timeIsOver) return unfinished;
        await arrivals.changed();
      } else if (arrival.state === undefined) {
        await writeNextRecord(arrival.job, writer);
      } else {
        const { job, state, previousState } = arrival;
        if (state.state === 'Blocked' && job.state === 'Blocked') {
          await job.answerQuestions(options.host, writer.stopping);
        } else if (options.writeEvents && isDone(state.state) && !told.has(job)) {
          told.add(job);
          await writer.writeObject(new JobStateEventArgs(job, state, previousState));
        }
      }
    }
  } finally {
    cancelTimeout?.();
    writer.stopping.removeEventListener('abort', wake);
    progress.dispose();
    arrivals.dispose();
  }
}
