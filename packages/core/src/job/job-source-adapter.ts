import type { Job } from './job.js';
import type { JobInvocationInfo } from './job-invocation-info.js';
import type { StartableJob } from './job-operations.js';
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

/** A job that a source has made; it does not begin by itself. */
export type SourceJob = Job & StartableJob;

/**
 * A source of jobs beside the session's repository: jobs that a scheduler, a service or another machine keeps.
 *
 * Registered with the session's `JobManager`. What a method throws never breaks a command that looks for jobs: it
 * becomes an error or a warning that names the source. A source that only shows jobs leaves the optional members out.
 *
 * @example
 * class QueueAdapter implements JobSourceAdapter {
 *   readonly name = 'Queue';
 *   getJobs({ name }) { return this.jobs.filter((job) => name === undefined || job.name === name); }
 *   getJobByInstanceId(instanceId) { … }
 *   getJobBySessionId(id) { … }
 *   removeJob(job) { … }
 *   newJob({ definition, name }) { return new QueueJob(definition, name); }
 * }
 */
export interface JobSourceAdapter {
  /** Shown in messages. */
  readonly name: string;
  /** The kind of source, by which definitions and `Start-Job -Type` mean it. Default: the name. */
  readonly typeName?: string;
  /** The jobs that match, all if nothing is asked for. @param recurse whether children are looked at as well */
  getJobs(query: JobQuery, recurse: boolean): Promise<readonly Job[]> | readonly Job[];
  /** The job with an instance id. */
  getJobByInstanceId(instanceId: string, recurse: boolean): Promise<Job | undefined> | Job | undefined;
  /** The job with an id of this session. */
  getJobBySessionId(id: number, recurse: boolean): Promise<Job | undefined> | Job | undefined;
  /** Forgets a job of this source; resolves with false if it has no such job. */
  removeJob(job: Job): Promise<boolean> | boolean;
  /**
   * What went wrong with single jobs in the last look-up, which gave the others all the same; the command that asked
   * writes it as warnings.
   */
  takeWarnings?(): readonly string[];
  /** Makes a job of a definition, NotStarted. */
  newJob?(info: JobInvocationInfo): Promise<SourceJob> | SourceJob;
  /**
   * Makes a job, NotStarted, of a definition that the source has stored; undefined if it has none of that name.
   *
   * @param path where the definition is stored; undefined for wherever the source stores them
   */
  newJobFromStore?(name: string, path: string | undefined): Promise<SourceJob | undefined> | SourceJob | undefined;
  /** Stores a job so that another session finds it. */
  persistJob?(job: Job): Promise<void> | void;
}
