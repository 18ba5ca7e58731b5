import { CmdletException, type ErrorRecord } from '@cmdlet/core';

/** An error about an identifier that nothing has. */
export function eventError(message: string, errorId: string): ErrorRecord {
  return new CmdletException(message, { errorId, category: 'InvalidArgument' }).errorRecord;
}

/** Whether an identifier may mean several, so that it is no error if it means none. */
export function hasWildcard(identifier: string): boolean {
  return /[*?[]/.test(identifier);
}
