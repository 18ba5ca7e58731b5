import type { ErrorRecord, Job, JobManager, JobQuery, JobRepository, JobSourceAdapter, JobState } from '@cmdlet/core';
import { jobError, messageOf } from './job-error.js';
import { text } from './text.js';

/** Where a finder tells of keys that nothing matches and of sources that fail. */
export interface FinderReport {
  writeError(record: ErrorRecord): Promise<void>;
  writeWarning(message: string): Promise<void>;
}

/**
 * Finds jobs for the `*-Job` cmdlets: in the session's repository first, then in each other source.
 *
 * A key that nothing matches is reported, one error per key, and the others are still looked for. What a source throws
 * never ends the command.
 */
export class JobFinder {
  constructor(
    private readonly repository: JobRepository,
    private readonly manager: JobManager,
    private readonly report: FinderReport,
  ) {}

  /** All top-level jobs. */
  async all(): Promise<Job[]> {
    const found = [...this.repository.jobs];
    for (const source of this.manager.adapters) {
      try {
        found.push(...(await source.getJobs({}, false)));
        await this.#warnOf(source);
      } catch (error) {
        await this.report.writeError(sourceError('JobSourceAdapterGetJobsError', source, error));
      }
    }
    return found;
  }

  /** By names, which may hold wildcards; a job that several of them match comes several times. */
  async byName(names: readonly string[], recurse: boolean): Promise<Job[]> {
    const found: Job[] = [];
    for (const name of names) {
      const matches = await this.#query({ name }, recurse);
      if (matches.length === 0 && !/[*?[]/.test(name)) {
        await this.#notFound(text.nameNotFound(name), 'JobWithSpecifiedNameNotFound', name);
      }
      found.push(...matches);
    }
    return found;
  }

  /** By ids of the session, children included. */
  async byId(ids: readonly number[]): Promise<Job[]> {
    const found: Job[] = [];
    for (const id of ids) {
      const job = await this.#first((source) => source.getJobBySessionId(id, true), 'JobSourceAdapterGetJobError');
      if (job !== undefined) found.push(job);
      else await this.#notFound(text.idNotFound(id), 'JobWithSpecifiedSessionNotFound', id);
    }
    return found;
  }

  /** By instance ids, children included. */
  async byInstanceId(instanceIds: readonly string[]): Promise<Job[]> {
    const found: Job[] = [];
    for (const instanceId of instanceIds) {
      const job = await this.#first(
        (source) => source.getJobByInstanceId(instanceId, true),
        'JobSourceAdapterGetJobByInstanceIdError',
      );
      if (job !== undefined) found.push(job);
      else await this.#notFound(text.instanceIdNotFound(instanceId), 'JobWithSpecifiedInstanceIdNotFound', instanceId);
    }
    return found;
  }

  /** Top-level jobs in a state. */
  byState(state: JobState): Promise<Job[]> {
    return this.#query({ state }, false);
  }

  /** Top-level jobs by the text of their command, which may hold wildcards. */
  async byCommand(commands: readonly string[]): Promise<Job[]> {
    const found: Job[] = [];
    for (const command of commands) found.push(...(await this.#query({ command }, false)));
    return found;
  }

  /** By what only the sources understand. */
  byFilter(filter: ReadonlyMap<unknown, unknown>): Promise<Job[]> {
    return this.#query({ filter }, true);
  }

  /** Whether the repository or a source holds this very job as one of its own. */
  async holds(job: Job): Promise<boolean> {
    if (this.repository.has(job)) return true;
    for (const source of this.manager.adapters) {
      try {
        if ((await source.getJobByInstanceId(job.instanceId, false)) === job) return true;
      } catch {
        // A source that cannot be asked does not hold it.
      }
    }
    return false;
  }

  /** Makes whoever holds the job forget it. What a source throws is an error record in the result. */
  async remove(job: Job): Promise<ErrorRecord | undefined> {
    if (this.repository.removeJob(job)) return undefined;
    for (const source of this.manager.adapters) {
      try {
        if (await source.removeJob(job)) return undefined;
      } catch (error) {
        return sourceError('JobSourceAdapterRemoveJobError', source, error);
      }
    }
    return jobError(text.cannotRemove, 'CannotRemoveJob', 'InvalidOperation', job);
  }

  async #query(query: JobQuery, recurse: boolean): Promise<Job[]> {
    const found = [...this.repository.getJobs(query, recurse)];
    for (const source of this.manager.adapters) {
      try {
        found.push(...(await source.getJobs(query, recurse)));
        await this.#warnOf(source);
      } catch (error) {
        await this.report.writeWarning(text.sourceThrew(source.name, messageOf(error)));
      }
    }
    return found;
  }

  /** The first source that knows the job; the failures of others matter only if none does. */
  async #first(
    ask: (source: JobSourceAdapter) => Promise<Job | undefined> | Job | undefined,
    errorId: string,
  ): Promise<Job | undefined> {
    const failures: ErrorRecord[] = [];
    for (const source of [this.repository, ...this.manager.adapters]) {
      try {
        const job = await ask(source);
        if (job !== undefined) return job;
      } catch (error) {
        failures.push(sourceError(errorId, source, error));
      }
    }
    for (const failure of failures) await this.report.writeError(failure);
    return undefined;
  }

  async #warnOf(source: JobSourceAdapter): Promise<void> {
    for (const warning of source.takeWarnings?.() ?? []) await this.report.writeWarning(warning);
  }

  #notFound(message: string, errorId: string, key: unknown): Promise<void> {
    return this.report.writeError(jobError(message, errorId, 'ObjectNotFound', key));
  }
}

function sourceError(errorId: string, source: JobSourceAdapter, error: unknown): ErrorRecord {
  return jobError(messageOf(error), errorId, 'OpenError', source.name, error);
}
