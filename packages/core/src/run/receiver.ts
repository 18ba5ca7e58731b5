/**
 * Whatever takes records: the next command, a buffer, the end of a pipeline.
 *
 * The synchronous fast path of the engine is this contract: undefined means "done with it", and only then may the
 * caller go on without waiting.
 */
export interface RecordReceiver {
  /**
   * Takes one record. Throws the stop signal when no record is wanted any more.
   *
   * @returns a promise when the record is not done with yet; back-pressure is awaiting it
   */
  accept(record: unknown): Promise<void> | undefined;
  /** Hands on what it holds back. */
  flush?(): Promise<void> | undefined;
}

/** The promise of a write that is done already. */
export const DONE: Promise<void> = Promise.resolve();

class Discard implements RecordReceiver {
  accept(): undefined {}
}

/** Drops records: the end of a pipeline that nobody reads. */
export const discard: RecordReceiver = new Discard();

/** Collects records in a list. */
export class RecordList<T = unknown> implements RecordReceiver {
  readonly records: T[] = [];
  accept(record: unknown): undefined {
    this.records.push(record as T);
  }
}
