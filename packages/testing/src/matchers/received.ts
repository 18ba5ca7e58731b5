import { containsErrorRecord, ErrorRecord, errorRecordOfFailure, Job, type PipelineResult } from '@cmdlet/core';
import { errorRecordOf } from '../error-records.js';
import { isRunResult } from '../run/run-result.js';

/** What matchers look at: a result of a run, or a job. */
export type Received = PipelineResult<unknown> | Job;

/** A result, or a job; of a call with `-AsJob` the job. Undefined for anything else. */
export function receivedRun(received: unknown): Received | undefined {
  if (isRunResult(received) && 'recording' in received && received.output.length > 0) return received.job;
  if (isJob(received)) return received;
  return hasAll(received, ['output', 'errors', 'warnings', 'state'])
    ? (received as PipelineResult<unknown>)
    : undefined;
}

/** The errors of a result or a job; the one record of an error. Undefined for anything else. */
export function receivedErrors(received: unknown): readonly ErrorRecord[] | undefined {
  const run = receivedRun(received);
  if (run !== undefined) return errorsOf(run);
  const isError = received instanceof Error || ErrorRecord.is(received) || containsErrorRecord(received);
  return isError ? [errorRecordOf(received)] : undefined;
}

/** The errors of a result or a job, the one that ended it last. */
export function errorsOf(run: Received): readonly ErrorRecord[] {
  if (!isJob(run)) return run.failure === undefined ? run.errors : [...run.errors, run.failure];
  const { state, reason } = run.jobStateInfo;
  return state === 'Failed' && reason !== undefined ? [...run.error, errorRecordOfFailure(reason)] : run.error;
}

/** Whether a value is a job, of this copy of the core or another. */
export function isJob(value: unknown): value is Job {
  return value instanceof Job || hasAll(value, ['jobStateInfo', 'childJobs', 'psBeginTime']);
}

function hasAll(value: unknown, names: readonly string[]): boolean {
  return typeof value === 'object' && value !== null && names.every((name) => name in value);
}
