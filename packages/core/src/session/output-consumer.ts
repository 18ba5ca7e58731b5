import { PipelineStoppedException } from '../records/exceptions.js';
import { isThenable } from '../records/is-thenable.js';
import type { RecordReceiver } from '../run/receiver.js';
import type { StopSignal } from './stop-with.js';

/** Takes one object of the output; a promise that it gives holds the commands back, anything else means nothing. */
export type TakeOutput<TOutput> = (record: TOutput) => unknown;

/**
 * Hands output to a function. It is also the signal that stops the run when that function throws: what it threw is the
 * reason, and it is not asked again.
 */
export class OutputConsumer<TOutput> implements RecordReceiver, StopSignal {
  aborted = false;
  reason: unknown;
  #stop: (() => void) | undefined;

  constructor(private readonly take: TakeOutput<TOutput>) {}

  accept(record: unknown): Promise<void> | undefined {
    if (this.aborted) throw new PipelineStoppedException();
    try {
      const pending = this.take(record as TOutput);
      return isThenable(pending) ? this.#settle(pending) : undefined;
    } catch (error) {
      throw this.#fail(error);
    }
  }

  addEventListener(_type: 'abort', listener: () => void): void {
    this.#stop = listener;
  }

  removeEventListener(): void {
    this.#stop = undefined;
  }

  async #settle(pending: PromiseLike<unknown>): Promise<void> {
    try {
      await pending;
    } catch (error) {
      throw this.#fail(error);
    }
  }

  /**
   * The first failure counts: a cmdlet that does not await its writes may have made others.
   *
   * @returns what unwinds the commands
   */
  #fail(error: unknown): PipelineStoppedException {
    if (!this.aborted) {
      this.aborted = true;
      this.reason = error;
      this.#stop?.();
    }
    return new PipelineStoppedException();
  }
}
