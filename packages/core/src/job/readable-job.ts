import type { ProgressRecord } from '../records/progress-record.js';
import type { JobLogReader } from './job-log.js';
import type { JobObserver } from './job-observer.js';
import type { JobState } from './job-state.js';
import type { JobStateInfo } from './job-state-info.js';

/** What whoever reads a job needs of it. */
export interface ReadableJob<TOutput = unknown> {
  readonly state: JobState;
  readonly jobStateInfo: JobStateInfo;
  readonly parent: ReadableJob<TOutput> | undefined;
  readonly childJobs: readonly ReadableJob<TOutput>[];
  readonly log: JobLogReader<TOutput>;
  readonly output: readonly TOutput[];
  readonly progress: readonly ProgressRecord[];
  observe(observer: JobObserver<object>): () => void;
}
