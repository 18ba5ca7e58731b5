import type { Executor } from '../execution/executor.js';
import type { JobExecutors, ProcessNeeds } from './job-executors.js';
import type { JobSettings } from './job-settings.js';

/** What runs a job of a session in a process: by the first of the configured runtimes, unless the job needs another. */
export function processFor(
  executors: JobExecutors,
  { runtimes: [runtime] }: JobSettings,
  needs: ProcessNeeds = {},
): Executor {
  return executors.process({ ...(runtime === undefined ? {} : { runtime }), ...needs });
}
