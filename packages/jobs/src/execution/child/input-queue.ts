/** Input that comes from the host. It is asked for more as it is read. */
export class InputQueue implements AsyncIterable<unknown>, AsyncIterator<unknown> {
  readonly #records: unknown[] = [];
  #ended = false;
  #error: unknown;
  #failed = false;
  /** What readers wait for; one for all, as they may ask for several records at once. */
  #arrival: Promise<void> | undefined;
  #arrived: (() => void) | undefined;
  #room: Promise<void> | undefined;
  #makeRoom: (() => void) | undefined;

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Adds a record; a promise when enough of them wait. */
  push(record: unknown): Promise<void> | undefined {
    this.#records.push(record);
    this.#wake();
    if (this.#records.length < READ_AHEAD) return undefined;
    this.#room ??= new Promise((resolve) => {
      this.#makeRoom = resolve;
    });
    return this.#room;
  }

  /** Nothing follows what is there. */
  end(): void {
    this.#ended = true;
    this.#wake();
  }

  /** Whoever reads on is thrown this, after what is there. */
  fail(error: unknown): void {
    this.#error = error;
    this.#failed = true;
    this.end();
  }

  async next(): Promise<IteratorResult<unknown>> {
    while (this.#records.length === 0) {
      if (this.#failed) throw this.#error;
      if (this.#ended) return { done: true, value: undefined };
      this.#arrival ??= new Promise((resolve) => {
        this.#arrived = resolve;
      });
      await this.#arrival;
    }
    const value = this.#records.shift();
    if (this.#records.length < READ_AHEAD / 2) {
      this.#room = undefined;
      this.#makeRoom?.();
    }
    return { done: false, value };
  }

  #wake(): void {
    this.#arrival = undefined;
    this.#arrived?.();
  }
}

/** Records that are kept here before they are asked for. */
const READ_AHEAD = 256;
