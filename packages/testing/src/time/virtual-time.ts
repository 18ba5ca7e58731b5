import type { Clock } from '@cmdlet/core';
import { asyncScheduler, type SchedulerLike } from 'rxjs';
import { Origin } from '../leaks/origin.js';
import { text } from '../text.js';
import { ClockScheduler } from './clock-scheduler.js';
import { awaitsInput, nextTurn } from './event-loop.js';
import { millisecondsOf, type TimeSpan } from './milliseconds-of.js';
import { type PendingTimer, type QueuedTimer, TimerQueue } from './timer-queue.js';

/** When virtual time begins unless a test says otherwise. */
const DEFAULT_START = Date.UTC(2024, 0, 1);

/** Work that goes on for so many turns without waiting for time goes on for ever. */
const MOST_TURNS = 10_000;

/**
 * Time that stands still until a test moves it: the clock of a session, and of rxjs where it is asked to.
 *
 * Everything of the SDK that waits asks its session's clock: throttles, time limits, grace periods, schedules, retries.
 * A cmdlet of your own does the same with `inject(Session).clock`.
 *
 * @example
 * const time = new VirtualTime();
 * const { job } = await run(GetReport, { asJob: true }, { time });
 * await time.advance('5m');
 * await job.untilState('Completed');
 */
export class VirtualTime implements Clock {
  readonly #start: number;
  #now: number;
  #set = 0;
  /** Turns of the event loop that somebody waits for. */
  #turns = 0;
  readonly #timers = new TimerQueue();
  /** Told of the next timer that is set. */
  #whenSet: (() => void)[] = [];
  /** Schedules work of rxjs on this time: `timer(1000, time.scheduler)`. */
  readonly scheduler: SchedulerLike = new ClockScheduler(this);

  /** @param start Default: 2024-01-01, midnight UTC */
  constructor(start: Date | string | number = DEFAULT_START) {
    this.#start = new Date(start).getTime();
    if (Number.isNaN(this.#start)) throw new RangeError(text.noDate(String(start)));
    this.#now = this.#start;
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.#now;
  }

  /** Milliseconds since the beginning of this time. */
  monotonic(): number {
    return this.#now - this.#start;
  }

  /** Calls back once, when time has been moved that far; the result cancels it. */
  after(milliseconds: number, callback: () => void, background = false): () => void {
    return this.setTimer(milliseconds, callback, background, undefined);
  }

  /** As {@link after}, for an owner who is asked for the timers he leaves behind. */
  setTimer(milliseconds: number, callback: () => void, background: boolean, owner: object | undefined): () => void {
    const due = this.#now + Math.max(milliseconds, 0);
    const origin = new Origin();
    const timer: QueuedTimer = { due, callback, background, origin, owner, number: ++this.#set, cancelled: false };
    this.#timers.add(timer);
    for (const tell of this.#whenSet.splice(0)) tell();
    return () => {
      timer.cancelled = true;
    };
  }

  /** A turn of the real event loop: work that gives way to others does not wait for time. */
  async turn(): Promise<void> {
    this.#turns++;
    await nextTurn();
    this.#turns--;
  }

  /** Callbacks that are due some time, the earliest first. */
  get pending(): readonly PendingTimer[] {
    return this.#timers.pending;
  }

  /** How many timers have been set so far. */
  get timersSet(): number {
    return this.#set;
  }

  /**
   * Moves time on and calls what is due on the way, each at its time; what follows from a call happens before the next.
   *
   * Rejects with what a callback throws.
   *
   * @param span `'5m'`, `'1h30m'`, milliseconds …
   */
  advance(span: TimeSpan): Promise<void> {
    return this.#advanceTo(this.#now + millisecondsOf(span));
  }

  /** Moves time on to a moment; one that has passed is a RangeError. */
  async advanceTo(moment: Date | string | number): Promise<void> {
    const end = new Date(moment).getTime();
    if (!(end >= this.#now)) throw new RangeError(text.notAhead(String(moment), new Date(this.#now).toISOString()));
    await this.#advanceTo(end);
  }

  /** Moves time on to the next callback and calls it. @returns false if none is due any more */
  async next(): Promise<boolean> {
    await this.settle();
    const next = this.#timers.peek();
    if (next === undefined) return false;
    await this.#advanceTo(next.due);
    return true;
  }

  /**
   * Moves time on, from callback to callback, until a promise has settled; gives what it gives.
   *
   * @example
   * const result = await time.until(run(GetReport, {}, { time }));
   */
  async until<T>(promise: PromiseLike<T>): Promise<T> {
    let settled = false;
    const note = (): void => {
      settled = true;
    };
    const noted = Promise.resolve(promise).then(note, note);
    for (;;) {
      await this.settle();
      if (settled) return promise;
      const next = this.#timers.peek(true);
      if (next === undefined) await Promise.race([noted, this.#timerSet()]);
      else await this.#fire(next.due);
    }
  }

  /** Lets everything happen that needs no time: promises, turns of the event loop, reading and writing of files. */
  async settle(): Promise<void> {
    let turns = 0;
    while (turns < MOST_TURNS) {
      await nextTurn();
      if (this.#turns > 0) turns++;
      else if (!awaitsInput()) return;
    }
    throw new Error(text.neverSettles(MOST_TURNS));
  }

  /**
   * Makes this the time of rxjs: `timer`, `interval`, `delay`, `debounceTime` … without a scheduler of their own wait for it.
   *
   * It holds for the whole thread until what comes back is disposed.
   *
   * @example
   * using rxjs = time.takeOverRxjs();
   */
  takeOverRxjs(): Disposable {
    const { scheduler } = this;
    const original = { schedule: Reflect.get(asyncScheduler, 'schedule'), now: Reflect.get(asyncScheduler, 'now') };
    const schedule: typeof asyncScheduler.schedule = (work, delay, state) => scheduler.schedule(work, delay, state);
    Object.assign(asyncScheduler, { schedule, now: () => scheduler.now() });
    return { [Symbol.dispose]: () => void Object.assign(asyncScheduler, original) };
  }

  async #advanceTo(end: number): Promise<void> {
    await this.settle();
    for (let next = this.#timers.peek(); next !== undefined && next.due <= end; next = this.#timers.peek()) {
      await this.#fire(next.due);
    }
    this.#now = Math.max(this.#now, end);
  }

  /** Calls the first callback that is due at that time, and lets happen what follows. */
  async #fire(due: number): Promise<void> {
    this.#now = Math.max(this.#now, due);
    this.#timers.take(due)?.callback();
    await this.settle();
  }

  #timerSet(): Promise<void> {
    return new Promise((resolve) => this.#whenSet.push(resolve));
  }
}
