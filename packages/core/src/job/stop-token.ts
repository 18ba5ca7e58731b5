import { PipelineStoppedException } from '../records/exceptions.js';

/**
 * Tells work that it must end.
 *
 * An AbortSignal costs microseconds to make, so it is made only for work that asks for it.
 */
export class StopToken {
  #requested = false;
  #controller: AbortController | undefined;
  #callbacks: Set<() => void> | undefined;

  /** Whether the work must end. */
  get requested(): boolean {
    return this.#requested;
  }

  /** The same as a signal; its reason is a PipelineStoppedException. */
  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.#requested) this.#controller.abort(new PipelineStoppedException());
    }
    return this.#controller.signal;
  }

  /** Calls back when the work must end, at once if it must already. The result takes the callback away. */
  onStop(callback: () => void): () => void {
    if (this.#requested) {
      callback();
      return () => {};
    }
    this.#callbacks ??= new Set();
    this.#callbacks.add(callback);
    return () => this.#callbacks?.delete(callback);
  }

  /** Tells everybody, once. What a callback throws does not keep the others from being called. */
  request(): void {
    if (this.#requested) return;
    this.#requested = true;
    const callbacks = this.#callbacks;
    this.#callbacks = undefined;
    this.#controller?.abort(new PipelineStoppedException());
    for (const callback of callbacks ?? []) {
      try {
        callback();
      } catch (error) {
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
}
