import { CmdletException } from '@cmdlet/core';

/** A pack cannot be built, or an item of it cannot be made. Category InvalidOperation. */
export class BuildError extends CmdletException {
  override name = 'BuildError';
  constructor(message: string, errorId: string, target?: unknown, cause?: unknown) {
    super(message, { errorId, category: 'InvalidOperation', target, cause });
  }
}
