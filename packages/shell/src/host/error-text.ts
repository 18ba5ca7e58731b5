import type { ErrorRecord } from '@cmdlet/core';

/**
 * An error as people read it: the command, the message, what led to it, and the id by which it can be looked up.
 *
 * A stack is shown only if asked for.
 */
export function errorText(record: ErrorRecord, trace: boolean): string {
  const command = record.invocationInfo?.commandName ?? '';
  const lines = [`${command === '' ? 'error' : command}: ${record.toString()}`];
  for (const cause of causesOf(record.exception)) lines.push(`  caused by: ${cause.message || cause.name}`);
  const action = record.errorDetails?.recommendedAction;
  if (action !== undefined && action !== '') lines.push(`  ${action}`);
  if (record.fullyQualifiedErrorId !== '') lines.push(`  [${record.fullyQualifiedErrorId}]`);
  if (trace && record.exception.stack !== undefined) lines.push(record.exception.stack);
  return lines.join('\n');
}

/** An error as one line of JSON, for programs. */
export function errorJson(record: ErrorRecord, trace: boolean): string {
  const { category, targetName, targetType } = record.categoryInfo;
  return JSON.stringify({
    errorId: record.fullyQualifiedErrorId,
    category,
    message: record.toString(),
    command: record.invocationInfo?.commandName ?? null,
    target: targetName,
    targetType,
    causes: causesOf(record.exception).map(({ message }) => message),
    ...(trace ? { stack: record.exception.stack } : {}),
  });
}

/** What led to an error, the nearest first; what only repeats the message is left out. */
function causesOf(exception: Error): Error[] {
  const causes: Error[] = [];
  let last = exception;
  for (let cause = exception.cause; cause instanceof Error && causes.length < MOST_CAUSES; cause = cause.cause) {
    if (!last.message.includes(cause.message)) causes.push(cause);
    last = cause;
  }
  return causes;
}

const MOST_CAUSES = 5;
