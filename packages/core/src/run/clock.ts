/**
 * The one source of time: throttles, time limits and time-slicing ask it, so that a test can drive it.
 */
export interface Clock {
  /** Milliseconds since 1970, for dates that are shown. */
  now(): number;
  /** Milliseconds of a clock that never goes back, for measuring. */
  monotonic(): number;
  /**
   * Calls back once after so many milliseconds; the result cancels it.
   *
   * @param background whether the process may end before. Default false
   */
  after(milliseconds: number, callback: () => void, background?: boolean): () => void;
  /** Resolves after pending I/O and timers had their turn. */
  turn(): Promise<void>;
}

/** In milliseconds: Node's timers end at once if they are given more. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after(milliseconds, callback, background = false) {
    const end = performance.now() + milliseconds;
    const arm = (left: number): NodeJS.Timeout => {
      const timer = left > LONGEST_TIMER ? setTimeout(rearm, LONGEST_TIMER) : setTimeout(callback, left);
      return background ? timer.unref() : timer;
    };
    const rearm = (): void => {
      timer = arm(end - performance.now());
    };
    let timer = arm(milliseconds);
    return () => clearTimeout(timer);
  },
  turn: () => new Promise((resolve) => setImmediate(resolve)),
};
