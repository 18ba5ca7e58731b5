import type { MessagePort, Worker } from 'node:worker_threads';
import type { Channel, CloseReason } from './channel.js';
import type { Frame } from './frame.js';

/** A channel over the port between a thread and its maker: bytes are handed over, values cloned. */
export class PortChannel implements Channel {
  readonly clones = true;
  readonly pending = 0;
  readonly #port: MessagePort | Worker;
  /** What is sent now waits for what is to leave with it. */
  #gathered: Frame[] | undefined;
  #frameCame: (frame: Frame) => void = () => {};
  #whenClosed: (reason: CloseReason) => void = () => {};

  constructor(port: MessagePort | Worker) {
    this.#port = port;
    port.on('message', (frames: Frame | readonly Frame[]) => {
      if (!Array.isArray(frames)) this.#frameCame(frames as Frame);
      else for (const frame of frames as readonly Frame[]) this.#frameCame(frame);
    });
    port.once('close', () => this.#whenClosed(undefined));
  }

  send(frame: Frame): void {
    if (this.#gathered !== undefined) this.#gathered.push(frame);
    else if (frame instanceof Uint8Array) this.#port.postMessage(frame, [frame.buffer as ArrayBuffer]);
    else this.#port.postMessage(frame);
  }

  together(send: () => void): void {
    const frames: Frame[] = [];
    this.#gathered = frames;
    try {
      send();
    } finally {
      this.#gathered = undefined;
    }
    const buffers = frames.flatMap((frame) => (frame instanceof Uint8Array ? [frame.buffer as ArrayBuffer] : []));
    if (frames.length > 0) this.#port.postMessage(frames, buffers);
  }

  /** May be called again: a thread does one piece of work after the other. */
  listen(frameCame: (frame: Frame) => void, closed: (reason: CloseReason) => void): void {
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
