import type { ProgressRecord } from '@cmdlet/core';
import {
  type ErrorRecord,
  errorRecordOfFailure,
  type InformationRecord,
  type Job,
  type JobRecord,
  keepOwnErrorId,
} from '@cmdlet/core';

/** Where received records go: a cmdlet. */
export interface RecordWriter {
  /** Fires when nothing more may be taken. */
  readonly stopping: AbortSignal;
  writeObject(value: unknown): Promise<void>;
  writeError(record: ErrorRecord): Promise<void>;
  writeWarning(message: string): Promise<void>;
  writeVerbose(message: string): Promise<void>;
  writeDebug(message: string): Promise<void>;
  writeInformation(record: InformationRecord): Promise<void>;
  writeProgress(record: ProgressRecord): Promise<void>;
}

/** Writes a record to the stream it came from. Errors keep their own ids: no receiver's name is added. */
export function writeRecord(writer: RecordWriter, record: JobRecord): Promise<void> {
  switch (record.stream) {
    case 'Output':
      return writer.writeObject(record.value);
    case 'Error':
      return writer.writeError(keepOwnErrorId(record.value));
    case 'Failure':
      return writer.writeError(errorRecordOfFailure(record.value));
    case 'Warning':
      return writer.writeWarning(record.value.message);
    case 'Verbose':
      return writer.writeVerbose(record.value.message);
    case 'Debug':
      return writer.writeDebug(record.value.message);
    case 'Information':
      return writer.writeInformation(record.value);
    case 'Progress':
      return writer.writeProgress(record.value);
  }
}

/** Hands on the next record of a job's own log. It leaves the log only when it is handed over. */
export async function writeNextRecord(job: Job, writer: RecordWriter): Promise<boolean> {
  if (writer.stopping.aborted) return false;
  const record = job.log.take();
  if (record === undefined) return false;
  await writeRecord(writer, record);
  return true;
}
