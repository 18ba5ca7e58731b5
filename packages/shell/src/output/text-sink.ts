import { once } from 'node:events';
import type { OutputStream } from '../surroundings.js';

/**
 * Text written to a stream as fast as its reader takes it.
 *
 * Texts that are written in one turn of the event loop are gathered and written together. A reader that goes away (`EPIPE`) ends the writing quietly: it has what
 * it wanted.
 */
export class TextSink {
  /** Whether the reader has gone. */
  closed = false;
  readonly #stream: OutputStream;
  readonly #onClosed: () => void;
  #pending = '';
  #later: NodeJS.Immediate | undefined;

  /** @param onClosed is called when the reader goes away */
  constructor(stream: OutputStream, onClosed: () => void) {
    this.#stream = stream;
    this.#onClosed = onClosed;
    stream.on('error', this.#failed);
  }

  /** Adds text; the promise, if there is one, resolves when there is room for more. */
  write(text: string): Promise<void> | undefined {
    if (this.closed) return undefined;
    this.#pending += text;
    if (this.#pending.length >= GATHERED) return this.flush();
    this.#later ??= setImmediate(() => void this.flush());
    return undefined;
  }

  /** Writes what was gathered. */
  async flush(): Promise<void> {
    clearImmediate(this.#later);
    this.#later = undefined;
    if (this.closed || this.#pending === '') return;
    const text = this.#pending;
    this.#pending = '';
    if (this.#stream.write(text)) return;
    const waiting = new AbortController();
    const { signal } = waiting;
    await Promise.race([
      once(this.#stream, 'drain', { signal }),
      once(this.#stream, 'close', { signal }),
      once(this.#stream, 'error', { signal }),
    ]).catch(() => undefined);
    waiting.abort();
  }

  /** Writes the rest and lets go of the stream, which stays open: it is the process's own. */
  async end(): Promise<void> {
    await this.flush();
    if (this.closed) return;
    // The callback of an empty write comes when everything before it is with the system.
    await new Promise<void>((resolve) => this.#stream.write('', () => resolve()));
    this.#stream.off('error', this.#failed);
  }

  readonly #failed = (): void => {
    if (this.closed) return;
    this.closed = true;
    this.#pending = '';
    this.#onClosed();
  };
}

/** How much text is written at once, in UTF-16 units. */
const GATHERED = 16_384;
