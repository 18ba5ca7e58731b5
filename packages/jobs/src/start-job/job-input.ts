import { RecordQueue } from '@cmdlet/core';

/**
 * The input of a job, as the cmdlet that starts it gets it: records of the pipeline, which wait while the work is slow to
 * read them; one object that was given; or nothing.
 */
export class JobInput {
  readonly #queue: RecordQueue<unknown> | undefined;

  /** @param expectingInput whether records come @param given the object that was given with the call */
  constructor(expectingInput: boolean, given: { readonly value: unknown } | undefined) {
    if (!expectingInput && given === undefined) return;
    this.#queue = new RecordQueue();
    if (expectingInput) return;
    void this.#queue.accept(given?.value);
    this.#queue.end();
  }

  /** For the work; undefined where there is none. */
  get records(): AsyncIterable<unknown> | undefined {
    return this.#queue;
  }

  /** Hands on a record; resolves when there is room for more. */
  async add(record: unknown): Promise<void> {
    await this.#queue?.accept(record);
  }

  /** No more comes. */
  end(): void {
    this.#queue?.end();
  }
}
