import type { Readable } from 'node:stream';

/** Waits until something has come, and leaves it in the stream. @returns false if the stream ended before */
export function untilReadable(stream: Readable): Promise<boolean> {
  const events = ['readable', 'end', 'error', 'close'] as const;
  return new Promise((resolve) => {
    const settle = (): void => {
      for (const event of events) stream.off(event, settle);
      resolve(stream.readableLength > 0);
    };
    for (const event of events) stream.on(event, settle);
  });
}
