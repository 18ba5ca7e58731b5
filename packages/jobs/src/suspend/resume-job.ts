import { Cmdlet, Job, type JobState, type SuspendableJob } from '@cmdlet/core';
import { JobParameterSet } from '../job-cmdlet.js';
import { SuspensionCmdlet } from './suspension-cmdlet.js';
import { text } from './text.js';

/** Lets jobs go on that `Suspend-Job` has paused. */
@Cmdlet('Resume', 'Job', {
  defaultParameterSetName: JobParameterSet.Id,
  supportsShouldProcess: true,
  aliases: ['rujb'],
  outputType: Job,
  asJob: false,
  synopsis: 'Lets paused jobs go on.',
  examples: [{ title: 'All that are paused', code: 'Resume-Job -State Suspended' }],
})
export class ResumeJob extends SuspensionCmdlet {
  protected readonly action = 'Resume';
  protected readonly from: readonly JobState[] = ['Suspended', 'Suspending'];
  protected readonly wrongState = text.wrongStateToResume;

  protected begin(job: SuspendableJob): Promise<void> {
    return job.resume();
  }

  /** A single job is waited for anyhow. */
  protected waitsFor(count: number): boolean {
    return this.wait || count === 1;
  }
}
