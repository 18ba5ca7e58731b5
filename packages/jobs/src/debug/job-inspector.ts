import type { Job } from '@cmdlet/core';

/** Where a debugger can be attached to a job: what `Debug-Job` writes. */
export class JobInspector {
  /** Id of the job whose work it is, which may be a child. */
  readonly id: number;
  readonly name: string;

  constructor(
    job: Job,
    /** Address of the inspector, `ws://…`: for the debugger of an editor, or `chrome://inspect`. */
    readonly url: string,
  ) {
    this.id = job.id;
    this.name = job.name;
  }
}
