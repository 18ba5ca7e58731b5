import { type Clock, systemClock } from '@cmdlet/core';

/** Time that passes when the test says so. */
export class HandClock implements Clock {
  readonly now = systemClock.now;
  readonly monotonic = systemClock.monotonic;
  readonly turn = systemClock.turn;
  #callbacks: (() => void)[] = [];
  after(_milliseconds: number, callback: () => void): () => void {
    this.#callbacks.push(callback);
    return () => {
      this.#callbacks = this.#callbacks.filter((each) => each !== callback);
    };
  }
  pass(): void {
    for (const callback of this.#callbacks.splice(0)) callback();
  }
  get waiting(): number {
    return this.#callbacks.length;
  }
}
