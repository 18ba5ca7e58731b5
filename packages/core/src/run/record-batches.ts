/**
 * Input of a pipeline that comes several records at a time, as the lines in one piece of a file: the records of a batch
 * go in without a wait between them, and the next batch is asked for when they are done with.
 *
 * Going through it gives the records one by one, as of any other input.
 *
 * @example
 * const rows = await session.from(new RecordBatches(pagesOfQuery())).pipe(SelectObject, { first: 10 });
 */
export class RecordBatches<T = unknown> implements AsyncIterable<T> {
  /** @param batches the records of each in order; it can be gone through as often as the whole can, mostly once */
  constructor(readonly batches: AsyncIterable<Iterable<T>>) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, void> {
    for await (const batch of this.batches) yield* batch;
  }
}
