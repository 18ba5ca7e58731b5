/** One thing to be timed: does its work once. */
export type Work = () => unknown;

/** What came out of one measure. */
export interface Measure {
  readonly name: string;
  /** Ours by the peer's, of medians of the same run. */
  readonly ratio: number;
  /** What must be reached. */
  readonly goal: number;
  /** Whether the ratio must stay below the goal, or reach it. */
  readonly direction: 'at most' | 'at least';
  /** Figures that help to read the ratio. */
  readonly note?: string;
}

const ROUNDS = 7;

/** Rounds that warm up and do not count. */
const WARM_UP = 6;

/**
 * Medians of several works in milliseconds. The works take turns round by round, so that a noisy moment of a shared
 * machine meets all of them.
 */
export async function medians<TName extends string>(
  works: Readonly<Record<TName, Work>>,
  rounds = ROUNDS,
): Promise<Record<TName, number>> {
  const times = await timesOf(works, rounds);
  const result = {} as Record<TName, number>;
  for (const name of Object.keys(works) as TName[]) result[name] = median(times[name]);
  return result;
}

/** The same, but all times in milliseconds, round by round: see {@link medianRatio}. */
export async function timesOf<TName extends string>(
  works: Readonly<Record<TName, Work>>,
  rounds = ROUNDS,
): Promise<Record<TName, number[]>> {
  const times = {} as Record<TName, number[]>;
  const names = Object.keys(works) as TName[];
  for (const name of names) times[name] = [];
  for (let round = -WARM_UP; round < rounds; round++) {
    for (const name of names) {
      collectGarbage();
      const start = performance.now();
      await works[name]();
      if (round >= 0) times[name].push(performance.now() - start);
    }
  }
  return times;
}

/**
 * The median of the ratios of each round. What a noisy machine does to one round it does to both, where a median of times
 * may come from a quiet round for one and from a busy one for the other.
 */
export function medianRatio(times: readonly number[], of: readonly number[]): number {
  return median(times.map((time, round) => time / (of[round] as number)));
}

/** Frees what is free, so that one work does not pay for another's garbage. */
export function collectGarbage(): void {
  globalThis.gc?.();
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/** One line per measure: `name  ratio  goal  ok|short`. */
export function report({ name, ratio, goal, direction, note }: Measure): string {
  const reached = direction === 'at most' ? ratio <= goal : ratio >= goal;
  const limit = `${direction === 'at most' ? '<=' : '>='}${goal}`;
  return [name.padEnd(52), ratio.toFixed(2).padStart(8), limit.padStart(8), reached ? 'ok' : 'short', note ?? '']
    .join('  ')
    .trimEnd();
}
