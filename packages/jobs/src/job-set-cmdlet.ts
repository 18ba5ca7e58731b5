import { dictionaryOf, Job, type JobState, jobStateType, Parameter, ValidateNotNullOrEmpty } from '@cmdlet/core';
import { JobParameterSet } from './job-cmdlet.js';
import { JobIdCmdlet } from './job-id-cmdlet.js';
import { keyIn } from './key-in.js';

/** Base of the cmdlets that do something to jobs: further keys, and the jobs themselves. */
export abstract class JobSetCmdlet<TOutput> extends JobIdCmdlet<TOutput> {
  /** The jobs. */
  @ValidateNotNullOrEmpty()
  @Parameter({ ...keyIn(JobParameterSet.Job), valueFromPipeline: true, type: [Job] })
  job!: Job[];

  /** A state: all top-level jobs that are in it. */
  @Parameter({ ...keyIn(JobParameterSet.State), type: jobStateType })
  state!: JobState;

  /** What only sources of jobs beside the session's own understand. */
  @ValidateNotNullOrEmpty()
  @Parameter({ ...keyIn(JobParameterSet.Filter), type: dictionaryOf(String, Object) })
  filter!: Map<string, unknown>;

  /** The jobs that are meant. @param recurseNames whether names reach children */
  protected async findJobs(recurseNames: boolean): Promise<Job[]> {
    switch (this.parameterSetName) {
      case JobParameterSet.Job:
        return this.job;
      case JobParameterSet.State:
        return this.finder.byState(this.state);
      case JobParameterSet.Filter:
        return this.finder.byFilter(this.filter);
      default:
        return (await this.findByKey(recurseNames)) ?? [];
    }
  }
}
