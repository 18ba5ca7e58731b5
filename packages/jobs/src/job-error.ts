import { CmdletException, type ErrorRecord } from '@cmdlet/core';

/** An error that a `*-Job` cmdlet writes, with its id, category and the job or key it is about. */
export function jobError(
  message: string,
  errorId: string,
  category: CmdletException['category'],
  target: unknown,
  cause?: unknown,
): ErrorRecord {
  const facts = { errorId, category, target, ...(cause === undefined ? {} : { cause }) };
  return new CmdletException(message, facts).errorRecord;
}

/** The message of whatever was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
