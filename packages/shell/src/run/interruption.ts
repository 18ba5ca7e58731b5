import type { Surroundings } from '../surroundings.js';

/**
 * What happens when the user interrupts: the first time everything is asked to stop, the second time the process ends at
 * once.
 */
export class Interruption {
  readonly #controller = new AbortController();
  readonly #forget: () => void;
  readonly #onFirst: (() => void)[] = [];

  constructor(surroundings: Surroundings, endAtOnce: () => void) {
    this.#forget = surroundings.onInterrupt(() => {
      if (this.requested) {
        endAtOnce();
        return;
      }
      this.#controller.abort();
      for (const callback of this.#onFirst) callback();
    });
  }

  /** Fires at the first interruption. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get requested(): boolean {
    return this.#controller.signal.aborted;
  }

  /** Calls back at the first interruption. */
  onFirst(callback: () => void): void {
    this.#onFirst.push(callback);
  }

  /** As an interruption would, for other reasons to stop: the reader of our output has gone. */
  stop(): void {
    this.#controller.abort();
  }

  dispose(): void {
    this.#forget();
  }
}
