import { wildcardPattern } from '../bind/wildcard-pattern.js';
import { CmdletException } from '../records/cmdlet-exception.js';
import { PassingSet } from '../records/passing-entries.js';
import { SERVICE_NAME } from '../run/service-token.js';
import type { Job } from './job.js';
import { hasWildcards, JobIndex, withDescendants } from './job-index.js';
import type { JobQuery, JobSourceAdapter } from './job-source-adapter.js';
import { isFinishedState } from './job-state.js';
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
  readonly #jobs = new PassingSet<Job>();
  readonly #index = new JobIndex();
  #whenAdded: Set<(job: Job) => void> | undefined;

  /** All jobs, as a copy: safe to go through while jobs are added and removed. */
  get jobs(): readonly Job[] {
    return [...this.#jobs];
  }

  /** The jobs that have not ended. */
  get unfinished(): readonly Job[] {
    return this.jobs.filter(({ state }) => !isFinishedState(state));
  }

  /** For who is about to end the session: a line for each job that has not ended and will be stopped by it. */
  describeUnfinished(): readonly string[] {
    return this.unfinished.map((job) => text.stillUnfinished(job.toString(), job.state, job.command));
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
    this.#index.add(job);
    for (const tell of this.#whenAdded ?? []) tell(job);
  }

  /** Calls back with each job that is added from now on. The result takes the callback away. */
  onAdded(callback: (job: Job) => void): () => void {
    this.#whenAdded ??= new Set();
    this.#whenAdded.add(callback);
    return () => this.#whenAdded?.delete(callback);
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
    const command = query.command === undefined ? undefined : wildcardPattern(query.command.trim());
    return this.#named(query.name, recurse).filter(
      (job) =>
        (command === undefined || command.test(job.command.trim())) && (state === undefined || state === job.state),
    );
  }

  getJobByInstanceId(instanceId: string, recurse: boolean): Job | undefined {
    const wanted = instanceId.toLowerCase();
    return this.#find(recurse, (job) => job.hasInstanceId(wanted));
  }

  getJobBySessionId(id: number, recurse: boolean): Job | undefined {
    if (this.#index.isComplete) {
      const job = this.#index.ofId(id) ?? (recurse ? this.#index.childOfId(id) : undefined);
      if (job !== undefined || !recurse) return job;
    }
    return this.#find(recurse, (job) => job.id === id);
  }

  removeJob(job: Job): boolean {
    if (!this.#jobs.delete(job)) return false;
    this.#index.remove(job);
    return true;
  }

  #named(name: string | undefined, recurse: boolean): Job[] {
    if (name === undefined) return this.#all(recurse);
    if (hasWildcards(name) || !this.#index.isComplete) {
      const pattern = wildcardPattern(name);
      return this.#all(recurse).filter((job) => pattern.test(job.name));
    }
    return this.#index.ofName(name, this.#jobs, recurse, (id) => this.getJobBySessionId(id, recurse));
  }

  #all(recurse: boolean): Job[] {
    return recurse ? this.jobs.flatMap(withDescendants) : [...this.#jobs];
  }

  /** Top-level jobs come before all children. */
  #find(recurse: boolean, matches: (job: Job) => boolean): Job | undefined {
    for (const job of this.#jobs) if (matches(job)) return job;
    if (!recurse) return undefined;
    for (const job of this.#jobs) {
      const found = withDescendants(job).find(matches);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}
