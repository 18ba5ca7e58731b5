import { wildcardPattern } from '../bind/wildcard-pattern.js';
import { CmdletException } from '../records/cmdlet-exception.js';
import { SERVICE_NAME } from '../run/service-token.js';
import type { Job } from './job.js';
import { JobDefinition } from './job-definition.js';
import type { JobIdentifier } from './job-identifier.js';
import { argumentNull, JobInvocationInfo } from './job-invocation-info.js';
import type { JobSourceAdapter, SourceJob } from './job-source-adapter.js';
import { text } from './text.js';

/** The sources of jobs that a session looks into after its own repository, in order of registration. */
export class JobManager {
  static {
    Object.defineProperty(JobManager, SERVICE_NAME, { value: 'JobManager' });
  }

  readonly #adapters = new Set<JobSourceAdapter>();
  readonly #ids = new Map<string, number>();

  /** All sources, as a copy. */
  get adapters(): readonly JobSourceAdapter[] {
    return [...this.#adapters];
  }

  /** Adds a source, once. The result takes it away again. */
  register(adapter: JobSourceAdapter): () => void {
    this.#adapters.add(adapter);
    return () => this.#adapters.delete(adapter);
  }

  /**
   * Makes a job, NotStarted, by the source that its definition names.
   *
   * No definition: id `ArgumentNull`, category InvalidArgument. No such source, or one that makes no jobs: id
   * `JobSourceAdapterNotFound`, category InvalidOperation.
   */
  async newJob(specification: JobDefinition | JobInvocationInfo): Promise<SourceJob> {
    const info =
      specification instanceof JobDefinition ? infoOf(specification) : (specification ?? missing('definition'));
    const { definition } = info;
    if (!(definition instanceof JobDefinition)) throw argumentNull('definition');
    const adapter = this.#adapterOf(definition);
    if (adapter?.newJob === undefined) throw this.#noAdapter(definition);
    return adapter.newJob(info);
  }

  /** Stores a job by the source that its definition names, if that stores jobs. Errors as {@link newJob}. */
  async persistJob(job: Job, definition: JobDefinition): Promise<void> {
    const adapter = this.#adapterOf(definition);
    if (adapter === undefined) throw this.#noAdapter(definition);
    await adapter.persistJob?.(job);
  }

  /**
   * Makes jobs, NotStarted, of the definitions with a name that the sources have stored: one of each source that has one.
   *
   * @param path where it is stored; default: wherever the source stores them
   * @param type which sources are asked, by kind or name; wildcards are allowed. Default: all
   * @returns none if there is no such definition. Rejects with what a source threw only if no other has one
   */
  async getJobToStart(name: string, path?: string, type?: string): Promise<readonly SourceJob[]> {
    const jobs: SourceJob[] = [];
    const failures: unknown[] = [];
    for (const adapter of this.#adapters) {
      if (type !== undefined && !isOfType(adapter, type)) continue;
      try {
        const job = await adapter.newJobFromStore?.(name, path);
        if (job !== undefined) jobs.push(job);
      } catch (error) {
        failures.push(error);
      }
    }
    if (jobs.length === 0 && failures.length > 0) throw failures[0];
    return jobs;
  }

  /** Remembers the ids of a job and its children, for the jobs that will take their places when the source reads them anew. */
  storeJobIdForReuse(job: Job, recurse = true): void {
    this.#ids.set(job.instanceId.toLowerCase(), job.id);
    if (recurse) for (const child of job.childJobs) this.storeJobIdForReuse(child);
  }

  /** The id that a job had in this session; undefined if it had none. To be given to the job as `identifier`. */
  retrieveJobIdForReuse(instanceId: string): JobIdentifier | undefined {
    const id = this.#ids.get(instanceId.toLowerCase());
    return id === undefined ? undefined : { id, instanceId };
  }

  #adapterOf({ jobSourceAdapterTypeName }: JobDefinition): JobSourceAdapter | undefined {
    const wanted = jobSourceAdapterTypeName.toLowerCase();
    return this.adapters.find((adapter) => namesOf(adapter).some((name) => name.toLowerCase() === wanted));
  }

  #noAdapter({ jobSourceAdapterTypeName, moduleName }: JobDefinition): CmdletException {
    const known = this.adapters.map((adapter) => adapter.typeName ?? adapter.name);
    return new CmdletException(text.noAdapter(jobSourceAdapterTypeName, moduleName, known), {
      errorId: 'JobSourceAdapterNotFound',
      category: 'InvalidOperation',
      target: jobSourceAdapterTypeName,
    });
  }
}

function infoOf(definition: JobDefinition): JobInvocationInfo {
  const info = new JobInvocationInfo(definition);
  info.name = definition.name;
  return info;
}

function missing(name: string): never {
  throw argumentNull(name);
}

function isOfType(adapter: JobSourceAdapter, type: string): boolean {
  const pattern = wildcardPattern(type);
  return namesOf(adapter).some((name) => pattern.test(name));
}

function namesOf({ name, typeName }: JobSourceAdapter): string[] {
  return typeName === undefined ? [name] : [typeName, name];
}
