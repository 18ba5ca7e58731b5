import { PipelineStoppedException } from '../records/exceptions.js';
import type { Clock } from '../run/clock.js';
import { failureReason } from './failure-reason.js';

/** How work ended. */
export type WorkOutcome = 'Completed' | 'Failed' | 'Stopped';

/**
 * One piece of work from its beginning to its end, which comes exactly once: it returned, it threw, or it was asked to
 * stop and did not, and was ended by force or given up.
 */
export class WorkRun {
  #outcome: WorkOutcome | undefined;
  #failure: Error | undefined;
  #stopRequested = false;
  #cancelTimer: (() => void) | undefined;

  /**
   * @param concluded is called once, when the work has ended
   * @param terminate ends the work by force, where that can be done
   */
  constructor(
    private readonly concluded: (failed: boolean) => void,
    private readonly terminate?: () => Promise<void> | void,
  ) {}

  /** How the work ended; undefined while it goes on. */
  get outcome(): WorkOutcome | undefined {
    return this.#outcome;
  }

  /** What failed work threw. */
  get failure(): Error | undefined {
    return this.#failure;
  }

  /** Begins the work; if it is done when it returns, it has ended when this returns. */
  begin(work: () => Promise<void> | void): void {
    try {
      const pending = this.#stopRequested ? undefined : work();
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

  /** Notes that the work was asked to stop, and sees to it that it ends: by force after the grace period, given up after another. */
  stop(clock: Clock, graceMilliseconds: number, giveUp: () => void): void {
    this.#stopRequested = true;
    if (this.#outcome !== undefined) return;
    const end = (): void => {
      if (this.#outcome === undefined) giveUp();
      this.#conclude('Stopped');
    };
    this.#cancelTimer = clock.after(graceMilliseconds, () => {
      if (this.terminate === undefined) {
        end();
        return;
      }
      this.#cancelTimer = clock.after(graceMilliseconds, end);
      this.#force(this.terminate).then(() => this.#conclude('Stopped'), end);
    });
  }

  async #force(terminate: () => Promise<void> | void): Promise<void> {
    await terminate();
  }

  #returned(): void {
    this.#conclude(this.#stopRequested ? 'Stopped' : 'Completed');
  }

  /** Whatever work throws after it was asked to stop is how it stopped. */
  #threw(error: unknown): void {
    if (this.#stopRequested || PipelineStoppedException.is(error)) {
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
    this.concluded(outcome === 'Failed');
  }
}
