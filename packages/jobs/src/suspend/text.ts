import type { Job } from '@cmdlet/core';

/** Every text of `Suspend-Job` and `Resume-Job` that a user may see. */
export const text = {
  notSupported: (job: Job): string =>
    `The job ${job} cannot be suspended and resumed: its work cannot pause. ` +
    'Calls of cmdlets with -AsJob can, and jobs of a class that declares it.',

  wrongStateToSuspend:
    'One or more jobs were not suspended: only jobs that are Running can be suspended. The output shows their states.',

  wrongStateToResume:
    'One or more jobs were not resumed: only jobs that are Suspended can be resumed. The output shows their states.',

  target: (job: Job): string => `Remote Command: ${job.command}, associated with a job that has an ID of "${job.id}".`,
};
