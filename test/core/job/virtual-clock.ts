import type { Clock } from '../../../packages/core/src/run/clock.js';

/** Time that stands still until a test moves it. */
export class VirtualClock implements Clock {
  #time = Date.UTC(2024, 0, 1);
  #timers: { readonly due: number; readonly callback: () => void }[] = [];

  now(): number {
    return this.#time;
  }

  monotonic(): number {
    return this.#time;
  }

  after(milliseconds: number, callback: () => void): () => void {
    const timer = { due: this.#time + milliseconds, callback };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((each) => each !== timer);
    };
  }

  turn(): Promise<void> {
    return Promise.resolve();
  }

  /** How many callbacks are due some time. */
  get pending(): number {
    return this.#timers.length;
  }

  /** Moves time on and calls what is due, in order; then lets pending promises settle. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.#time + milliseconds;
    for (;;) {
      const next = this.#timers.filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)[0];
      if (next === undefined) break;
      this.#timers = this.#timers.filter((each) => each !== next);
      this.#time = next.due;
      next.callback();
      await settle();
    }
    this.#time = end;
    await settle();
  }
}

/** Lets everything happen that waits for promises only. */
export async function settle(): Promise<void> {
  for (let round = 0; round < 20; round++) await Promise.resolve();
}
