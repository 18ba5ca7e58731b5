import { DebugRecord, ErrorRecord, InformationRecord, VerboseRecord, WarningRecord } from '@cmdlet/core';
import { type ErrorView, errorLines } from './error-text.js';

/**
 * The lines by which a record of another stream than output is shown among output; undefined for other values.
 *
 * An error is shown by its view; warnings, verbose, debug and information records by their message.
 */
export function streamRecordLines(value: unknown, errorView?: ErrorView): readonly string[] | undefined {
  if (ErrorRecord.is(value)) return errorLines(value, errorView);
  const isMessage =
    WarningRecord.is(value) || VerboseRecord.is(value) || DebugRecord.is(value) || InformationRecord.is(value);
  return isMessage ? [String(value)] : undefined;
}
