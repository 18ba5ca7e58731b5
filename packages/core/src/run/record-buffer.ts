import type { RecordReceiver } from './receiver.js';

/** Holds records back until more than `size` wait, then hands all of them on: the common parameter OutBuffer. */
export class RecordBuffer implements RecordReceiver {
  #waiting: unknown[] = [];

  constructor(
    private readonly next: RecordReceiver,
    private readonly size: number,
  ) {}

  accept(record: unknown): Promise<void> | undefined {
    this.#waiting.push(record);
    return this.#waiting.length > this.size ? this.flush() : undefined;
  }

  /** Hands on what waits; called before the next command's end. */
  flush(): Promise<void> | undefined {
    const records = this.#waiting;
    this.#waiting = [];
    return this.#deliver(records, 0);
  }

  #deliver(records: readonly unknown[], from: number): Promise<void> | undefined {
    for (let index = from; index < records.length; index++) {
      const pending = this.next.accept(records[index]);
      if (pending !== undefined) return pending.then(() => this.#deliver(records, index + 1));
    }
    return undefined;
  }
}
