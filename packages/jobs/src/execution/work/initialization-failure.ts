import { CmdletException } from '@cmdlet/core';
import { text } from '../text.js';

/** Why work failed whose initialization failed: id `PSSessionStateBroken`, category OpenError, the cause as thrown. */
export function initializationFailure(failure: unknown): CmdletException {
  const message = failure instanceof Error ? failure.message : String(failure);
  return new CmdletException(text.initializationFailed(message), {
    errorId: 'PSSessionStateBroken',
    category: 'OpenError',
    cause: failure,
  });
}
