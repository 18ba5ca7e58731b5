import { CmdletException } from '@cmdlet/core';

/** An argument of a view that ends the command, with its id. */
export function viewError(
  message: string,
  errorId: string,
  category: CmdletException['category'] = 'InvalidArgument',
  target?: unknown,
): CmdletException {
  return new CmdletException(message, { errorId, category, ...(target === undefined ? {} : { target }) });
}
