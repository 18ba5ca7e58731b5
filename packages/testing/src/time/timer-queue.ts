import type { Origin } from '../leaks/origin.js';

/** A callback that is due some time. */
export interface PendingTimer {
  /** When, in milliseconds since 1970. */
  readonly due: number;
  /** Whether nobody needs to wait for it. */
  readonly background: boolean;
  /** Where it was set. */
  readonly origin: Origin;
  /** Whose it is; undefined for timers that were set on the clock itself. */
  readonly owner: object | undefined;
  /** Place in the order in which timers were set. */
  readonly number: number;
}

/** A timer with what it does. */
export interface QueuedTimer extends PendingTimer {
  readonly callback: () => void;
  cancelled: boolean;
}

/** Timers in the order in which they are due; of equal ones the one set first comes first. */
export class TimerQueue {
  #timers: QueuedTimer[] = [];

  add(timer: QueuedTimer): void {
    let low = 0;
    let high = this.#timers.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#timers[middle] as QueuedTimer).due <= timer.due) low = middle + 1;
      else high = middle;
    }
    this.#timers.splice(low, 0, timer);
  }

  /** The one that is due first, without taking it. */
  peek(foregroundOnly = false): QueuedTimer | undefined {
    return this.#timers.find((timer) => !timer.cancelled && !(foregroundOnly && timer.background));
  }

  /** Takes the one that is due first, if it is due by then. */
  take(by: number): QueuedTimer | undefined {
    for (let first = this.#timers[0]; first !== undefined && first.due <= by; first = this.#timers[0]) {
      this.#timers.shift();
      if (!first.cancelled) return first;
    }
    return undefined;
  }

  /** All that nobody has cancelled. */
  get pending(): readonly QueuedTimer[] {
    this.#timers = this.#timers.filter(({ cancelled }) => !cancelled);
    return this.#timers;
  }
}
