import { text } from '../text.js';
import type { Origin } from './origin.js';

/** What can be left behind. Promises, subscriptions and timers of Node's own are looked for if leaks are `thorough`. */
export type LeakKind = 'timer' | 'job' | 'run' | 'promise' | 'subscription';

/** Something that a run began and that goes on although the run is over. */
export class Leak {
  readonly #origin: Origin | undefined;

  constructor(
    readonly kind: LeakKind,
    /** What it is: `due in 5000 ms`, `Job1 (1) is Running: Get-Forecast`. */
    readonly description: string,
    origin: Origin | undefined,
  ) {
    this.#origin = origin;
  }

  /** Whether another finding is of the same thing. */
  isSame(other: Leak): boolean {
    return this.kind === other.kind && this.#origin !== undefined && this.#origin === other.#origin;
  }

  /** Where it began: function, file and line. Empty if nobody knows. */
  get origin(): string {
    return this.#origin?.toString() ?? '';
  }

  /** The whole stack of its beginning. */
  get stack(): string {
    return this.#origin?.stack ?? '';
  }

  toString(): string {
    return text.leak(this.kind, this.description, this.origin);
  }
}

/** A test left something behind. */
export class LeakError extends Error {
  override name = 'LeakError';
  constructor(readonly leaks: readonly Leak[]) {
    super(text.leaks(leaks.map(String)));
  }
}
