import type { Readable } from 'node:stream';

/**
 * Reads a stream up to the line that begins with a mark, and leaves what comes behind it in the stream.
 *
 * @param stray takes the text before: what a shell prints on its way
 * @returns the rest of the line; undefined if the stream ended before
 */
export function readUntilReady(
  stream: Readable,
  mark: string,
  stray: (text: string) => void,
): Promise<string | undefined> {
  let bytes = Buffer.alloc(0);
  return new Promise((resolve) => {
    const settle = (version: string | undefined): void => {
      stream.off('readable', read);
      stream.off('end', end);
      stream.off('error', end);
      stream.off('close', end);
      resolve(version);
    };
    const end = (): void => {
      stray(bytes.toString());
      settle(undefined);
    };
    const read = (): void => {
      for (let chunk = stream.read() as Buffer | null; chunk !== null; chunk = stream.read() as Buffer | null) {
        bytes = Buffer.concat([bytes, chunk]);
      }
      const start = bytes.indexOf(mark);
      const stop = start < 0 ? -1 : bytes.indexOf(0x0a, start);
      if (stop < 0) return;
      stray(bytes.subarray(0, start).toString());
      const version = bytes
        .subarray(start + mark.length, stop)
        .toString()
        .trim();
      const rest = bytes.subarray(stop + 1);
      settle(version);
      if (rest.length > 0) stream.unshift(rest);
    };
    stream.on('readable', read);
    stream.on('end', end);
    stream.on('error', end);
    stream.on('close', end);
  });
}
