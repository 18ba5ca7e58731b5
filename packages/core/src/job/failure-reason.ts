import { containsErrorRecord } from '../records/cmdlet-exception.js';
import { ErrorRecord } from '../records/error-record.js';
import type { InvocationInfo } from '../records/invocation-info.js';
import { type ChildFailure, JobFailedException } from './job-exceptions.js';
import { text } from './text.js';

/** What the work threw, as the reason of a state: an Error as it is, a thrown record or value wrapped into one. */
export function failureReason(thrown: unknown): Error {
  if (thrown instanceof Error) return thrown;
  if (ErrorRecord.is(thrown)) {
    return new JobFailedException(thrown.toString(), { cause: thrown.exception, record: thrown });
  }
  return new JobFailedException(String(thrown), { cause: thrown });
}

/** Why a parent failed: its only failed child's own reason, or one exception that lists them all. */
export function reasonOfFailedChildren(failures: readonly ChildFailure[]): Error | undefined {
  const [first] = failures;
  if (first === undefined || failures.length === 1) return first?.reason;
  return new JobFailedException(text.severalFailures(first.reason.message, failures.length), {
    cause: first.reason,
    failures,
    ...(containsErrorRecord(first.reason) ? { record: first.reason.errorRecord } : {}),
  });
}

/**
 * The error record by which a reader learns why a job failed.
 *
 * It is the reason's own record where it has one, so that id, category and target of the original stay; otherwise a new
 * one of id `JobStateFailed`, category InvalidResult. A command that writes it adds no source of its own to the id.
 */
export function errorRecordOfFailure(reason: Error): ErrorRecord {
  const record = containsErrorRecord(reason)
    ? reason.errorRecord
    : new ErrorRecord(reason, 'JobStateFailed', 'InvalidResult');
  return record.attach(writtenByNoCommand);
}

/** Marks a record that came out of a job and not from the command that writes it now. */
export function keepOwnErrorId(record: ErrorRecord): ErrorRecord {
  return record.attach(writtenByNoCommand);
}

const writtenByNoCommand: InvocationInfo = {
  commandName: '',
  source: '',
  invocationName: '',
  boundParameters: {},
  pipelinePosition: 0,
  pipelineLength: 0,
  expectingInput: false,
  pipelineIterationInfo: [],
};
