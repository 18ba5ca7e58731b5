import { PipelineStoppedException } from '../records/exceptions.js';
import type { Clock } from '../run/clock.js';
import { failureReason } from './failure-reason.js';
import type { StopMethod, StopOptions } from './stop-method.js';

/** How work ended. */
export type WorkOutcome = 'Completed' | 'Failed' | 'Stopped';

/** How work is ended that does not end by itself. Without both it can only be given up. */
export interface ForcedEnd {
  /** Ends it, with a chance to clean up. */
  terminate?(): Promise<void> | void;
  /** Ends it at once. */
  kill?(): Promise<void> | void;
}

/**
 * One piece of work from its beginning to its end, which comes exactly once: it returned, it threw, or it was asked to
 * stop and did not, and was ended by force or given up.
 */
export class WorkRun {
  #outcome: WorkOutcome | undefined;
  #failure: Error | undefined;
  #stop: StopMethod | undefined;
  /** What is left to try. */
  #forces: Force[] = [];
  #cancelTimer: (() => void) | undefined;
  /** Until the work has ended: a job outlives its work. */
  #forcedEnd: ForcedEnd | undefined;

  /**
   * @param concluded is called once, when the work has ended
   * @param forcedEnd ends the work by force, where that can be done
   */
  constructor(
    private readonly concluded: (failed: boolean) => void,
    forcedEnd?: ForcedEnd,
  ) {
    this.#forcedEnd = forcedEnd;
  }

  /** How the work ended; undefined while it goes on. */
  get outcome(): WorkOutcome | undefined {
    return this.#outcome;
  }

  /** What failed work threw. */
  get failure(): Error | undefined {
    return this.#failure;
  }

  /** What was done last to end the work; undefined if it was not asked to. */
  get stopMethod(): StopMethod | undefined {
    return this.#stop;
  }

  /** Begins the work; if it is done when it returns, it has ended when this returns. */
  begin(work: () => Promise<void> | void): void {
    try {
      const pending = this.#stop === undefined ? work() : undefined;
      if (pending === undefined) this.#returned();
      else
        pending.then(
          () => this.#returned(),
          (error: unknown) => this.#threw(error),
        );
    } catch (error) {
      this.#threw(error);
    }
  }

  /**
   * Notes that the work was asked to stop, and sees to it that it ends: terminated after the grace period, killed after
   * another, given up after the last. Force begins with the hardest at once. May be called again, to hurry.
   */
  stop(clock: Clock, graceMilliseconds: number, options: StopOptions, giveUp: () => void): void {
    if (this.#outcome !== undefined) return;
    const first = this.#stop === undefined;
    this.#stop ??= 'Signal';
    const next = (): void => {
      const force = this.#forces.shift();
      if (force === undefined) {
        this.#stop = 'GivenUp';
        giveUp();
        this.#conclude('Stopped');
      } else {
        this.#stop = force.method;
        wait(graceMilliseconds);
        this.#apply(force, next);
      }
    };
    const wait = (milliseconds: number): void => {
      this.#cancelTimer?.();
      this.#cancelTimer = clock.after(milliseconds, next);
    };
    if (first) this.#forces = forcesOf(this.#forcedEnd);
    if (options.force !== true) {
      wait(graceMilliseconds);
    } else {
      this.#forces = this.#forces.slice(-1);
      if (this.#forces.length > 0) next();
      else wait(0);
    }
  }

  #apply({ method, end }: Force, next: () => void): void {
    const failed = (): void => {
      if (this.#outcome === undefined && this.#stop === method) next();
    };
    try {
      Promise.resolve(end()).then(() => this.#conclude('Stopped'), failed);
    } catch {
      failed();
    }
  }

  #returned(): void {
    this.#conclude(this.#stop === undefined ? 'Completed' : 'Stopped');
  }

  /** Whatever work throws after it was asked to stop is how it stopped. */
  #threw(error: unknown): void {
    if (this.#stop !== undefined || PipelineStoppedException.is(error)) {
      this.#conclude('Stopped');
    } else {
      if (this.#outcome === undefined) this.#failure = failureReason(error);
      this.#conclude('Failed');
    }
  }

  #conclude(outcome: WorkOutcome): void {
    if (this.#outcome !== undefined) return;
    this.#outcome = outcome;
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    this.#forcedEnd = undefined;
    this.#forces = [];
    this.concluded(outcome === 'Failed');
  }
}

interface Force {
  readonly method: StopMethod;
  readonly end: () => Promise<void> | void;
}

function forcesOf(forcedEnd: ForcedEnd | undefined): Force[] {
  const forces: Force[] = [];
  if (forcedEnd?.terminate !== undefined) {
    forces.push({ method: 'Terminated', end: forcedEnd.terminate.bind(forcedEnd) });
  }
  if (forcedEnd?.kill !== undefined) forces.push({ method: 'Killed', end: forcedEnd.kill.bind(forcedEnd) });
  return forces;
}
