import {
  type Job,
  type JobIdCounter,
  type JobInvocationInfo,
  type JobManager,
  type JobQuery,
  JobRepository,
  type JobSourceAdapter,
} from '@cmdlet/core';
import { messageOf } from '../job-error.js';
import { PastRun } from './past-run.js';
import type { ScheduledJob } from './scheduled-job.js';
import { SCHEDULED_JOB_TYPE } from './scheduled-job-definition.js';
import type { ScheduledJobStore, StoredRun } from './scheduled-job-store.js';
import { text } from './text.js';

/** What the source needs of the session; asked for when it is needed. */
export interface ScheduledJobSession {
  readonly store: ScheduledJobStore;
  readonly ids: JobIdCounter;
  readonly manager: JobManager;
  /** Makes a job of a definition. */
  newJob(info: JobInvocationInfo): Promise<ScheduledJob>;
  /** Makes a job of a stored definition. @param path directory of another store than the session's */
  newJobFromStore(name: string, path: string | undefined): Promise<ScheduledJob | undefined>;
}

/**
 * The runs of scheduled jobs as jobs: those that this session has started, and those that stand in the store, from other
 * sessions and from before.
 *
 * The store is read for each look-up, so that what others have done meanwhile is seen. A run stays the same job, with the
 * same id, as long as the session lives.
 */
export class ScheduledJobSourceAdapter implements JobSourceAdapter {
  readonly name = 'ScheduledJob';
  readonly typeName = SCHEDULED_JOB_TYPE;
  #jobs = new JobRepository();
  /** Jobs of the store by the directories of their runs. */
  readonly #byDirectory = new Map<string, ScheduledJob | PastRun>();
  #warnings: string[] = [];
  readonly #session: () => ScheduledJobSession;

  constructor(session: () => ScheduledJobSession) {
    this.#session = session;
  }

  /** The runs that this session is at. */
  get active(): readonly ScheduledJob[] {
    return [...this.#byDirectory.values()].filter((job): job is ScheduledJob => !(job instanceof PastRun));
  }

  /** Takes in a job that has a place in the store. */
  add(job: ScheduledJob): void {
    if (job.directory === undefined) return;
    this.#byDirectory.set(job.directory, job);
    this.#jobs.add(job);
  }

  /** Takes a job out again that could not begin. */
  remove(job: ScheduledJob): void {
    if (job.directory !== undefined) this.#byDirectory.delete(job.directory);
    this.#jobs.removeJob(job);
  }

  async getJobs(query: JobQuery, recurse: boolean): Promise<readonly Job[]> {
    await this.#refresh();
    const { filter, ...rest } = query;
    return filter === undefined ? this.#jobs.getJobs(rest, recurse) : byFilter(this.#jobs.jobs, filter);
  }

  async getJobByInstanceId(instanceId: string, recurse: boolean): Promise<Job | undefined> {
    await this.#refresh();
    return this.#jobs.getJobByInstanceId(instanceId, recurse);
  }

  async getJobBySessionId(id: number, recurse: boolean): Promise<Job | undefined> {
    await this.#refresh();
    return this.#jobs.getJobBySessionId(id, recurse);
  }

  /** Forgets a run and what it wrote, here and in the store. */
  async removeJob(job: Job): Promise<boolean> {
    for (const [directory, known] of this.#byDirectory) {
      if (known !== job) continue;
      if (!(known instanceof PastRun)) await known.saved;
      await this.#session().store.runAt(directory).remove();
      this.#byDirectory.delete(directory);
      return this.#jobs.removeJob(job);
    }
    return false;
  }

  newJob(info: JobInvocationInfo): Promise<ScheduledJob> {
    return this.#session().newJob(info);
  }

  newJobFromStore(name: string, path: string | undefined): Promise<ScheduledJob | undefined> {
    return this.#session().newJobFromStore(name, path);
  }

  /** A run stores itself; resolves when it has. */
  async persistJob(job: Job): Promise<void> {
    for (const known of this.#byDirectory.values()) if (known === job && !(known instanceof PastRun)) await known.saved;
  }

  takeWarnings(): readonly string[] {
    const warnings = this.#warnings;
    this.#warnings = [];
    return warnings;
  }

  /** Makes the jobs those that the store holds now. */
  async #refresh(): Promise<void> {
    const { runs, broken } = await this.#session().store.listRuns();
    this.#warnings = broken.map(({ path, error }) => text.brokenRun(path, messageOf(error)));
    const there = new Set([...runs.map(({ files }) => files.directory)]);
    for (const [directory, job] of this.#byDirectory) {
      if (!there.has(directory) && (job instanceof PastRun || job.isSaved)) this.#forget(directory, job);
    }
    for (const run of runs) this.#take(run);
  }

  #take(run: StoredRun): void {
    const { directory } = run.files;
    const known = this.#byDirectory.get(directory);
    if (known !== undefined && (!(known instanceof PastRun) || known.isAsIn(run))) return;
    if (known !== undefined) this.#forget(directory, known);
    const { ids, manager } = this.#session();
    const identifier = manager.retrieveJobIdForReuse(run.status.instanceId);
    const job = new PastRun({ ids, identifier, instanceId: run.status.instanceId }, run);
    this.#byDirectory.set(directory, job);
    this.#jobs.add(job);
  }

  /** Another job may take its place, and then has its id. */
  #forget(directory: string, job: ScheduledJob | PastRun): void {
    this.#session().manager.storeJobIdForReuse(job);
    this.#byDirectory.delete(directory);
    this.#jobs.removeJob(job);
  }
}

/** The keys that PowerShell's scheduled jobs know: `Before` and `After` an end, and how many of the `Newest`. */
function byFilter(jobs: readonly Job[], filter: ReadonlyMap<unknown, unknown>): readonly Job[] {
  const found = new Set<Job>();
  const end = (job: Job): number => job.psEndTime?.getTime() ?? Number.POSITIVE_INFINITY;
  for (const [key, value] of filter) {
    switch (String(key).toLowerCase()) {
      case 'before':
        for (const job of jobs) if (end(job) < timeOf(value)) found.add(job);
        break;
      case 'after':
        for (const job of jobs) if (job.psEndTime !== undefined && end(job) > timeOf(value)) found.add(job);
        break;
      case 'newest':
        for (const job of [...jobs].sort((a, b) => end(b) - end(a) || b.id - a.id).slice(0, Number(value)))
          found.add(job);
        break;
    }
  }
  return jobs.filter((job) => found.has(job));
}

function timeOf(value: unknown): number {
  return value instanceof Date ? value.getTime() : new Date(String(value)).getTime();
}
