import type { ErrorRecord } from '../records/error-record.js';
import type { CommandRuntime } from '../run/command-runtime.js';
import type { ErrorLog, MessageStream, StreamSink } from '../run/run-environment.js';
import type { StreamListener, StreamRecord } from './run-streams.js';

/**
 * The streams of a pipeline that stands in the place of a command: its records go where the command's own go.
 *
 * Redirections of the command hold for all streams but errors. Its preferences and variables are not asked again: the
 * record has been through those of the command that wrote it.
 */
export class CallerStreams implements StreamSink {
  constructor(
    private readonly caller: CommandRuntime,
    private readonly listener: StreamListener | undefined,
  ) {}

  emit(stream: MessageStream, record: unknown, shown: boolean): void {
    this.listener?.({ stream, record } as StreamRecord);
    const redirected = stream === 'Error' ? undefined : this.caller.merge?.[stream];
    if (redirected === 'output') {
      const pending = this.caller.merged.accept(record);
      if (pending !== undefined) void this.caller.track(pending);
    } else {
      this.caller.environment.streams.emit(stream, record, shown && redirected === undefined);
    }
  }
}

/** The errors of such a pipeline: the command in whose place it stands counts as having failed too. */
export class CallerErrors implements ErrorLog {
  constructor(private readonly caller: CommandRuntime) {}

  add(record: ErrorRecord): void {
    this.caller.noteError();
    this.caller.environment.errors.add(record);
  }
}
