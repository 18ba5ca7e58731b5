/**
 * Gives jobs their ids: 1, 2, 3 … in the order in which jobs are made, children included.
 *
 * One per session. A parent takes its number before its children, so the first job is 1 with the child 2, the next 3.
 * No number is given twice.
 */
export class JobIdCounter {
  #last = 0;

  /** The next id. */
  next(): number {
    return ++this.#last;
  }

  /** The id that was given last, 0 before the first. */
  get last(): number {
    return this.#last;
  }
}
