import { RecordList } from '../run/receiver.js';
import type { PipelineResult } from './pipeline-result.js';
import type { OutputRecord, StreamListener, StreamRecord } from './run-streams.js';

/** Collects output, and tells of each object. */
export class ToldRecordList<TOutput> extends RecordList<TOutput> {
  readonly #listener: (record: OutputRecord<TOutput>) => void;

  constructor(listener: (record: OutputRecord<TOutput>) => void) {
    super();
    this.#listener = listener;
  }

  override accept(record: unknown): undefined {
    super.accept(record);
    this.#listener({ stream: 'Output', record: record as TOutput });
  }
}

/** Keeps the records beside output by their streams, and tells of each. */
export function collector(listener: StreamListener | undefined) {
  const collected: Omit<PipelineResult<never>, 'state' | 'failure' | 'hadErrors' | 'output'> = {
    errors: [],
    warnings: [],
    verbose: [],
    debug: [],
    information: [],
    progress: [],
  };
  const take = (item: StreamRecord): void => {
    listener?.(item);
    switch (item.stream) {
      case 'Error':
        collected.errors.push(item.record);
        break;
      case 'Warning':
        collected.warnings.push(item.record);
        break;
      case 'Verbose':
        collected.verbose.push(item.record);
        break;
      case 'Debug':
        collected.debug.push(item.record);
        break;
      case 'Information':
        collected.information.push(item.record);
        break;
      case 'Progress':
        collected.progress.push(item.record);
        break;
    }
  };
  return { collected, take };
}
