import type {
  DebugRecord,
  ErrorRecord,
  InformationRecord,
  JobSink,
  ProgressRecord,
  VerboseRecord,
  WarningRecord,
} from '@cmdlet/core';
import { Stream, type StreamNumber } from '../envelope/marker.js';

/** Writes a value, or a record of the stream, to a job. A promise when the writer should wait. */
export function writeTo(sink: JobSink, value: unknown, stream: StreamNumber): Promise<void> | undefined {
  switch (stream) {
    case Stream.Output:
      return sink.writeObject(value);
    case Stream.Error:
      return sink.writeError(value as ErrorRecord);
    case Stream.Warning:
      return sink.writeWarning(value as WarningRecord);
    case Stream.Verbose:
      return sink.writeVerbose(value as VerboseRecord);
    case Stream.Debug:
      return sink.writeDebug(value as DebugRecord);
    case Stream.Information:
      return sink.writeInformation(value as InformationRecord);
    case Stream.Progress:
      return sink.writeProgress(value as ProgressRecord);
  }
}
