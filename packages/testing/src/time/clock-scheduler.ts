import { type Clock, systemClock } from '@cmdlet/core';
import { type SchedulerAction, type SchedulerLike, Subscription } from 'rxjs';

/** Work of rxjs on a clock of ours: `timer(1000, scheduler)`, `debounceTime(50, scheduler)`. */
export class ClockScheduler implements SchedulerLike {
  /** @param clock Default: the machine's */
  constructor(private readonly clock: Clock = systemClock) {}

  now(): number {
    return this.clock.now();
  }

  schedule<TState>(
    work: (this: SchedulerAction<TState>, state?: TState) => void,
    delay = 0,
    state?: TState,
  ): Subscription {
    return new ClockAction(this.clock, work).schedule(state, delay);
  }
}

/** One piece of work; it may schedule itself again. */
class ClockAction<TState> extends Subscription implements SchedulerAction<TState> {
  #cancel: (() => void) | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly work: (this: SchedulerAction<TState>, state?: TState) => void,
  ) {
    super();
  }

  schedule(state?: TState, delay = 0): Subscription {
    if (this.closed) return this;
    this.#cancel?.();
    this.#cancel = this.clock.after(Math.max(delay, 0), () => {
      this.#cancel = undefined;
      this.work(state);
    });
    return this;
  }

  override unsubscribe(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    super.unsubscribe();
  }
}
