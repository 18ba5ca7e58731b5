import { PipelineStoppedException } from '@cmdlet/core';

/** Waits for something, but no longer than until a command is stopped: then it throws the stop signal. */
export async function unlessStopped<T>(awaited: Promise<T>, stopping: AbortSignal): Promise<T> {
  let stopped: () => void = () => undefined;
  const stop = new Promise<never>((_resolve, reject) => {
    stopped = () => reject(new PipelineStoppedException());
    if (stopping.aborted) stopped();
    else stopping.addEventListener('abort', stopped);
  });
  try {
    return await Promise.race([awaited, stop]);
  } finally {
    stopping.removeEventListener('abort', stopped);
  }
}
