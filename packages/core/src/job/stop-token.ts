import { PipelineStoppedException } from '../records/exceptions.js';

/**
 * Tells work that it must end.
 *
 * An AbortSignal costs microseconds to make, so it is made only for work that asks for it.
 */
export class StopToken {
  #requested = false;
  #controller: AbortController | undefined;
  /** Nearly all work has one callback. */
  #first: (() => void) | undefined;
  #others: Set<() => void> | undefined;

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
    if (this.#first === undefined && (this.#others?.size ?? 0) === 0) this.#first = callback;
    else if (callback !== this.#first) this.#addOther(callback);
    return () => this.#remove(callback);
  }

  /** Tells everybody, once. What a callback throws does not keep the others from being called. */
  request(): void {
    if (this.#requested) return;
    this.#requested = true;
    const callbacks = [...(this.#first === undefined ? [] : [this.#first]), ...(this.#others ?? [])];
    this.#first = this.#others = undefined;
    this.#controller?.abort(new PipelineStoppedException());
    for (const callback of callbacks) {
      try {
        callback();
      } catch (error) {
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }

  #addOther(callback: () => void): void {
    this.#others ??= new Set();
    this.#others.add(callback);
  }

  #remove(callback: () => void): void {
    if (this.#first === callback) this.#first = undefined;
    else this.#others?.delete(callback);
  }
}
