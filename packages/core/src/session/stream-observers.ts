import type { Observer } from 'rxjs';
import type { RecordReceiver } from '../run/receiver.js';

/**
 * Gives output to a subscriber. A class, as are all receivers: compiled code of the steps takes the methods of classes into
 * itself, functions of single objects it cannot.
 */
export class OutputObserver<TOutput> implements RecordReceiver {
  constructor(private readonly subscriber: Observer<TOutput>) {}
  accept(record: unknown): undefined {
    this.subscriber.next(record as TOutput);
  }
}

/** The same where the other streams come too. */
export class RecordsObserver<TOutput> implements RecordReceiver {
  constructor(private readonly subscriber: Observer<{ readonly stream: 'Output'; readonly record: TOutput }>) {}
  accept(record: unknown): undefined {
    this.subscriber.next({ stream: 'Output', record: record as TOutput });
  }
}
