import type { Readable } from 'node:stream';
import { CmdletException } from '@cmdlet/core';
import type { StopFlag } from '../run/stop-flag.js';
import { text } from '../text.js';
import type { Chunk } from './read-lines.js';

/**
 * What comes from standard input. It is opened when the first piece is asked for, and closed when nobody reads on or the
 * signal fires, so that it never keeps the process alive.
 *
 * @throws CmdletException `InputReadFailed`, category ReadError, if the system cannot read it
 */
export async function* standardInput(open: () => Readable, stop: InputStop): AsyncGenerator<Chunk, void, void> {
  if (stop.aborted) return;
  const stream = open();
  const close = (): void => {
    stream.destroy();
  };
  stop.addEventListener('abort', close);
  try {
    for await (const chunk of stream) yield chunk as Chunk;
  } catch (cause) {
    if (stop.aborted) return;
    const { message, code } = cause as NodeJS.ErrnoException;
    throw new CmdletException(text.inputFailed(message), {
      errorId: 'InputReadFailed',
      category: 'ReadError',
      target: code,
      cause,
    });
  } finally {
    stop.removeEventListener('abort', close);
    stream.destroy();
  }
}

/** What is asked of a signal here. */
type InputStop = Pick<StopFlag, 'aborted' | 'addEventListener' | 'removeEventListener'>;
