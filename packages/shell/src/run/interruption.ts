import type { Surroundings } from '../surroundings.js';
import { StopFlag } from './stop-flag.js';

/**
 * Why everything is to stop: the user interrupts, or nobody wants what would come.
 *
 * The first interruption asks everything to stop, so that what it wrote until then still appears; the second one ends the
 * process at once.
 */
export class Interruption {
  /** Whether the user interrupted. */
  requested = false;
  /** Fires when everything is to stop, whatever the reason. */
  readonly stop = new StopFlag();
  /** Fires when nothing more can be shown, so that nothing has to be waited for. */
  readonly abandoned = new StopFlag();
  readonly #forget: () => void;
  #timer: NodeJS.Timeout | undefined;
  #grace = GRACE;

  constructor(surroundings: Surroundings, endAtOnce: () => void) {
    this.#forget = surroundings.onInterrupt(() => {
      if (this.requested) {
        endAtOnce();
        return;
      }
      this.requested = true;
      this.stop.abort();
    });
  }

  /**
   * Stops everything: the reader of the output has gone, or the output cannot be written.
   *
   * @param grace milliseconds that steps which do not listen are waited for
   */
  abandon(grace = GRACE): void {
    this.#grace = grace;
    this.abandoned.abort();
    this.stop.abort();
  }

  /** Resolves when everything had its time to stop after nobody wanted more of it; it never does for an interruption. */
  get givenUp(): Promise<void> {
    return new Promise((resolve) => {
      const wait = (): void => {
        this.#timer ??= setTimeout(resolve, this.#grace);
      };
      if (this.abandoned.aborted) wait();
      else this.abandoned.addEventListener('abort', wait);
    });
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#forget();
  }
}

const GRACE = 5000;
