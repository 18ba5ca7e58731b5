import { containsErrorRecord } from '../records/cmdlet-exception.js';
import { ErrorRecord } from '../records/error-record.js';
import { exceptionNameOf } from '../records/type-name.js';

/** The record of whatever was thrown: its own if it carries one, else one named after its type. */
export function errorRecordOf(thrown: unknown): ErrorRecord {
  if (containsErrorRecord(thrown)) return thrown.errorRecord;
  const exception = thrown instanceof Error ? thrown : notAnError(thrown);
  return new ErrorRecord(exception, exceptionNameOf(exception), 'NotSpecified');
}

/** The record of what a command writes as an error: a record as it is; from JavaScript also an exception, or a text. */
export function writtenErrorRecord(written: unknown): ErrorRecord {
  if (ErrorRecord.is(written)) return written;
  if (written instanceof Error) return errorRecordOf(written);
  return new ErrorRecord(new Error(describe(written)), WRITE_ERROR, 'NotSpecified');
}

/** The id of an error of which only the text is known, as `Write-Error` gives it. */
const WRITE_ERROR = 'Microsoft.PowerShell.Commands.WriteErrorException';

function notAnError(thrown: unknown): Error {
  const exception = new Error(`Something that is no Error was thrown: ${describe(thrown)}`, { cause: thrown });
  exception.name = 'RuntimeException';
  return exception;
}

function describe(thrown: unknown): string {
  try {
    return String(thrown);
  } catch {
    return typeof thrown;
  }
}
