/** Records that may wait for a target that reads. */
const WINDOW = 1024;

/**
 * The input of one of several targets. One that reads holds whoever writes when it is slow; one whose turn has not come,
 * because others work first, does not: those others may wait for the end of the same input.
 */
export class TargetInput implements AsyncIterableIterator<unknown> {
  #records: unknown[] = [];
  #head = 0;
  #reading = false;
  #ended = false;
  /** What readers wait for; one for all, as they may ask for several records at once. */
  #arrival: Promise<void> | undefined;
  #arrived: (() => void) | undefined;
  #room: Promise<void> | undefined;
  #makeRoom: (() => void) | undefined;

  /** Adds a record. A promise when the writer should wait. */
  add(record: unknown): Promise<void> | undefined {
    if (this.#ended) return undefined;
    this.#records.push(record);
    this.#wake();
    if (!this.#reading || this.#records.length - this.#head < WINDOW) return undefined;
    this.#room ??= new Promise((resolve) => {
      this.#makeRoom = resolve;
    });
    return this.#room;
  }

  /** No more comes. */
  end(): void {
    this.#ended = true;
    this.#wake();
  }

  async next(): Promise<IteratorResult<unknown>> {
    this.#reading = true;
    for (;;) {
      if (this.#head < this.#records.length) return { done: false, value: this.#take() };
      if (this.#ended) return { done: true, value: undefined };
      this.#arrival ??= new Promise((resolve) => {
        this.#arrived = resolve;
      });
      await this.#arrival;
    }
  }

  /** Nobody reads any more: nobody waits. */
  return(): Promise<IteratorResult<unknown>> {
    this.#records = [];
    this.#head = 0;
    this.end();
    this.#open();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #take(): unknown {
    const record = this.#records[this.#head];
    this.#records[this.#head++] = undefined;
    if (this.#head === this.#records.length || this.#head >= WINDOW) {
      this.#records = this.#records.slice(this.#head);
      this.#head = 0;
    }
    if (this.#records.length - this.#head < WINDOW) this.#open();
    return record;
  }

  #wake(): void {
    this.#arrival = undefined;
    this.#arrived?.();
  }

  #open(): void {
    this.#makeRoom?.();
    this.#makeRoom = undefined;
    this.#room = undefined;
  }
}
