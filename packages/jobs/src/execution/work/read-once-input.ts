/** Input that is read once: who reads it again gets what is left, and in the end nothing. */
export class ReadOnceInput implements AsyncIterable<unknown>, AsyncIterator<unknown> {
  readonly #source: AsyncIterable<unknown> | undefined;
  #iterator: AsyncIterator<unknown> | undefined;
  #ended: boolean;

  constructor(source: AsyncIterable<unknown> | undefined) {
    this.#source = source;
    this.#ended = source === undefined;
  }

  /** Leaving a loop over it does not end it: it has no `return`. */
  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<unknown>> {
    if (this.#ended) return { done: true, value: undefined };
    this.#iterator ??= (this.#source as AsyncIterable<unknown>)[Symbol.asyncIterator]();
    const result = await this.#iterator.next();
    if (result.done === true) this.#ended = true;
    return result;
  }
}
