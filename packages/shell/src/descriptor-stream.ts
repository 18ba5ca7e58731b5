import { EventEmitter } from 'node:events';
import { writeSync } from 'node:fs';
import type { OutputStream } from './surroundings.js';

/**
 * Standard output or standard error where it is no terminal: writes at once, as Node's own stream does there, but
 * needs none of the modules that make one, whose loading takes longer than most commands.
 *
 * A descriptor that somebody made non-blocking, and that takes nothing now, is left to Node's stream.
 */
export class DescriptorStream extends EventEmitter implements OutputStream {
  readonly writable = true;
  readonly #descriptor: number;
  readonly #open: () => OutputStream;
  #stream: OutputStream | undefined;
  /** Failures, and callbacks, that are to be told after the call. */
  #untold = 0;

  /** @param open gives Node's stream for the descriptor */
  constructor(descriptor: number, open: () => OutputStream) {
    super();
    this.#descriptor = descriptor;
    this.#open = open;
  }

  get isSettled(): boolean {
    return this.#stream === undefined && this.#untold === 0;
  }

  /** A failure is emitted as `error` after the call, as streams do. */
  write(text: string | Uint8Array, encoding?: unknown, callback?: unknown): boolean {
    const done = [encoding, callback].find((each) => typeof each === 'function') as (() => void) | undefined;
    const bytes = typeof text === 'string' ? Buffer.from(text) : text;
    if (this.#stream !== undefined) return this.#stream.write(bytes, done);
    for (let at = 0; at < bytes.length; ) {
      try {
        at += writeSync(this.#descriptor, bytes, at);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EAGAIN')
          return this.#openStream().write(bytes.subarray(at), done);
        this.#tell(() => this.emit('error', error));
        return false;
      }
    }
    if (done !== undefined) this.#tell(done);
    return true;
  }

  /** It is the process's own, and stays open. */
  end(): this {
    return this;
  }

  #tell(what: () => void): void {
    this.#untold++;
    process.nextTick(() => {
      this.#untold--;
      what();
    });
  }

  #openStream(): OutputStream {
    const stream = this.#open();
    for (const event of ['drain', 'close', 'error'])
      stream.on(event, (...given: unknown[]) => this.emit(event, ...given));
    this.#stream = stream;
    return stream;
  }
}
