import { CmdletException } from '@cmdlet/core';
import { text } from './text.js';

/** What JavaScript may give. */
interface Options {
  readonly in?: unknown;
  readonly args?: unknown;
  readonly input?: unknown;
  readonly timeoutSeconds?: unknown;
}

const places: readonly unknown[] = ['process', 'thread', 'inline'];

/**
 * Refuses what the compiler would not let through: `Argument`, and `ArgumentOutOfRange` for a time limit that is none,
 * category InvalidArgument. The text names the option.
 */
export function checkStartOptions(
  block: unknown,
  { in: place = 'process', args, input, timeoutSeconds }: Options,
): void {
  if (typeof block !== 'function') throw refused(text.noFunction, block);
  if (!places.includes(place)) throw refused(text.noPlace(place, places), place);
  if (args !== undefined && !Array.isArray(args)) throw refused(text.noArguments, args);
  if (input !== undefined && !isSequence(input)) throw refused(text.noInput, input);
  if (timeoutSeconds !== undefined && !(typeof timeoutSeconds === 'number' && timeoutSeconds >= 0)) {
    throw refused(text.noTimeLimit(timeoutSeconds), timeoutSeconds, 'ArgumentOutOfRange');
  }
}

function isSequence(value: unknown): boolean {
  return typeof value === 'object' && value !== null && (Symbol.iterator in value || Symbol.asyncIterator in value);
}

function refused(message: string, target: unknown, errorId = 'Argument'): CmdletException {
  return new CmdletException(message, { errorId, category: 'InvalidArgument', target });
}
