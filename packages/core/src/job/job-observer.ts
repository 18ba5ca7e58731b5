import type { ProgressRecord } from '../records/progress-record.js';
import type { StreamTag } from './job-record.js';
import type { JobStateInfo } from './job-state-info.js';

/**
 * Is told at once what happens in a job and all its descendants. What it throws is reported as an unhandled error and
 * disturbs neither the job nor other observers.
 *
 * @typeParam TJob the job class
 */
export interface JobObserver<TJob> {
  /** A record was written; the log holds it already. Called for every record but progress, so it must be quick. */
  recordWritten?(job: TJob, tag: StreamTag, value: unknown): void;
  /** A progress record was written. */
  progressWritten?(job: TJob, record: ProgressRecord): void;
  /** A state changed. */
  stateChanged?(job: TJob, current: JobStateInfo, previous: JobStateInfo): void;
}

/** Calls all observers in the order in which they came; none can keep the others from being called. */
export function notifyAll<TJob>(
  observers: ReadonlySet<JobObserver<TJob>>,
  call: (observer: JobObserver<TJob>) => void,
): void {
  for (const observer of [...observers]) {
    try {
      call(observer);
    } catch (error) {
      queueMicrotask(() => {
        throw error;
      });
    }
  }
}
