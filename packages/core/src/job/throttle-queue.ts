/**
 * Lets so many pieces of work run at the same time, the others in the order in which they came.
 *
 * Work that runs says {@link ThrottleQueue.release} when it is over.
 */
export class ThrottleQueue {
  #running = 0;
  #waiting: (() => boolean)[] | undefined;
  #next = 0;
  #releasing = false;

  /** @param limit how many may run, 1 or more */
  constructor(readonly limit: number) {}

  /** Starts the work now or when its turn comes. @param start returns false if there is nothing to start any more */
  enter(start: () => boolean): void {
    if (this.#running < this.limit) {
      this.#start(start);
      return;
    }
    this.#waiting ??= [];
    this.#waiting.push(start);
  }

  /** Gives a place back, to whoever waits longest. Work that is over at once does not nest: its release lands here too. */
  release(): void {
    this.#running--;
    if (this.#releasing || this.#waiting === undefined) return;
    this.#releasing = true;
    while (this.#running < this.limit) {
      const start = this.#take();
      if (start === undefined) break;
      this.#start(start);
    }
    this.#releasing = false;
  }

  #take(): (() => boolean) | undefined {
    const start = this.#waiting?.[this.#next++];
    if (this.#next === this.#waiting?.length) {
      this.#waiting = undefined;
      this.#next = 0;
    }
    return start;
  }

  #start(start: () => boolean): void {
    this.#running++;
    if (!start()) this.#running--;
  }
}
