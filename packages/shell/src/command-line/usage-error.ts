import { CmdletException } from '@cmdlet/core';

/** The command line itself is wrong; nothing was run. Category InvalidArgument. */
export class UsageError extends CmdletException {
  override name = 'UsageError';
  constructor(message: string, errorId: string, target?: unknown) {
    super(message, { errorId, category: 'InvalidArgument', target });
  }
}
