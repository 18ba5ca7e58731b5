import type { Job } from './job.js';
import type { JobState } from './job-state.js';

/** What somebody looks for; every key that is given must match. */
export interface JobQuery {
  /** A name; whether it may hold wildcards is the source's rule. */
  readonly name?: string;
  /** Text of the command; whether it may hold wildcards is the source's rule. */
  readonly command?: string;
  readonly state?: JobState;
  /** Properties and values that only the source understands. A source that does not, throws. */
  readonly filter?: ReadonlyMap<unknown, unknown>;
}

/**
 * A source of jobs beside the session's repository: jobs that a scheduler, a service or another machine keeps.
 *
 * Registered with the session's `JobManager`. What a method throws never breaks a command: it becomes an error or a
 * warning that names the source.
 */
export interface JobSourceAdapter {
  /** Shown in messages. */
  readonly name: string;
  /** The jobs that match, all if nothing is asked for. @param recurse whether children are looked at as well */
  getJobs(query: JobQuery, recurse: boolean): Promise<readonly Job[]> | readonly Job[];
  /** The job with an instance id. */
  getJobByInstanceId(instanceId: string, recurse: boolean): Promise<Job | undefined> | Job | undefined;
  /** The job with an id of this session. */
  getJobBySessionId(id: number, recurse: boolean): Promise<Job | undefined> | Job | undefined;
  /** Forgets a job of this source; resolves with false if it has no such job. */
  removeJob(job: Job): Promise<boolean> | boolean;
}
