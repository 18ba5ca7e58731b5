import {
  Cmdlet,
  type ErrorRecord,
  Int32,
  isFinishedState,
  Job,
  operationErrorsOf,
  Parameter,
  Switch,
  ValidateRange,
} from '@cmdlet/core';
import { JobParameterSet } from './job-cmdlet.js';
import { jobError, messageOf } from './job-error.js';
import { JobSetCmdlet } from './job-set-cmdlet.js';
import { text } from './text.js';

/** Stops jobs: all at the same time, and returns when they have ended. What they wrote can still be received. */
@Cmdlet('Stop', 'Job', {
  defaultParameterSetName: JobParameterSet.Id,
  supportsShouldProcess: true,
  aliases: ['spjb'],
  outputType: Job,
  asJob: false,
  synopsis: 'Stops jobs.',
  examples: [
    { title: 'Everything that runs', code: 'Stop-Job -State Running' },
    { title: 'With a minute to clean up', code: 'Stop-Job -Name Nightly -TimeoutSeconds 60' },
  ],
})
export class StopJob extends JobSetCmdlet<Job> {
  /** Writes the jobs, those too that had ended before. */
  @Parameter({ type: Switch })
  passThru = false;

  /** Ends the work by force at once, without a time to end by itself. Also ends the waiting for a job that is Stopping. */
  @Parameter({ type: Switch })
  force = false;

  /** How many seconds the work may take to end by itself before it is ended by force. By default as the job was made. */
  @ValidateRange(0, 2 ** 31 - 1)
  @Parameter({ type: Int32 })
  timeoutSeconds?: number;

  readonly #jobs: Job[] = [];
  readonly #stops: Promise<void>[] = [];
  readonly #failures: ErrorRecord[] = [];

  override async processRecord(): Promise<void> {
    for (const job of await this.findJobs(true)) {
      this.#jobs.push(job);
      if (isFinishedState(job.state)) continue;
      if (await this.shouldProcess(text.stopTarget(job), 'Stop')) this.#stops.push(this.#stop(job));
    }
  }

  override async endProcessing(): Promise<void> {
    await Promise.all(this.#stops);
    for (const error of this.#failures) await this.writeError(error);
    if (this.passThru) await this.writeObject(this.#jobs, true);
  }

  async #stop(job: Job): Promise<void> {
    try {
      const graceMilliseconds = this.timeoutSeconds === undefined ? undefined : this.timeoutSeconds * 1000;
      await job.stop(undefined, { force: this.force, graceMilliseconds });
      this.#failures.push(...operationErrorsOf(job));
    } catch (error) {
      this.#failures.push(jobError(messageOf(error), 'StopJobError', 'ReadError', job, error));
    }
  }
}
