import {
  type ErrorRecord,
  InvalidOperationException,
  isFinishedState,
  isStartableJob,
  isSuspendableJob,
  isUnblockableJob,
  Job,
  type OperationErrors,
  type StartableJob,
  type StopOptions,
  type SuspendOptions,
  type UnblockableJob,
} from '@cmdlet/core';
import { jobError, messageOf } from '../job-error.js';
import { text } from './text.js';

/**
 * A ready-made parent for the jobs of a source: its state follows from theirs, and what it is asked to do, they are
 * asked to do, all at the same time.
 *
 * What a child refuses is no exception but an error of {@link takeOperationErrors}, of id
 * `ContainerParentJob<Operation>Error`, or `…AsyncError` where there are several children, category InvalidResult. The
 * command that asked writes it. Without children, operations but stopping reject with `InvalidOperation`.
 *
 * @example
 * const parent = new ContainerParentJob({ ids, name: 'Nightly', psJobTypeName: 'QueueJob' });
 * for (const item of queue) parent.addChildJob(new QueueItemJob(item));
 * await parent.startJob();
 */
export class ContainerParentJob<TOutput = unknown>
  extends Job<TOutput>
  implements StartableJob, UnblockableJob, OperationErrors
{
  #errors: ErrorRecord[] = [];

  /** The children's locations joined with commas. */
  override get location(): string {
    return this.childJobs.map((child) => child.location).join(',');
  }

  /** The children's messages joined with commas. */
  override get statusMessage(): string {
    return this.childJobs.map((child) => child.statusMessage).join(',');
  }

  /** Adds a job whose state counts from now on. */
  override addChildJob(child: Job<TOutput>): void {
    super.addChildJob(child);
  }

  takeOperationErrors(): readonly ErrorRecord[] {
    const errors = this.#errors;
    this.#errors = [];
    return errors;
  }

  async startJob(): Promise<void> {
    await this.#ask('Start', (child) => {
      if (!isStartableJob(child)) throw cannot(child, 'started');
      return child.startJob();
    });
  }

  override get canSuspend(): boolean {
    return this.childJobs.some((child) => isSuspendableJob(child));
  }

  override async suspend(options?: SuspendOptions): Promise<void> {
    await this.#ask('Suspend', (child) => {
      if (!isSuspendableJob(child)) throw cannot(child, 'suspended');
      return child.suspend(options);
    });
  }

  override async resume(): Promise<void> {
    await this.#ask('Resume', (child) => {
      if (!isSuspendableJob(child)) throw cannot(child, 'resumed');
      return child.resume();
    });
  }

  async unblockJob(): Promise<void> {
    await this.#ask('Unblock', (child) => {
      if (!isUnblockableJob(child)) throw cannot(child, 'unblocked');
      return child.unblockJob();
    });
  }

  /** Resolves when the job has ended, or a child refused to. */
  override async stop(reason?: Error, options?: StopOptions): Promise<void> {
    if (isFinishedState(this.state)) return;
    if (this.childJobs.length === 0) return super.stop(reason, options);
    const refused = await this.#ask('Stop', (child) => child.stop(reason, options));
    if (!refused) await this.finished;
  }

  /** Asks all children that have not ended. @returns whether one refused */
  async #ask(operation: Operation, ask: (child: Job<TOutput>) => Promise<void>): Promise<boolean> {
    if (this.childJobs.length === 0) throw new InvalidOperationException(text.noChildren);
    const id = `ContainerParentJob${operation}${this.childJobs.length === 1 ? '' : 'Async'}Error`;
    const asked = this.childJobs
      .filter(({ state }) => !isFinishedState(state))
      .map(async (child) => {
        try {
          await ask(child);
          return false;
        } catch (error) {
          this.#errors.push(jobError(messageOf(error), id, 'InvalidResult', child, error));
          return true;
        }
      });
    return (await Promise.all(asked)).includes(true);
  }
}

type Operation = 'Start' | 'Stop' | 'Suspend' | 'Resume' | 'Unblock';

function cannot(child: Job, done: string): InvalidOperationException {
  return new InvalidOperationException(text.cannot(child.toString(), done));
}
