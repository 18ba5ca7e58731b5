import { Alias, Cmdlet, Job, type JobState, Parameter, type SuspendableJob, Switch } from '@cmdlet/core';
import { JobParameterSet } from '../job-cmdlet.js';
import { SuspensionCmdlet } from './suspension-cmdlet.js';
import { text } from './text.js';

/** Pauses jobs: calls of cmdlets between two records, others where their classes say. `Resume-Job` lets them go on. */
@Cmdlet('Suspend', 'Job', {
  defaultParameterSetName: JobParameterSet.Id,
  supportsShouldProcess: true,
  aliases: ['sujb'],
  outputType: Job,
  asJob: false,
  synopsis: 'Pauses jobs.',
  examples: [{ title: 'Until it is paused', code: 'Suspend-Job -Name Nightly -Wait' }],
})
export class SuspendJob extends SuspensionCmdlet {
  /** Pauses at once, and not only where the work can pause by itself. */
  @Alias('F')
  @Parameter({ type: Switch })
  force = false;

  protected readonly action = 'Suspend';
  protected readonly from: readonly JobState[] = ['Running', 'Suspending', 'Suspended'];
  protected readonly wrongState = text.wrongStateToSuspend;

  protected begin(job: SuspendableJob): Promise<void> {
    return job.suspend({ force: this.force });
  }

  protected waitsFor(): boolean {
    return this.wait;
  }
}
