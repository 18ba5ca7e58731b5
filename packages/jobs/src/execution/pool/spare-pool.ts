import { type Clock, CmdletException, systemClock } from '@cmdlet/core';
import { text } from '../text.js';

/** How many places are kept warm, and how long. */
export interface PoolOptions {
  /** How many are kept ready for the next work once there was some: a whole number. Default 1; 0 for none. */
  readonly size?: number | undefined;
  /** How long one that nobody needs is kept, in milliseconds. Default 60 000. */
  readonly idleMilliseconds?: number | undefined;
  /** Default: the machine's. */
  readonly clock?: Clock | undefined;
}

/** What is kept in a pool. */
export interface Spare {
  /** Whether it keeps this process alive. */
  hold(alive: boolean): void;
  /** Resolves when it has been loaded, or has ended. */
  readonly ready: Promise<unknown>;
  /** Resolves when it has ended; never rejects. */
  readonly over: Promise<unknown>;
  /** Ends it, nothing being at work in it. */
  end(): void;
}

/**
 * Keeps places for work ready, so that the next work need not wait for one to start.
 *
 * Nothing is started before there was work, or {@link warmUp} asks for it. What is kept does not keep the process alive.
 */
export class SparePool<T extends Spare> implements AsyncDisposable {
  readonly #make: () => T;
  readonly #size: number;
  readonly #idleMilliseconds: number;
  readonly #clock: Clock;
  /** The one used last stands last, and is taken first: its memory is still in the caches. */
  readonly #idle: { readonly spare: T; readonly forget: () => void }[] = [];
  readonly #all = new Set<T>();
  readonly #used = new WeakSet<T>();
  #cancelRefill: (() => void) | undefined;
  #disposed = false;

  constructor(make: () => T, options: PoolOptions = {}) {
    this.#make = make;
    const { size = 1, idleMilliseconds = 60_000, clock = systemClock } = checked(options);
    this.#size = size;
    this.#idleMilliseconds = idleMilliseconds;
    this.#clock = clock;
  }

  /** How many wait for work. */
  get idle(): number {
    return this.#idle.length;
  }

  /**
   * A place for work: one that is ready and fits, else a new one. Throws `ObjectDisposed` once the pool was disposed of.
   *
   * @param make starts it, if otherwise than those that wait
   */
  take(fits: (spare: T) => boolean = () => true, make = this.#make): T {
    if (this.#disposed) {
      throw new CmdletException(text.executorDisposed, { errorId: 'ObjectDisposed', category: 'InvalidOperation' });
    }
    this.#refillLater();
    for (let index = this.#idle.length - 1; index >= 0; index--) {
      const kept = this.#idle[index];
      if (kept === undefined || !fits(kept.spare)) continue;
      this.#idle.splice(index, 1);
      kept.forget();
      kept.spare.hold(true);
      return kept.spare;
    }
    return this.#start(make);
  }

  /** A place that has done work takes other work. @param most how many of those are kept, besides those that are ready */
  giveBack(spare: T, most: number): void {
    this.#used.add(spare);
    const kept = this.#idle.filter((idle) => this.#used.has(idle.spare)).length;
    if (this.#disposed || kept >= most) spare.end();
    else this.#keep(spare);
  }

  /**
   * Starts as many as are to be ready; resolves when all are, those too that were being started. Who awaits it keeps the
   * process alive.
   */
  async warmUp(): Promise<void> {
    this.#fill();
    const loading = this.#idle.map(({ spare }) => spare);
    for (const spare of loading) spare.hold(true);
    await Promise.all(loading.map(({ ready }) => ready));
    for (const { spare } of this.#idle) spare.hold(false);
  }

  /** Ends what waits for work, and what has work too. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#disposed = true;
    this.#cancelRefill?.();
    for (const { forget } of this.#idle.splice(0)) forget();
    const all = [...this.#all];
    for (const spare of all) {
      spare.hold(true);
      spare.end();
    }
    await Promise.all(all.map(({ over }) => over));
  }

  #fill(): void {
    while (!this.#disposed && this.#idle.filter(({ spare }) => !this.#used.has(spare)).length < this.#size) {
      this.#keep(this.#start());
    }
  }

  #start(make = this.#make): T {
    const spare = make();
    this.#all.add(spare);
    void spare.over.then(() => {
      this.#all.delete(spare);
      this.#drop(spare);
    });
    return spare;
  }

  #keep(spare: T): void {
    spare.hold(false);
    const end = (): void => {
      this.#drop(spare);
      spare.end();
    };
    this.#idle.push({ spare, forget: this.#clock.after(this.#idleMilliseconds, end, true) });
  }

  #drop(spare: T): void {
    const index = this.#idle.findIndex((kept) => kept.spare === spare);
    if (index >= 0) this.#idle.splice(index, 1)[0]?.forget();
  }

  /** Not at once: what was taken is to start first. */
  #refillLater(): void {
    this.#cancelRefill?.();
    if (this.#size > 0) this.#cancelRefill = this.#clock.after(REFILL_AFTER, () => this.#fill(), true);
  }
}

/** Milliseconds without new work after which the next places are started. */
const REFILL_AFTER = 250;

/** The options, if they can be met. Else `ArgumentOutOfRange`, category InvalidArgument. */
function checked(options: PoolOptions): PoolOptions {
  const { size = 0, idleMilliseconds = 0 } = options;
  if (!Number.isSafeInteger(size) || size < 0) throw outOfRange(text.badPoolSize(size), size);
  if (!(idleMilliseconds >= 0)) throw outOfRange(text.badIdleTime(idleMilliseconds), idleMilliseconds);
  return options;
}

function outOfRange(message: string, target: number): CmdletException {
  return new CmdletException(message, { errorId: 'ArgumentOutOfRange', category: 'InvalidArgument', target });
}
