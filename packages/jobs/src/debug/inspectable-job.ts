import { isFinishedState, type Job } from '@cmdlet/core';

/** A job whose work can be inspected while it runs. A job class declares the ability by having this member. */
export interface InspectableJob {
  /** Starts the inspector where the work runs; resolves with its URL, or undefined where that cannot be. */
  openInspector(): Promise<string | undefined>;
  /** Id of the process that the work runs in, if it has one of its own: that can be paused before a debugger is attached. */
  readonly processId?: number | undefined;
}

/** The jobs that may be inspected now: a job's children where they do the work, else the job itself. */
export function inspectableJobs(job: Job): readonly (Job & InspectableJob)[] {
  const children = job.childJobs.filter(isInspectable);
  return children.length > 0 ? children : [job].filter(isInspectable);
}

function isInspectable(job: Job): job is Job & InspectableJob {
  const { openInspector } = job as Partial<InspectableJob>;
  return typeof openInspector === 'function' && !isFinishedState(job.state) && job.state !== 'NotStarted';
}
