import type { Surroundings } from '../surroundings.js';

/**
 * Why everything is to stop: the user interrupts, or nobody wants what would come.
 *
 * The first interruption asks everything to stop, so that what it wrote until then still appears; the second one ends the
 * process at once.
 */
export class Interruption {
  /** Whether the user interrupted. */
  requested = false;
  readonly #stop = new AbortController();
  readonly #abandon = new AbortController();
  readonly #forget: () => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(surroundings: Surroundings, endAtOnce: () => void) {
    this.#forget = surroundings.onInterrupt(() => {
      if (this.requested) {
        endAtOnce();
        return;
      }
      this.requested = true;
      this.#stop.abort();
    });
  }

  /** Fires when everything is to stop, whatever the reason. */
  get stop(): AbortSignal {
    return this.#stop.signal;
  }

  /** Fires when nothing more can be shown, so that nothing has to be waited for. */
  get abandoned(): AbortSignal {
    return this.#abandon.signal;
  }

  /** Stops everything: the reader of the output has gone, or the output cannot be written. */
  abandon(): void {
    this.#abandon.abort();
    this.#stop.abort();
  }

  /** Resolves when everything had its time to stop after nobody wanted more of it; it never does for an interruption. */
  get givenUp(): Promise<void> {
    return new Promise((resolve) => {
      const wait = (): void => {
        this.#timer ??= setTimeout(resolve, GRACE);
      };
      if (this.abandoned.aborted) wait();
      else this.abandoned.addEventListener('abort', wait, { once: true });
    });
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#forget();
  }
}

/** Milliseconds that steps which do not listen are waited for. */
const GRACE = 5000;
