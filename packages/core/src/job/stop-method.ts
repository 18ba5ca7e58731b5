/** How a job is to be stopped. */
export interface StopOptions {
  /** How long the work may take to end by itself, in milliseconds. Default: as the job was made. */
  readonly graceMilliseconds?: number | undefined;
  /** Whether the work is ended by force at once. Default false. On a job that is being stopped it ends the waiting. */
  readonly force?: boolean | undefined;
}

/**
 * What it took to end the work of a job that was stopped, from mild to hard:
 *
 * - `Signal`: it ended by itself when it was told.
 * - `Terminated`: it was ended by force after the grace period, with a chance to clean up.
 * - `Killed`: it was ended at once.
 * - `GivenUp`: nothing could end it. What it still does goes on unobserved.
 */
export type StopMethod = 'Signal' | 'Terminated' | 'Killed' | 'GivenUp';

const fromMildToHard: readonly (StopMethod | undefined)[] = [undefined, 'Signal', 'Terminated', 'Killed', 'GivenUp'];

/** The hardest of several; undefined if there is none. */
export function hardestStop(methods: Iterable<StopMethod | undefined>): StopMethod | undefined {
  let hardest = 0;
  for (const method of methods) hardest = Math.max(hardest, fromMildToHard.indexOf(method));
  return fromMildToHard[hardest];
}
