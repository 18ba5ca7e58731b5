import type { JobState } from './job-state.js';
import type { WorkOutcome } from './work-run.js';

/**
 * The state that a parent has by its children: one rule for all jobs.
 *
 * While something is unfinished: Blocked if any child is, AtBreakpoint if any is, and once no child is active
 * Suspending, Suspended or Disconnected if any is; otherwise Running. When all have ended: Failed if any failed, Stopped
 * if any was stopped, else Completed. Counts per state, so that a child's change costs the same however many there are.
 */
export class ChildStates {
  /** How many children there are. */
  total = 0;
  /** How many have ended. */
  finished = 0;
  #waiting = 0;
  #failed = 0;
  #stopped = 0;
  #blocked = 0;
  #atBreakpoint = 0;
  #suspending = 0;
  #suspended = 0;
  #disconnected = 0;

  /** A new child, which is NotStarted. */
  add(): void {
    this.total++;
    this.#waiting++;
  }

  /** A child has changed. */
  change(from: JobState, to: JobState): void {
    this.#count(from, -1);
    this.#count(to, 1);
  }

  /** What the parent is while children are unfinished, or while more may come. */
  get stateUnfinished(): JobState {
    if (this.#blocked > 0) return 'Blocked';
    if (this.#atBreakpoint > 0) return 'AtBreakpoint';
    const idle = this.#suspending + this.#suspended + this.#disconnected;
    if (idle === 0 || this.finished + idle + this.#waiting < this.total) return 'Running';
    if (this.#suspending > 0) return 'Suspending';
    return this.#suspended > 0 ? 'Suspended' : 'Disconnected';
  }

  /** What the parent becomes once all children have ended. */
  get stateFinished(): WorkOutcome {
    if (this.#failed > 0) return 'Failed';
    return this.#stopped > 0 ? 'Stopped' : 'Completed';
  }

  #count(state: JobState, by: number): void {
    switch (state) {
      case 'Completed':
        this.finished += by;
        break;
      case 'Failed':
        this.finished += by;
        this.#failed += by;
        break;
      case 'Stopped':
        this.finished += by;
        this.#stopped += by;
        break;
      case 'Blocked':
        this.#blocked += by;
        break;
      case 'AtBreakpoint':
        this.#atBreakpoint += by;
        break;
      case 'Suspending':
        this.#suspending += by;
        break;
      case 'Suspended':
        this.#suspended += by;
        break;
      case 'Disconnected':
        this.#disconnected += by;
        break;
      case 'NotStarted':
        this.#waiting += by;
        break;
      // What is neither idle nor over follows from the total.
      case 'Running':
      case 'Stopping':
        break;
    }
  }
}
