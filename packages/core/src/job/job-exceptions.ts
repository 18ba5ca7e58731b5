import { CmdletException } from '../records/cmdlet-exception.js';
import type { ErrorRecord } from '../records/error-record.js';
import type { JobState } from './job-state.js';
import { text } from './text.js';

/** Something was asked of a job that its present state does not allow. Id `InvalidJobState`, category InvalidOperation. */
export class InvalidJobStateException extends CmdletException {
  override name = 'InvalidJobStateException';
  constructor(
    message: string,
    /** The state that stood in the way. */
    readonly currentState: JobState,
    job: unknown,
  ) {
    super(message, { errorId: 'InvalidJobState', category: 'InvalidOperation', target: job });
  }
}

/** A job was changed after it had been disposed of. Id `ObjectDisposed`, category InvalidOperation. */
export class JobDisposedException extends CmdletException {
  override name = 'JobDisposedException';
  constructor(job: string, action: string) {
    super(text.disposed(job, action), { errorId: 'ObjectDisposed', category: 'InvalidOperation', target: job });
  }
}

/** A job was not done within its time limit. Id `JobTimedOut`, category OperationTimeout. */
export class JobTimedOutException extends CmdletException {
  override name = 'JobTimedOutException';
  constructor(
    job: unknown,
    /** The limit. */
    readonly milliseconds: number,
  ) {
    super(text.timedOut(String(job), milliseconds), {
      errorId: 'JobTimedOut',
      category: 'OperationTimeout',
      target: job,
    });
  }
}

/** One child that failed, and why. */
export interface ChildFailure {
  /** Name of the child. */
  readonly name: string;
  /** Id of the child. */
  readonly id: number;
  readonly reason: Error;
}

/**
 * Why a job failed, where one exception cannot tell: several children failed, or the work threw what is no Error.
 *
 * Its error record is that of the first failure. Id `JobStateFailed`, category InvalidResult, unless that record has
 * its own.
 */
export class JobFailedException extends CmdletException {
  override name = 'JobFailedException';
  /** All failed children in the order in which they failed; empty if the work itself failed. */
  readonly failures: readonly ChildFailure[];
  readonly #record: ErrorRecord | undefined;

  constructor(
    message: string,
    facts: { cause?: unknown; failures?: readonly ChildFailure[]; record?: ErrorRecord } = {},
  ) {
    super(message, { errorId: 'JobStateFailed', category: 'InvalidResult', cause: facts.cause });
    this.failures = facts.failures ?? [];
    this.#record = facts.record;
  }

  override get errorRecord(): ErrorRecord {
    return this.#record ?? super.errorRecord;
  }
}
