import type { ErrorRecord } from '../records/error-record.js';
import type { InformationRecord } from '../records/information-record.js';
import type { DebugRecord, VerboseRecord, WarningRecord } from '../records/message-records.js';
import type { ProgressRecord } from '../records/progress-record.js';
import type { Host } from '../run/host.js';
import type { MessageStream, StreamSink } from '../run/run-environment.js';

/** A record beside output, with the stream it was written to. */
export type StreamRecord =
  | { readonly stream: 'Error'; readonly record: ErrorRecord }
  | { readonly stream: 'Warning'; readonly record: WarningRecord }
  | { readonly stream: 'Verbose'; readonly record: VerboseRecord }
  | { readonly stream: 'Debug'; readonly record: DebugRecord }
  | { readonly stream: 'Information'; readonly record: InformationRecord }
  | { readonly stream: 'Progress'; readonly record: ProgressRecord };

/** An object on output, as it stands among the records of the other streams. */
export interface OutputRecord<TOutput = unknown> {
  readonly stream: 'Output';
  readonly record: TOutput;
}

/** Is told of every record beside output. */
export type StreamListener = (record: StreamRecord) => void;

/** Hands the records of a run to whoever listens, and to the host what is to be shown. */
export class RunStreams implements StreamSink {
  constructor(
    private readonly host: Host,
    private readonly listener?: StreamListener | undefined,
  ) {}

  emit(stream: MessageStream, record: unknown, shown: boolean): void {
    const streamRecord = { stream, record } as StreamRecord;
    this.listener?.(streamRecord);
    if (shown) show(this.host, streamRecord);
  }
}

function show(host: Host, { stream, record }: StreamRecord): void {
  switch (stream) {
    case 'Error':
      host.showError?.(record);
      break;
    case 'Warning':
      host.showWarning?.(record);
      break;
    case 'Verbose':
      host.showVerbose?.(record);
      break;
    case 'Debug':
      host.showDebug?.(record);
      break;
    case 'Information':
      host.showInformation?.(record);
      break;
    case 'Progress':
      host.showProgress?.(record);
      break;
  }
}
