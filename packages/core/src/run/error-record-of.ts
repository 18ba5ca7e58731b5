import { containsErrorRecord } from '../records/cmdlet-exception.js';
import { ErrorRecord } from '../records/error-record.js';
import { exceptionNameOf } from '../records/type-name.js';

/** The record of whatever was thrown: its own if it carries one, else one named after its type. */
export function errorRecordOf(thrown: unknown): ErrorRecord {
  if (containsErrorRecord(thrown)) return thrown.errorRecord;
  const exception = thrown instanceof Error ? thrown : notAnError(thrown);
  return new ErrorRecord(exception, exceptionNameOf(exception), 'NotSpecified');
}

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
