import type { Job, JobStateInfo } from '@cmdlet/core';

/** A change of a job's state as `Receive-Job -WriteEvents` writes it. */
export class JobStateEventArgs {
  /** Tells an event from output. */
  readonly psEventObject = true;
  /** Instance id of the job it concerns. */
  readonly psSourceJobInstanceId: string;

  constructor(
    job: Job,
    readonly jobStateInfo: JobStateInfo,
    /** Undefined for a job that had ended before anybody waited. */
    readonly previousJobStateInfo: JobStateInfo | undefined,
  ) {
    this.psSourceJobInstanceId = job.instanceId;
  }
}
