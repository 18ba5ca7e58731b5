import { type ResourceLimits, Worker } from 'node:worker_threads';
import { childEntryPath } from '../child-entry.js';
import type { Spare } from '../pool/spare-pool.js';
import { PortChannel } from '../protocol/port-channel.js';

/** How a thread has ended. */
export interface ThreadEnd {
  readonly exitCode: number;
  /** What ended it, where something did. */
  readonly error: Error | undefined;
}

/** A thread that waits for work, or does it. */
export class WarmThread implements Spare {
  readonly channel: PortChannel;
  readonly over: Promise<ThreadEnd>;
  /** Resolves when it has been loaded. */
  readonly ready: Promise<unknown>;
  /** Whether it has done work before. */
  used = false;
  readonly #worker: Worker;

  constructor(resourceLimits?: ResourceLimits) {
    // What its code prints are records; these two only keep the rest off the streams of this process.
    this.#worker = new Worker(childEntryPath(), {
      stdout: true,
      stderr: true,
      ...(resourceLimits === undefined ? {} : { resourceLimits }),
    });
    this.channel = new PortChannel(this.#worker);
    let error: Error | undefined;
    this.#worker.once('error', (cause) => {
      error = cause;
    });
    this.over = new Promise((resolve) => {
      this.#worker.once('exit', (exitCode) => resolve({ exitCode, error }));
    });
    const loaded = new Promise<void>((resolve) =>
      this.channel.listen(
        () => resolve(),
        () => resolve(),
      ),
    );
    this.ready = Promise.race([loaded, this.over]);
  }

  /** Whether the thread can be given other work: it says so, or ends. */
  isClean(says: Promise<void>): Promise<boolean> {
    return Promise.race([says.then(() => true), this.over.then(() => false)]);
  }

  hold(alive: boolean): void {
    if (alive) this.#worker.ref();
    else this.#worker.unref();
  }

  end(): void {
    void this.#worker.terminate();
  }
}
