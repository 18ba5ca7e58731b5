import type { Readable } from 'node:stream';

/**
 * Resolves when a stream whose program has ended was read to its end by those who read it.
 *
 * A program that was left behind may hold the stream open and say nothing. That is not waited for: the stream is closed
 * after a while in which nothing came, though somebody read. How busy this process is does not matter: what was written is
 * in the pipe, and comes with the next look at it.
 *
 * @param received how much has come so far
 */
export async function readToEnd(stream: Readable, received: () => number): Promise<void> {
  let over = stream.closed || stream.readableEnded;
  let wake: () => void = () => {};
  const end = (): void => {
    over = true;
    wake();
  };
  stream.once('end', end);
  stream.once('close', end);
  while (!over) {
    const before = received();
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, QUIET_MILLISECONDS);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    // Timers have their turn before what has arrived meanwhile: at least one look at that has to lie between.
    for (let look = 0; look < 2 && !over; look++) await new Promise((resolve) => setImmediate(resolve));
    const isHeld = stream.isPaused() || stream.readableLength > 0;
    if (received() === before && !isHeld) break;
  }
  stream.off('end', end);
  stream.off('close', end);
  stream.destroy();
}

const QUIET_MILLISECONDS = 200;
