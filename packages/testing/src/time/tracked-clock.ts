import { type Clock, systemClock } from '@cmdlet/core';
import { Leak } from '../leaks/leak.js';
import { Origin } from '../leaks/origin.js';
import { text } from '../text.js';
import { VirtualTime } from './virtual-time.js';

/** The clock of one session: passes on another one's time, and remembers which timers the session has set. */
export class TrackedClock implements Clock {
  readonly #timers = new Set<Origin>();
  readonly #virtual: VirtualTime | undefined;
  /** Timers that were there before the session belong to somebody else. */
  readonly #setBefore: number;

  constructor(private readonly clock: Clock = systemClock) {
    this.#virtual = clock instanceof VirtualTime ? clock : undefined;
    this.#setBefore = this.#virtual?.timersSet ?? 0;
  }

  now(): number {
    return this.clock.now();
  }

  monotonic(): number {
    return this.clock.monotonic();
  }

  turn(): Promise<void> {
    return this.clock.turn();
  }

  after(milliseconds: number, callback: () => void, background = false): () => void {
    if (this.#virtual !== undefined) return this.#virtual.setTimer(milliseconds, callback, background, this);
    if (background) return this.clock.after(milliseconds, callback, background);
    const origin = new Origin();
    this.#timers.add(origin);
    const cancel = this.clock.after(milliseconds, () => {
      this.#timers.delete(origin);
      callback();
    });
    return () => {
      this.#timers.delete(origin);
      cancel();
    };
  }

  /** Timers that somebody waits for, set by the session or, on a virtual time, by nobody in particular since it began. */
  get leaks(): readonly Leak[] {
    const virtual = this.#virtual;
    if (virtual === undefined) return Array.from(this.#timers, (origin) => new Leak('timer', '', origin));
    return virtual.pending
      .filter(({ owner, number, background }) => {
        return !background && (owner === this || (owner === undefined && number > this.#setBefore));
      })
      .map(({ due, origin }) => new Leak('timer', text.dueIn(due - virtual.now()), origin));
  }
}
