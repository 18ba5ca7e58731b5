import { wildcardPattern } from '../bind/wildcard-pattern.js';
import { CmdletException } from '../records/cmdlet-exception.js';
import { SERVICE_NAME } from '../run/service-token.js';
import type { Job } from './job.js';
import type { JobQuery, JobSourceAdapter } from './job-source-adapter.js';
import { text } from './text.js';

/**
 * The top-level jobs of a session, in the order in which they were added. Children are reached through their parents.
 *
 * A job that nobody adds runs all the same, but the `*-Job` cmdlets do not see it.
 */
export class JobRepository implements JobSourceAdapter {
  static {
    Object.defineProperty(JobRepository, SERVICE_NAME, { value: 'JobRepository' });
  }

  readonly name = 'JobRepository';
  readonly #jobs = new Set<Job>();

  /** All jobs, as a copy: safe to go through while jobs are added and removed. */
  get jobs(): readonly Job[] {
    return [...this.#jobs];
  }

  /** Adds a job. One that is there already, or has the instance id of another: id `Argument`, category InvalidArgument. */
  add(job: Job): void {
    if (this.#jobs.has(job) || (job.hasGivenInstanceId && this.getJob(job.instanceId) !== undefined)) {
      throw new CmdletException(text.duplicateJob(job.toString(), job.instanceId), {
        errorId: 'Argument',
        category: 'InvalidArgument',
        target: job,
      });
    }
    this.#jobs.add(job);
  }

  /** Forgets a job. One that is not there: id `ItemNotFoundInRepository`, category InvalidArgument. */
  remove(job: Job): void {
    if (!this.removeJob(job)) {
      throw new CmdletException(text.unknownJob(job.toString(), job.instanceId), {
        errorId: 'ItemNotFoundInRepository',
        category: 'InvalidArgument',
        target: job,
      });
    }
  }

  /** Whether a job is in here itself, not as a child of another. */
  has(job: Job): boolean {
    return this.#jobs.has(job);
  }

  /** The job with an instance id, in any case, if it is in here. */
  getJob(instanceId: string): Job | undefined {
    return this.getJobByInstanceId(instanceId, false);
  }

  /**
   * The jobs that match, each followed by those of its children that do.
   *
   * Names and commands may hold wildcards and are compared ignoring case, commands without the blanks around them. No job
   * matches a filter.
   *
   * @example
   * session.jobs.getJobs({ name: 'Nightly*', state: 'Failed' });
   */
  getJobs(query: JobQuery = {}, recurse = false): readonly Job[] {
    if (query.filter !== undefined) return [];
    const { state } = query;
    const name = query.name === undefined ? undefined : wildcardPattern(query.name);
    const command = query.command === undefined ? undefined : wildcardPattern(query.command.trim());
    return this.#all(recurse).filter(
      (job) =>
        (name === undefined || name.test(job.name)) &&
        (command === undefined || command.test(job.command.trim())) &&
        (state === undefined || state === job.state),
    );
  }

  getJobByInstanceId(instanceId: string, recurse: boolean): Job | undefined {
    const wanted = instanceId.toLowerCase();
    return this.#find(recurse, (job) => job.instanceId.toLowerCase() === wanted);
  }

  getJobBySessionId(id: number, recurse: boolean): Job | undefined {
    return this.#find(recurse, (job) => job.id === id);
  }

  removeJob(job: Job): boolean {
    return this.#jobs.delete(job);
  }

  #all(recurse: boolean): Job[] {
    return recurse ? this.jobs.flatMap(withDescendants) : [...this.#jobs];
  }

  /** Top-level jobs come before all children. */
  #find(recurse: boolean, matches: (job: Job) => boolean): Job | undefined {
    const found = this.#all(false).find(matches);
    return found === undefined && recurse ? this.#all(true).find(matches) : found;
  }
}

function withDescendants(job: Job): Job[] {
  return [job, ...job.childJobs.flatMap(withDescendants)];
}
