import { once } from 'node:events';
import type { OutputStream } from '../surroundings.js';

/** How a sink is used; all of it may be left out. */
export interface TextSinkOptions {
  /** Is called once when the stream takes no more: its reader has gone (`EPIPE`), the disk is full (`ENOSPC`) … */
  readonly onClosed?: (error: NodeJS.ErrnoException) => void;
  /** Does each write, where something else is shown on the same terminal. Default: at once. */
  readonly around?: (write: () => void, text: string) => void;
}

/**
 * Text written to a stream as fast as its reader takes it.
 *
 * Texts that are written in one turn of the event loop are gathered and written together. After a failure of the stream
 * everything else is dropped.
 */
export class TextSink {
  /** Whether the stream takes no more. */
  closed = false;
  readonly #stream: OutputStream;
  readonly #options: TextSinkOptions;
  #pending = '';
  /** Writes what was gathered by the end of this turn. */
  #later: NodeJS.Immediate | undefined;
  /** Resolves when the stream takes more; undefined while it does. */
  #room: Promise<void> | undefined;

  constructor(stream: OutputStream, options: TextSinkOptions = {}) {
    this.#stream = stream;
    this.#options = options;
    stream.on('error', this.#failed);
  }

  /** Adds text; the promise, if there is one, resolves when there is room for more. */
  write(text: string): Promise<void> | undefined {
    if (this.closed) return undefined;
    this.#pending += text;
    if (this.#pending.length >= GATHERED || this.#room !== undefined) return this.flush();
    this.#later ??= setImmediate(() => void this.flush());
    return undefined;
  }

  /** Writes what was gathered, then gives the event loop a turn: interruptions, and what the reader did, are seen there. */
  async flush(): Promise<void> {
    if (!(await this.#writeGathered())) return;
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
  }

  /** Waits for room before and, where there is none left, after it. @returns whether something was written at once */
  async #writeGathered(): Promise<boolean> {
    clearImmediate(this.#later);
    this.#later = undefined;
    while (this.#room !== undefined) await this.#room;
    if (this.closed || this.#pending === '') return false;
    const text = this.#pending;
    this.#pending = '';
    if (this.#writeNow(text) || this.closed) return true;
    this.#room = this.#untilRoom();
    await this.#room;
    return false;
  }

  async #untilRoom(): Promise<void> {
    const waiting = new AbortController();
    const { signal } = waiting;
    await Promise.race([
      once(this.#stream, 'drain', { signal }),
      once(this.#stream, 'close', { signal }),
      once(this.#stream, 'error', { signal }),
    ]).catch(() => undefined);
    waiting.abort();
    this.#room = undefined;
  }

  /** Writes the rest and lets go of the stream, which stays open: it is the process's own. */
  async end(): Promise<void> {
    await this.#writeGathered();
    if (this.closed) return;
    await written(this.#stream);
    if (!this.closed) this.#stream.off('error', this.#failed);
  }

  /** @returns whether there is room for more */
  #writeNow(text: string): boolean {
    const { around = (write: () => void) => write() } = this.#options;
    let hasRoom = true;
    try {
      around(() => {
        hasRoom = this.#stream.write(text);
      }, text);
    } catch (error) {
      // Streams to files write at once, and some throw instead of emitting.
      this.#failed(error as NodeJS.ErrnoException);
    }
    return hasRoom;
  }

  readonly #failed = (error: NodeJS.ErrnoException): void => {
    if (this.closed) return;
    this.closed = true;
    this.#pending = '';
    clearImmediate(this.#later);
    this.#options.onClosed?.(error);
  };
}

/** Resolves when everything that was written to a stream is with the system, or cannot be written. */
export function written(stream: OutputStream): Promise<void> | undefined {
  if (stream.isSettled === true) return undefined;
  return new Promise((resolve) => {
    // The callback of an empty write comes when everything before it is done with.
    stream.write('', () => resolve());
  });
}

/** How much text is written at once, in UTF-16 units. */
const GATHERED = 65_536;
