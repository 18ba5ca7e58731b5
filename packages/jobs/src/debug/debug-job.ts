import {
  Cmdlet,
  CmdletException,
  Guid,
  Int32,
  inject,
  Job,
  JobManager,
  type JobQuery,
  JobRepository,
  type JobSourceAdapter,
  Parameter,
  PSCmdlet,
  Switch,
} from '@cmdlet/core';
import { messageOf } from '../job-error.js';
import { breakAll } from './break-all.js';
import { type InspectableJob, inspectableJobs } from './inspectable-job.js';
import { JobInspector } from './job-inspector.js';
import { text } from './text.js';
import { unlessStopped } from './unless-stopped.js';

/**
 * Starts the inspector where a job runs, and says where to attach a debugger: for work in a thread or process of its own.
 * The job goes on meanwhile, unless `-BreakAll` pauses it.
 */
@Cmdlet('Debug', 'Job', {
  defaultParameterSetName: 'JobParameterSet',
  supportsShouldProcess: true,
  outputType: JobInspector,
  asJob: false,
  synopsis: 'Lets a debugger attach to a running job.',
  examples: [
    { title: 'Where to attach to', code: '(Debug-Job -Name Nightly).Url' },
    { title: 'Pause it as well', code: 'Debug-Job -Name Nightly -BreakAll' },
  ],
})
export class DebugJob extends PSCmdlet<JobInspector> {
  /** The job. */
  @Parameter({ parameterSetName: 'JobParameterSet', mandatory: true, position: 0, valueFromPipeline: true, type: Job })
  job!: Job;

  /** Name of the job; wildcards are allowed, but only one job may match. */
  @Parameter({ parameterSetName: 'JobNameParameterSet', mandatory: true, position: 0, type: String })
  name!: string;

  /** Id of the job in this session. */
  @Parameter({ parameterSetName: 'JobIdParameterSet', mandatory: true, position: 0, type: Int32 })
  id!: number;

  /** Instance id of the job. */
  @Parameter({ parameterSetName: 'JobInstanceIdParameterSet', mandatory: true, position: 0, type: Guid })
  instanceId!: string;

  /**
   * Pauses the work before the next statement of its script, until a debugger lets it go on or the job is stopped: in a
   * process. In a thread, which would need a debugger that is attached, it is a warning.
   */
  @Parameter({ type: Switch })
  breakAll = false;

  readonly #repository = inject(JobRepository);
  readonly #manager = inject(JobManager);

  override async endProcessing(): Promise<void> {
    const job = await this.#find();
    if (!(await this.shouldProcess(job.name, 'Debug'))) return;
    let found = false;
    for (const each of inspectableJobs(job)) {
      const url = await unlessStopped(each.openInspector(), this.stopping);
      if (url === undefined) continue;
      found = true;
      if (this.breakAll) await this.#breakAll(each, url);
      await this.writeObject(new JobInspector(each, url));
    }
    if (!found) throw this.#error('DebugJobNoDebuggableJobsFound', text.nothingToDebug);
  }

  async #breakAll({ processId }: InspectableJob, url: string): Promise<void> {
    if (processId === undefined) {
      await this.writeWarning(text.breakAll(url));
      return;
    }
    try {
      await unlessStopped(breakAll(url, this.stopping), this.stopping);
    } catch (error) {
      if (this.stopping.aborted) throw error;
      await this.writeWarning(text.breakAllFailed(url, messageOf(error)));
    }
  }

  async #find(): Promise<Job> {
    switch (this.parameterSetName) {
      case 'JobNameParameterSet': {
        const [job, ...others] = await this.#query({ name: this.name });
        if (job === undefined) throw this.#error('DebugJobCannotFindJobWithName', text.nameNotFound(this.name));
        if (others.length === 0) return job;
        throw this.#error('DebugJobFoundMultipleJobsWithName', text.nameAmbiguous(this.name));
      }
      case 'JobIdParameterSet': {
        const [job, ...others] = await this.#ask((source) => source.getJobBySessionId(this.id, false));
        if (job === undefined) throw this.#error('DebugJobCannotFindJobWithId', text.idNotFound(this.id));
        if (others.length === 0) return job;
        throw this.#error('DebugJobFoundMultipleJobsWithId', text.idAmbiguous(this.id));
      }
      case 'JobInstanceIdParameterSet': {
        const [job] = await this.#ask((source) => source.getJobByInstanceId(this.instanceId, false));
        if (job !== undefined) return job;
        throw this.#error('DebugJobCannotFindJobWithInstanceId', text.instanceIdNotFound(this.instanceId));
      }
      default:
        return this.job;
    }
  }

  async #query(query: JobQuery): Promise<Job[]> {
    const found: Job[] = [];
    for (const source of this.#sources) found.push(...(await source.getJobs(query, false)));
    return found;
  }

  async #ask(ask: (source: JobSourceAdapter) => Promise<Job | undefined> | Job | undefined): Promise<Job[]> {
    const found: Job[] = [];
    for (const source of this.#sources) {
      const job = await ask(source);
      if (job !== undefined) found.push(job);
    }
    return found;
  }

  /** Jobs are looked for at the top only: children are debugged with their parents. */
  get #sources(): readonly JobSourceAdapter[] {
    return [this.#repository, ...this.#manager.adapters];
  }

  #error(errorId: string, message: string): CmdletException {
    return new CmdletException(message, { errorId, category: 'InvalidOperation', target: this });
  }
}
