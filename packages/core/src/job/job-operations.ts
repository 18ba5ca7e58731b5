import type { ErrorRecord } from '../records/error-record.js';
import type { Job } from './job.js';

/** A job that a source has made and that begins when somebody says so. */
export interface StartableJob {
  /** Begins the work, once; resolves when it has begun, or waits for its turn. Rejects with `InvalidJobState` a second time. */
  startJob(): Promise<void>;
}

/** A job that goes on from Blocked by other means than an answer to `Receive-Job`. */
export interface UnblockableJob {
  /** Lets a Blocked job go on; resolves when it is Running or has ended. */
  unblockJob(): Promise<void>;
}

/** A job that tells what went wrong when something was asked of its children; the command that asked writes it. */
export interface OperationErrors {
  /** The errors since the last call. */
  takeOperationErrors(): readonly ErrorRecord[];
}

/** Whether a job can be started. */
export function isStartableJob(job: Job): job is Job & StartableJob {
  return typeof (job as Partial<StartableJob>).startJob === 'function';
}

/** Whether a job can be unblocked. */
export function isUnblockableJob(job: Job): job is Job & UnblockableJob {
  return typeof (job as Partial<UnblockableJob>).unblockJob === 'function';
}

/** What went wrong when something was asked of a job's children, if it is a job that tells. */
export function operationErrorsOf(job: Job): readonly ErrorRecord[] {
  return (job as Partial<OperationErrors>).takeOperationErrors?.() ?? [];
}
