import { containsErrorRecord, ErrorRecord } from '@cmdlet/core';

/** What a script writes as an error, as a record: its own where it has one, else one of id {@link WRITE_ERROR}. */
export function errorRecordOf(error: unknown): ErrorRecord {
  if (ErrorRecord.is(error)) return error;
  if (containsErrorRecord(error)) return error.errorRecord;
  return new ErrorRecord(error instanceof Error ? error : new Error(String(error)), WRITE_ERROR, 'NotSpecified');
}

/** The id that `Write-Error` gives an error without one. */
const WRITE_ERROR = 'Microsoft.PowerShell.Commands.WriteErrorException';
