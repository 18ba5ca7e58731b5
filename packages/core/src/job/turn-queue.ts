import type { Clock } from '../run/clock.js';

/**
 * Begins work in the next turn of the event loop, so that whoever started it gets the job first.
 *
 * All that is added before the turn comes shares it, in order; work that takes long leaves the rest to later turns, so
 * that many jobs started together hold the loop no longer than one.
 */
export class TurnQueue {
  #waiting: (() => void)[] = [];
  #taking = false;

  /** @param slice longest time without a turn, in milliseconds */
  constructor(
    private readonly clock: Clock,
    private readonly slice: number,
  ) {}

  /** @param work must not throw */
  add(work: () => void): void {
    this.#waiting.push(work);
    if (!this.#taking) void this.#takeAll();
  }

  async #takeAll(): Promise<void> {
    this.#taking = true;
    while (this.#waiting.length > 0) {
      await this.clock.turn();
      const turn = this.#waiting;
      this.#waiting = [];
      let start = this.clock.monotonic();
      for (let index = 0; index < turn.length; index++) {
        if (index > 0 && this.clock.monotonic() - start >= this.slice) {
          await this.clock.turn();
          start = this.clock.monotonic();
        }
        turn[index]?.();
      }
    }
    this.#taking = false;
  }
}
