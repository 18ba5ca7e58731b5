import type { Readable, Writable } from 'node:stream';
import { text } from '../text.js';
import type { Channel, CloseReason } from './channel.js';
import { encodeFrame, FRAME_HEADER, type Frame, frameLength } from './frame.js';

/** A channel over a pair of byte streams, which may be one. */
export class StreamChannel implements Channel {
  readonly clones = false;
  readonly #reading: Readable;
  readonly #writing: Writable;
  readonly #longestFrame: number;
  readonly #chunks: Buffer[] = [];
  #received = 0;
  #wanted = FRAME_HEADER;
  #closed = false;
  #frameCame: (frame: Frame) => void = () => {};
  #whenClosed: (reason: CloseReason) => void = () => {};

  /** @param longestFrame bytes; a longer one breaks the channel: what came is no frame */
  constructor(reading: Readable, writing: Writable, longestFrame = LONGEST_FRAME) {
    this.#reading = reading;
    this.#writing = writing;
    this.#longestFrame = longestFrame;
  }

  send(frame: Frame): void {
    if (!this.#closed && this.#writing.writable) this.#writing.write(encodeFrame(frame));
  }

  together(send: () => void): void {
    this.#writing.cork();
    send();
    this.#writing.uncork();
  }

  listen(frameCame: (frame: Frame) => void, closed: (reason: CloseReason) => void): void {
    this.#frameCame = frameCame;
    this.#whenClosed = closed;
    this.#reading.on('data', (chunk: Buffer) => this.#take(chunk));
    this.#reading.once('end', () => this.#end(undefined));
    this.#reading.once('close', () => this.#end(undefined));
    this.#reading.on('error', (error) => this.#end(error));
    // Who cannot write any more may still read what came; the end of that is the end of the channel.
    if ((this.#writing as unknown) !== this.#reading) this.#writing.on('error', () => undefined);
  }

  get pending(): number {
    return this.#writing.writableLength;
  }

  drained(): Promise<void> {
    if (this.#writing.writableLength === 0 || this.#writing.destroyed) return Promise.resolve();
    return new Promise((resolve) => {
      const done = (): void => {
        this.#writing.off('close', done);
        resolve();
      };
      this.#writing.once('close', done);
      this.#writing.write('', done);
    });
  }

  hold(alive: boolean): void {
    for (const stream of [this.#reading, this.#writing]) {
      const handle = stream as { ref?: () => void; unref?: () => void };
      if (alive) handle.ref?.();
      else handle.unref?.();
    }
  }

  close(): void {
    this.#closed = true;
    this.#writing.end();
    this.#reading.destroy();
  }

  #take(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#received += chunk.length;
    while (this.#received >= this.#wanted) {
      const bytes = this.#chunks.length === 1 ? (this.#chunks[0] as Buffer) : Buffer.concat(this.#chunks);
      this.#chunks.length = 0;
      let at = 0;
      for (;;) {
        const left = bytes.length - at;
        this.#wanted = left < FRAME_HEADER ? FRAME_HEADER : frameLength(bytes.subarray(at));
        if (this.#wanted > this.#longestFrame) {
          this.#reading.destroy(new Error(text.frameTooLong(this.#wanted, this.#longestFrame)));
          return;
        }
        if (left < this.#wanted) break;
        this.#frameCame(bytes.subarray(at, at + this.#wanted));
        at += this.#wanted;
      }
      this.#received = bytes.length - at;
      if (this.#received > 0) this.#chunks.push(bytes.subarray(at));
    }
  }

  #end(reason: CloseReason): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#whenClosed(reason);
  }
}

const LONGEST_FRAME = 2 ** 31 - 1;
