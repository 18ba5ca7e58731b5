import type { Clock } from './clock.js';
import type { RecordReceiver } from './receiver.js';

/** At most so many records go by between two looks at the clock. */
const MOST_RECORDS_PER_LOOK = 256;

/**
 * Tells when work that never waits should give the event loop a turn.
 *
 * The clock is looked at after each record first, and less often while records turn out to be cheap.
 */
export class TimeSlices {
  #start: number;
  #lastLook: number;
  #batch = 1;
  #left = 1;
  #hold: Hold | undefined;

  /** @param slice longest time without a turn, in milliseconds */
  constructor(
    private readonly clock: Clock,
    private readonly slice: number,
  ) {
    this.#start = this.#lastLook = clock.monotonic();
  }

  /** Whether it is time for a turn. To be asked after each record. */
  get isUsedUp(): boolean {
    return --this.#left <= 0 && this.#look();
  }

  /** Gives the event loop a turn, and waits while the work is to be held. */
  async turn(): Promise<void> {
    await this.clock.turn();
    for (let hold = this.#hold; hold !== undefined; hold = this.#hold) {
      hold.held();
      await hold.released;
    }
    this.#start = this.#lastLook = this.clock.monotonic();
  }

  /**
   * Holds the work after its next record, until the result is called.
   *
   * @param held is told when the work is held
   */
  hold(held: () => void): () => void {
    let release = (): void => {};
    const hold: Hold = {
      held,
      released: new Promise((resolve) => {
        release = resolve;
      }),
    };
    this.#hold = hold;
    this.#left = 0;
    return () => {
      if (this.#hold === hold) this.#hold = undefined;
      release();
    };
  }

  #look(): boolean {
    if (this.#hold !== undefined) return true;
    const now = this.clock.monotonic();
    const cheap = now - this.#lastLook < this.slice / 16;
    this.#batch = cheap ? Math.min(this.#batch * 2, MOST_RECORDS_PER_LOOK) : 1;
    this.#left = this.#batch;
    this.#lastLook = now;
    return now - this.#start >= this.slice;
  }
}

/** A wish that the work wait. */
interface Hold {
  readonly held: () => void;
  readonly released: Promise<void>;
}

/** Hands records on, and holds whoever writes them for a turn of the event loop when the time slice is used up. */
export class SlicedReceiver implements RecordReceiver {
  constructor(
    private readonly next: RecordReceiver,
    private readonly slices: TimeSlices,
  ) {}

  accept(record: unknown): Promise<void> | undefined {
    const pending = this.next.accept(record);
    if (!this.slices.isUsedUp) return pending;
    return pending === undefined ? this.slices.turn() : pending.then(() => this.slices.turn());
  }
}
