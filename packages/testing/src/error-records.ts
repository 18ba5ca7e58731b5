import { containsErrorRecord, ErrorRecord } from '@cmdlet/core';

/** The record of something that was thrown. */
export function errorRecordOf(thrown: unknown): ErrorRecord {
  if (ErrorRecord.is(thrown)) return thrown;
  if (containsErrorRecord(thrown)) return thrown.errorRecord;
  const exception = thrown instanceof Error ? thrown : new Error(String(thrown));
  return new ErrorRecord(exception, exception.name, 'NotSpecified');
}

/** Whether a record has an id, with or without the source behind it. */
export function errorIdIs(record: ErrorRecord | undefined, id: string): boolean {
  return record !== undefined && (record.errorId === id || record.fullyQualifiedErrorId === id);
}
