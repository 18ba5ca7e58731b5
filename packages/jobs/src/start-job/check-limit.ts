import { CmdletException } from '@cmdlet/core';
import { text } from './text.js';

/**
 * A limit of how many jobs work at the same time, if it is one: with another none would ever begin. Else
 * `ArgumentOutOfRange`, category InvalidArgument.
 *
 * @param name of the property that it is given by
 */
export function checkLimit(name: string, limit: number): number {
  if (limit === Number.POSITIVE_INFINITY || (Number.isSafeInteger(limit) && limit >= 1)) return limit;
  throw new CmdletException(text.badLimit(name, limit), {
    errorId: 'ArgumentOutOfRange',
    category: 'InvalidArgument',
    target: limit,
  });
}
