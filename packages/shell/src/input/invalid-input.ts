import { CmdletException, type ErrorRecord } from '@cmdlet/core';

/** Takes what is wrong with one record; reading goes on after it. */
export type RecordErrorListener = (error: ErrorRecord) => void;

/** An input record that cannot be read: id `InvalidInput`, category InvalidData. */
export function invalidInput(message: string, target: unknown): CmdletException {
  return new CmdletException(message, { errorId: 'InvalidInput', category: 'InvalidData', target });
}
