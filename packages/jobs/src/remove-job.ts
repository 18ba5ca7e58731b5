import { Alias, Cmdlet, Job, Parameter, Switch, ValidateNotNullOrEmpty } from '@cmdlet/core';
import { JobParameterSet } from './job-cmdlet.js';
import { JobSetCmdlet } from './job-set-cmdlet.js';
import { refusalToRemove, removeJob } from './remove-jobs.js';
import { text } from './text.js';

/** Removes jobs that have ended, with `-Force` also others, which are stopped first. What they wrote is lost. */
@Cmdlet('Remove', 'Job', {
  defaultParameterSetName: JobParameterSet.Id,
  supportsShouldProcess: true,
  aliases: ['rjb'],
  outputType: Job,
  asJob: false,
  synopsis: 'Removes jobs.',
  examples: [
    { title: 'Everything that is done', code: 'Remove-Job -State Completed' },
    { title: 'A job that still runs', code: 'Remove-Job -Name Nightly -Force' },
  ],
})
export class RemoveJob extends JobSetCmdlet<Job> {
  /** Texts of commands; wildcards are allowed. */
  @ValidateNotNullOrEmpty()
  @Parameter({
    parameterSetName: JobParameterSet.Command,
    valueFromPipelineByPropertyName: true,
    supportsWildcards: true,
    type: [String],
  })
  command?: string[];

  /** Stops jobs that have not ended, and removes them as well. */
  @Alias('F')
  @Parameter({ type: Switch })
  force = false;

  override async processRecord(): Promise<void> {
    const jobs =
      this.parameterSetName === JobParameterSet.Command
        ? await this.finder.byCommand(this.command ?? [])
        : await this.findJobs(false);
    for (const job of jobs) {
      const refusal = refusalToRemove(job, this.force);
      if (refusal !== undefined) {
        await this.writeError(refusal);
      } else if (await this.shouldProcess(text.removeTarget(job), 'Remove')) {
        const failure = await removeJob(job, this.finder);
        if (failure !== undefined) await this.writeError(failure);
      }
    }
  }
}
