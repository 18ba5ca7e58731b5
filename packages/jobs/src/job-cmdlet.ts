import { Guid, inject, JobManager, JobRepository, Parameter, PSCmdlet, ValidateNotNullOrEmpty } from '@cmdlet/core';
import { JobFinder } from './job-finder.js';
import { keyIn } from './key-in.js';

/** Names of the parameter sets of all `*-Job` cmdlets: one for each key that jobs are found by. */
export const JobParameterSet = {
  Id: 'SessionIdParameterSet',
  Name: 'NameParameterSet',
  InstanceId: 'InstanceIdParameterSet',
  State: 'StateParameterSet',
  Command: 'CommandParameterSet',
  Filter: 'FilterParameterSet',
  Job: 'JobParameterSet',
} as const;

/** Base of the cmdlets that find jobs: the keys that all of them have. */
export abstract class JobCmdlet<TOutput> extends PSCmdlet<TOutput> {
  /** Names of jobs; wildcards are allowed. */
  @ValidateNotNullOrEmpty()
  @Parameter({ ...keyIn(JobParameterSet.Name), supportsWildcards: true, type: [String] })
  name!: string[];

  /** Instance ids of jobs. */
  @ValidateNotNullOrEmpty()
  @Parameter({ ...keyIn(JobParameterSet.InstanceId), type: [Guid] })
  instanceId!: string[];

  protected readonly finder = new JobFinder(inject(JobRepository), inject(JobManager), this);
}
