import { containsErrorRecord, ErrorRecord } from '@cmdlet/core';

/** The record of whatever was thrown; what is no error of a cmdlet is `UnexpectedError`. */
export function errorRecordOf(error: unknown): ErrorRecord {
  if (containsErrorRecord(error)) return error.errorRecord;
  const exception = error instanceof Error ? error : new Error(String(error));
  return new ErrorRecord(exception, 'UnexpectedError', 'NotSpecified');
}
