import { type ErrorRecord, isFinishedState, type Job } from '@cmdlet/core';
import { jobError, messageOf } from './job-error.js';
import type { JobFinder } from './job-finder.js';
import { text } from './text.js';

/** Whether a job may be removed now; an error record if not. */
export function refusalToRemove(job: Job, force: boolean): ErrorRecord | undefined {
  if (force || isFinishedState(job.state)) return undefined;
  return jobError(text.notFinished(job), 'JobObjectNotFinishedCannotBeRemoved', 'InvalidOperation', job);
}

/**
 * Stops a job that has not ended, makes whoever holds it forget it, and disposes of it.
 *
 * A child, or a job that nobody holds, is left as it is; the result is then the error.
 */
export async function removeJob(job: Job, finder: JobFinder): Promise<ErrorRecord | undefined> {
  if (!(await finder.holds(job))) return jobError(text.cannotRemove, 'CannotRemoveJob', 'InvalidOperation', job);
  try {
    await job.stop();
  } catch (error) {
    return jobError(messageOf(error), 'StopJobError', 'ReadError', job, error);
  }
  const failure = await finder.remove(job);
  if (failure === undefined) await job.dispose();
  return failure;
}
