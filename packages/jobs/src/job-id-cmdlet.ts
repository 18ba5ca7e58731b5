import { Int32, type Job, Parameter, ValidateNotNullOrEmpty } from '@cmdlet/core';
import { JobCmdlet, JobParameterSet } from './job-cmdlet.js';
import { keyIn } from './key-in.js';

/** Base of the cmdlets that need a key and do not take all jobs without one. */
export abstract class JobIdCmdlet<TOutput> extends JobCmdlet<TOutput> {
  /** Ids of jobs in this session. */
  @ValidateNotNullOrEmpty()
  @Parameter({ ...keyIn(JobParameterSet.Id), type: [Int32] })
  id!: number[];

  /** The jobs that the keys of all these cmdlets find; undefined in another parameter set. */
  protected async findByKey(recurseNames: boolean): Promise<Job[] | undefined> {
    switch (this.parameterSetName) {
      case JobParameterSet.Name:
        return this.finder.byName(this.name, recurseNames);
      case JobParameterSet.InstanceId:
        return this.finder.byInstanceId(this.instanceId);
      case JobParameterSet.Id:
        return this.finder.byId(this.id);
      default:
        return undefined;
    }
  }
}
