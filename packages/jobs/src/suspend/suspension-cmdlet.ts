import {
  type ErrorRecord,
  isSuspendableJob,
  Job,
  type JobState,
  Parameter,
  type SuspendableJob,
  Switch,
} from '@cmdlet/core';
import { jobError, messageOf } from '../job-error.js';
import { JobSetCmdlet } from '../job-set-cmdlet.js';
import { text } from './text.js';

/** Base of the cmdlets that pause jobs and let them go on. All jobs that were found are written at the end. */
export abstract class SuspensionCmdlet extends JobSetCmdlet<Job> {
  /** Returns when it is done, or the jobs have ended. */
  @Parameter({ type: Switch })
  wait = false;

  /** `Suspend` or `Resume`. */
  protected abstract readonly action: 'Suspend' | 'Resume';
  /** The states that jobs must be in. */
  protected abstract readonly from: readonly JobState[];
  /** What is said once if jobs are in other states. */
  protected abstract readonly wrongState: string;

  protected abstract begin(job: SuspendableJob): Promise<void>;
  /** Whether to wait for what was begun. */
  protected abstract waitsFor(count: number): boolean;

  readonly #jobs: Job[] = [];
  readonly #begun: Promise<void>[] = [];
  readonly #failures: ErrorRecord[] = [];
  #wrongState = false;

  override async processRecord(): Promise<void> {
    for (const job of await this.findJobs(true)) {
      this.#jobs.push(job);
      const suspendable: boolean = isSuspendableJob(job);
      if (!suspendable) {
        await this.writeError(jobError(text.notSupported(job), 'Job2OperationNotSupportedOnJob', 'InvalidType', job));
      } else if (!this.from.includes(job.state)) this.#wrongState = true;
      else if (await this.shouldProcess(text.target(job), this.action)) this.#begun.push(this.#begin(job));
    }
  }

  override async endProcessing(): Promise<void> {
    if (this.waitsFor(this.#begun.length)) await this.#untilDone();
    for (const error of this.#failures) await this.writeError(error);
    if (this.#wrongState) await this.writeWarning(this.wrongState);
    await this.writeObject(this.#jobs, true);
  }

  /** Waits until all is done, or whoever waits is stopped: the jobs go on as they were asked to. */
  async #untilDone(): Promise<void> {
    const { stopping } = this;
    let interrupt = (): void => {};
    const interrupted = new Promise<void>((resolve) => {
      interrupt = resolve;
    });
    stopping.addEventListener('abort', interrupt);
    await Promise.race([Promise.all(this.#begun), interrupted]);
    stopping.removeEventListener('abort', interrupt);
  }

  async #begin(job: Job & SuspendableJob): Promise<void> {
    try {
      await this.begin(job);
    } catch (error) {
      const id = `ContainerParentJob${this.action}AsyncError`;
      this.#failures.push(jobError(messageOf(error), id, 'InvalidResult', job, error));
    }
  }
}
