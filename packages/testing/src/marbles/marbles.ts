import type { Clock } from '@cmdlet/core';
import { millisecondsOf, type TimeSpan } from '../time/milliseconds-of.js';
import { type MarbleEvent, parseMarbles } from './parse-marbles.js';

/** How a marble diagram is read. */
export interface MarbleOptions {
  /** How long one frame lasts. Default one millisecond. */
  readonly frame?: TimeSpan;
  /** What `#` throws. Default an Error with the message `error`. */
  readonly error?: unknown;
}

/** Records that come at their times; made by {@link marbles}. */
export class Marbles {
  readonly #events: readonly MarbleEvent[];
  readonly #frame: number;

  constructor(
    readonly notation: string,
    private readonly values: Readonly<Record<string, unknown>>,
    private readonly options: MarbleOptions,
  ) {
    this.#events = parseMarbles(notation);
    this.#frame = millisecondsOf(options.frame ?? 1);
  }

  /**
   * The records on a clock, from the moment at which the first is asked for. Whoever takes a record late gets the next one
   * at its time all the same.
   *
   * @param stop called for `!`
   * @param signal ends the records when it fires
   */
  async *on(clock: Clock, stop: () => void, signal: AbortSignal): AsyncGenerator<unknown, void, void> {
    const start = clock.monotonic();
    for (const event of this.#events) {
      await until(start + event.frame * this.#frame, clock, signal);
      if (signal.aborted) return;
      switch (event.kind) {
        case 'record':
          yield event.name in this.values ? this.values[event.name] : event.name;
          break;
        case 'complete':
          return;
        case 'error':
          // eslint-disable-next-line @typescript-eslint/only-throw-error -- What the test says, whatever it is.
          throw this.options.error ?? new Error('error');
        case 'stop':
          stop();
          return;
      }
    }
    await aborted(signal);
  }
}

/**
 * Records for a run, at their times: `run(GetSum, {}, { input: marbles('a-b-(cd)|', { a: 1, b: 2, c: 3, d: 4 }) })`.
 *
 * A letter without a value is the record itself. Unless the run is given a {@link VirtualTime} it gets one that moves by
 * itself, so nothing waits. A diagram without an end leaves the input open until the run is stopped.
 *
 * @throws SyntaxError for what is no diagram
 */
export function marbles(
  notation: string,
  values: Readonly<Record<string, unknown>> = {},
  options: MarbleOptions = {},
): Marbles {
  return new Marbles(notation, values, options);
}

function until(moment: number, clock: Clock, signal: AbortSignal): Promise<void> | undefined {
  const wait = moment - clock.monotonic();
  if (wait <= 0 || signal.aborted) return undefined;
  return new Promise((resolve) => {
    const cancel = clock.after(wait, done);
    signal.addEventListener('abort', done);
    function done(): void {
      cancel();
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
