import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { devNull } from 'node:os';
import { median } from './measure.js';

/** One process to be measured. */
export interface Call {
  /** Program that is no Node; what it takes is asked of the shell that runs it. Default: Node. */
  readonly program?: string;
  /** What the program is given. */
  readonly words: readonly string[];
  readonly directory: string;
  /** File on standard input. Default: nothing. */
  readonly input?: string;
  /** File for standard output. Default: a pipe. */
  readonly output?: string;
}

/** How calls are measured; all of it may be left out. */
export interface Setting {
  /** Rounds that do not count. */
  readonly warmUp?: number;
  /** Default: that of this process. */
  readonly environment?: NodeJS.ProcessEnv;
}

/** Tells the processor time: that of a child is not known to the process that spawned it. */
const clock = new URL('./command-clock.cjs', import.meta.url).pathname;

/**
 * Processor time of whole processes, user and system, medians in milliseconds, by the name of the call. The calls take
 * turns; the first rounds fill caches and do not count.
 */
export function processTimes(
  calls: Readonly<Record<string, Call>>,
  rounds: number,
  { warmUp = 2, environment = process.env }: Setting = {},
): (name: string) => number {
  const times = new Map<string, number[]>(Object.keys(calls).map((name) => [name, []]));
  for (let round = -warmUp; round < rounds; round++) {
    for (const [name, call] of Object.entries(calls)) {
      const time = processTime(call, environment);
      if (round >= 0) times.get(name)?.push(time);
    }
  }
  return (name) => median(times.get(name) ?? []);
}

/** @throws Error if the program fails: its time would mean nothing */
function processTime(
  { program, words, directory, input = devNull, output }: Call,
  environment: NodeJS.ProcessEnv,
): number {
  const source = openSync(input, 'r');
  const target = output === undefined ? 'pipe' : openSync(output, 'w');
  try {
    const [file, given] =
      program === undefined
        ? [process.execPath, ['-r', clock, ...words]]
        : ['sh', ['-c', TIMED, 'sh', program, ...words]];
    const { status, output: written } = spawnSync(file, given, {
      cwd: directory,
      env: environment,
      stdio: [source, target, 'pipe', 'pipe'],
      maxBuffer: 1 << 30,
    });
    if (status !== 0) throw new Error(`${words.join(' ')}: ${String(written[2])}`);
    const told = String(written[3]);
    return program === undefined ? Number(told) / 1000 : millisecondsOfChildren(told);
  } finally {
    closeSync(source);
    if (typeof target === 'number') closeSync(target);
  }
}

/** Runs a program, then tells what it took to descriptor 3. */
const TIMED = '"$@" || exit; times >&3';

/** The second line of what `times` writes: `0m1.23s 0m0.04s`. */
function millisecondsOfChildren(told: string): number {
  const [, children = ''] = told.trim().split('\n');
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1000,
    0,
  );
}
