import { AsyncLocalStorage } from 'node:async_hooks';
import { checkLimit } from './check-limit.js';

/** Begins work whose turn has come, in a place of its own. @returns false if there is nothing to begin any more */
export type BeginWork = (place: JobPlace) => boolean;

/**
 * Lets so many jobs work at the same time, the others in the order in which they came. The limit can be changed at any
 * time: jobs that work go on, and more begin as soon as there is room.
 *
 * A job that waits for other jobs lends its place meanwhile, so that jobs which wait for jobs of the same queue cannot
 * block each other for ever.
 */
export class JobQueue {
  readonly #waiting: BeginWork[] = [];
  #working = 0;
  #limit: number;

  /**
   * @param limit how many may work: a whole number, 1 or more, or Infinity
   * @throws CmdletException `ArgumentOutOfRange` for another one, as does setting {@link limit}
   */
  constructor(limit: number) {
    this.#limit = checkLimit('limit', limit);
  }

  /** How many may work at the same time. */
  get limit(): number {
    return this.#limit;
  }
  set limit(limit: number) {
    this.#limit = checkLimit('limit', limit);
    this.#beginWaiting();
  }

  /** How many work now. */
  get working(): number {
    return this.#working;
  }

  /** Begins work now or when its turn comes. */
  enter(begin: BeginWork): void {
    this.#waiting.push(begin);
    this.#beginWaiting();
  }

  #beginWaiting(): void {
    while (this.#working < this.#limit) {
      const begin = this.#waiting.shift();
      if (begin === undefined) return;
      this.#working++;
      const place = new JobPlace((by) => {
        this.#working += by;
        this.#beginWaiting();
      });
      if (!begin(place)) this.#working--;
    }
  }
}

/** The place of one job in a queue. */
export class JobPlace {
  /** How many waits go on for which the place is lent. */
  #lent = 0;
  #over = false;

  /** @param occupy counts the place in and out */
  constructor(private readonly occupy: (by: 1 | -1) => void) {}

  /** Runs the job's work so that {@link lendPlaceWhile} knows the place. */
  run<T>(work: () => T): T {
    return places.run(this, work);
  }

  /** The work is over. */
  leave(): void {
    if (this.#over) return;
    this.#over = true;
    if (this.#lent === 0) this.occupy(-1);
  }

  /** Another job may have the place. */
  lend(): void {
    if (this.#lent++ === 0 && !this.#over) this.occupy(-1);
  }

  /** The place is needed again, and taken at once, were there too many for a while. */
  takeBack(): void {
    if (--this.#lent === 0 && !this.#over) this.occupy(1);
  }
}

const places = new AsyncLocalStorage<JobPlace>();

/**
 * Waits for something that other jobs must bring about. If this is called from the work of a job that occupies a place in
 * a queue, another job has the place until the waiting is over.
 */
export async function lendPlaceWhile<T>(waiting: () => Promise<T>): Promise<T> {
  const place = places.getStore();
  place?.lend();
  try {
    return await waiting();
  } finally {
    place?.takeBack();
  }
}
