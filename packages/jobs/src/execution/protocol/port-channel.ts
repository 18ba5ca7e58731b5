import type { MessagePort, Worker } from 'node:worker_threads';
import type { Channel, CloseReason } from './channel.js';

/** A channel over the port between a thread and its maker: frames are handed over, not copied. */
export class PortChannel implements Channel {
  readonly pending = 0;
  readonly #port: MessagePort | Worker;
  #frameCame: (frame: Uint8Array) => void = () => {};
  #whenClosed: (reason: CloseReason) => void = () => {};

  constructor(port: MessagePort | Worker) {
    this.#port = port;
    port.on('message', (frame: Uint8Array) => this.#frameCame(frame));
    port.once('close', () => this.#whenClosed(undefined));
  }

  send(frame: Uint8Array): void {
    this.#port.postMessage(frame, [frame.buffer as ArrayBuffer]);
  }

  /** May be called again: a thread does one piece of work after the other. */
  listen(frameCame: (frame: Uint8Array) => void, closed: (reason: CloseReason) => void): void {
    this.#frameCame = frameCame;
    this.#whenClosed = closed;
  }

  drained(): Promise<void> {
    return Promise.resolve();
  }

  hold(alive: boolean): void {
    if (alive) this.#port.ref();
    else this.#port.unref();
  }

  close(): void {
    if ('close' in this.#port) this.#port.close();
  }
}
