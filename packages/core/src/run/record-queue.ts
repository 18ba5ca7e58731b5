import type { RecordReceiver } from './receiver.js';

/** How many records may wait for a consumer before their producer is held back, unless said otherwise. */
export const DEFAULT_WINDOW = 1024;

/**
 * Records on their way from a producer that pushes to a consumer that pulls, in bounded number.
 *
 * A producer that is ahead of its consumer by a whole window is held back until the consumer has taken a record.
 */
export class RecordQueue<T> implements RecordReceiver, AsyncIterableIterator<T> {
  #records: T[] = [];
  #head = 0;
  #ended = false;
  #failure: { readonly error: unknown } | undefined;
  #wakeConsumer: (() => void) | undefined;
  /** What consumers wait for; one for all, as they may ask for several records at once. */
  #arrival: Promise<void> | undefined;
  #wakeProducer: (() => void) | undefined;
  #room: Promise<void> | undefined;

  /**
   * @param window how many records may wait
   * @param onReturn called when the consumer leaves before the end
   */
  constructor(
    private readonly window = DEFAULT_WINDOW,
    private readonly onReturn: () => void | Promise<void> = () => undefined,
  ) {}

  accept(record: unknown): Promise<void> | undefined {
    if (this.#ended) return undefined;
    this.#records.push(record as T);
    this.#notify();
    if (this.#records.length - this.#head < this.window) return undefined;
    this.#room ??= new Promise((resolve) => {
      this.#wakeProducer = resolve;
    });
    return this.#room;
  }

  /** Says that nothing more comes. With a failure, the consumer gets it after the records. */
  end(failure?: { readonly error: unknown }): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#failure = failure;
    this.#notify();
  }

  async next(): Promise<IteratorResult<T>> {
    for (;;) {
      if (this.#head < this.#records.length) return { done: false, value: this.#take() };
      if (this.#ended) {
        const failure = this.#failure;
        this.#failure = undefined;
        if (failure !== undefined) throw failure.error;
        return { done: true, value: undefined };
      }
      this.#arrival ??= new Promise<void>((resolve) => {
        this.#wakeConsumer = resolve;
      });
      await this.#arrival;
    }
  }

  async return(): Promise<IteratorResult<T>> {
    this.#ended = true;
    this.#records = [];
    this.#head = 0;
    this.#makeRoom();
    this.#notify();
    await this.onReturn();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #take(): T {
    const record = this.#records[this.#head] as T;
    this.#records[this.#head++] = undefined as T;
    if (this.#head === this.#records.length) {
      this.#records = [];
      this.#head = 0;
    } else if (this.#head >= this.window) {
      this.#records = this.#records.slice(this.#head);
      this.#head = 0;
    }
    this.#makeRoom();
    return record;
  }

  #notify(): void {
    if (this.#arrival === undefined) return;
    this.#arrival = undefined;
    this.#wakeConsumer?.();
  }

  #makeRoom(): void {
    this.#wakeProducer?.();
    this.#wakeProducer = undefined;
    this.#room = undefined;
  }
}
