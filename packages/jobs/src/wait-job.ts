import {
  Alias,
  Cmdlet,
  ErrorRecord,
  Int32,
  InvalidOperationException,
  inject,
  Job,
  Parameter,
  type ProgressRecord,
  Session,
  Switch,
  ValidateRange,
} from '@cmdlet/core';
import { JobParameterSet } from './job-cmdlet.js';
import { JobSetCmdlet } from './job-set-cmdlet.js';
import { lendPlaceWhile } from './start-job/job-queue.js';
import { text } from './text.js';
import { waitForJobs } from './wait-for-jobs.js';

/** Waits until jobs have ended, and writes them. */
@Cmdlet('Wait', 'Job', {
  defaultParameterSetName: JobParameterSet.Id,
  aliases: ['wjb'],
  outputType: Job,
  asJob: false,
  synopsis: 'Waits until jobs have ended.',
  examples: [
    { title: 'Until the first of several has ended', code: 'Get-Job | Wait-Job -Any' },
    { title: 'At most a minute', code: 'Wait-Job -Name Nightly -Timeout 60' },
    { title: 'With a view of how far they are', code: 'Get-Job | Wait-Job -ShowProgress' },
  ],
})
export class WaitJob extends JobSetCmdlet<Job> {
  /** Returns when one job has ended, and writes that one. */
  @Parameter({ type: Switch })
  any = false;

  /** How many seconds to wait; -1 for no limit, 0 to look once. The jobs that have ended by then are written. */
  @ValidateRange(-1, 2 ** 31 - 1)
  @Alias('TimeoutSec')
  @Parameter({ type: Int32 })
  timeout = -1;

  /** Waits for suspended and disconnected jobs too. */
  @Parameter({ type: Switch })
  force = false;

  /** Shows how many have ended, and what the jobs say about how far they are. */
  @Parameter({ type: Switch })
  showProgress = false;

  readonly #clock = inject(Session).clock;
  readonly #jobs: Job[] = [];
  #began = 0;

  override beginProcessing(): void {
    this.#began = this.#clock.monotonic();
  }

  override async processRecord(): Promise<void> {
    this.#jobs.push(...(await this.findJobs(true)));
  }

  override async endProcessing(): Promise<void> {
    const { any, force, stopping: signal } = this;
    const timeout = this.timeout < 0 ? undefined : this.timeout * 1000 - (this.#clock.monotonic() - this.#began);
    const showProgress = this.showProgress ? (record: ProgressRecord) => this.writeProgress(record) : undefined;
    const options = { any, force, timeout, clock: this.#clock, signal, showProgress };
    const result = await lendPlaceWhile(() => waitForJobs(this.#jobs, options));
    if (result.outcome === 'interrupted') return;
    if (result.outcome === 'blocked') {
      const exception = new InvalidOperationException(text.deadlock);
      this.throwTerminatingError(
        new ErrorRecord(exception, 'BlockedJobsDeadlockWithWaitJob', 'DeadlockDetected', result.job),
      );
    }
    const { jobs } = result;
    if (result.outcome === 'timedOut') {
      const total = new Set(this.#jobs).size;
      await this.writeWarning(text.waitTimedOut(total - jobs.length, total, this.timeout));
    }
    if (jobs.some(({ state }) => state === 'Suspended' || state === 'Disconnected')) {
      await this.writeWarning(text.suspended);
    }
    await this.writeObject(jobs, true);
  }
}
