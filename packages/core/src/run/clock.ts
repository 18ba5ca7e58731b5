/**
 * The one source of time: throttles, time limits and time-slicing ask it, so that a test can drive it.
 */
export interface Clock {
  /** Milliseconds since 1970, for dates that are shown. */
  now(): number;
  /** Milliseconds of a clock that never goes back, for measuring. */
  monotonic(): number;
  /** Calls back once after so many milliseconds; the result cancels it. */
  after(milliseconds: number, callback: () => void): () => void;
  /** Resolves after pending I/O and timers had their turn. */
  turn(): Promise<void>;
}

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
  turn: () => new Promise((resolve) => setImmediate(resolve)),
};
