import { CmdletException } from '@cmdlet/core';
import { text } from '../text.js';

/** Whether a stream failed because nobody reads it any more, which is no error: the reader has what it wanted. */
export function isReaderGone({ code }: NodeJS.ErrnoException): boolean {
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED' || code === 'ECONNRESET';
}

/** Standard output cannot be written: id `OutputWriteFailed`, category WriteError. The target is the system's code. */
export function outputError(cause: NodeJS.ErrnoException): CmdletException {
  const { code, message } = cause;
  return new CmdletException(text.outputFailed(code, message), {
    errorId: 'OutputWriteFailed',
    category: 'WriteError',
    target: code,
    cause,
  });
}
