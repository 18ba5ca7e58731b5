import { type Job, PSCmdlet } from '@cmdlet/core';
import { JobInput } from './job-input.js';

/**
 * Base of the cmdlets that start one job for a whole pipeline: at its first record, and the others are fed to it while it
 * works.
 *
 * @typeParam TJob the job
 * @typeParam TOutput what the cmdlet writes: the job, and what else it may
 */
export abstract class JobStartingCmdlet<TJob extends Job, TOutput = TJob> extends PSCmdlet<TJob | TOutput> {
  /** Input of the script: by name one object, from the pipeline each record. */
  abstract inputObject: unknown;

  #input: JobInput | undefined;

  /** Starts the job. @param input for the work; undefined where there is none */
  protected abstract start(input: AsyncIterable<unknown> | undefined): TJob;

  override async processRecord(): Promise<void> {
    if (this.#input !== undefined) return this.#input.add(this.inputObject);
    const { expectingInput, boundParameters } = this.myInvocation;
    const given = 'InputObject' in boundParameters ? { value: this.inputObject } : undefined;
    this.#input = new JobInput(expectingInput, given);
    const job = this.start(this.#input.records);
    if (expectingInput) void this.#input.add(this.inputObject);
    await this.writeObject(job);
  }

  override endProcessing(): void {
    this.#input?.end();
  }

  override dispose(): void {
    this.#input?.end();
  }
}
