import type { Clock } from '../run/clock.js';

/**
 * Begins work in the next turn of the event loop, so that whoever started it gets the job first.
 *
 * All that is added before the turn comes shares it, in order; work that takes long leaves the rest to later turns, so
 * that many jobs started together hold the loop no longer than one.
 */
export class TurnQueue {
  #waiting: WaitingWork[] = [];
  #taking = false;

  /** @param slice longest time without a turn, in milliseconds */
  constructor(
    private readonly clock: Clock,
    private readonly slice: number,
  ) {}

  /** How the work ends; a rejection also if its turn cannot come, because the clock fails. */
  add(work: () => Promise<void> | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ work, resolve, reject });
      if (!this.#taking) void this.#takeAll();
    });
  }

  async #takeAll(): Promise<void> {
    this.#taking = true;
    let turn: WaitingWork[] = [];
    let begun = 0;
    try {
      while (this.#waiting.length > 0) {
        await this.clock.turn();
        turn = this.#waiting;
        this.#waiting = [];
        begun = 0;
        let start = this.clock.monotonic();
        while (begun < turn.length) {
          if (begun > 0 && this.clock.monotonic() - start >= this.slice) {
            await this.clock.turn();
            start = this.clock.monotonic();
          }
          begin(turn[begun++] as WaitingWork);
        }
      }
    } catch (error) {
      const left = [...turn.slice(begun), ...this.#waiting];
      this.#waiting = [];
      for (const { reject } of left) reject(error);
    }
    this.#taking = false;
  }
}

interface WaitingWork {
  readonly work: () => Promise<void> | undefined;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

function begin({ work, resolve, reject }: WaitingWork): void {
  try {
    const pending = work();
    if (pending === undefined) resolve();
    else pending.then(resolve, reject);
  } catch (error) {
    reject(error);
  }
}
