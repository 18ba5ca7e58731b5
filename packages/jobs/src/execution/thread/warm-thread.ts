import { MessageChannel, type ResourceLimits, Worker } from 'node:worker_threads';
import { CompiledCode } from '../child/compiled-code.js';
import { threadEntryPath } from '../child-entry.js';
import type { Spare } from '../pool/spare-pool.js';
import { PortChannel } from '../protocol/port-channel.js';
import { text } from '../text.js';

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
  /** Undefined if it could not be started. */
  readonly #worker: Worker | undefined;
  #end: ThreadEnd | undefined;
  #tellEnd: (end: ThreadEnd) => void = () => {};

  constructor(resourceLimits?: ResourceLimits) {
    const started = start(resourceLimits);
    if (started instanceof Worker) {
      this.#worker = started;
      this.channel = new PortChannel(started);
      this.over = endOf(started);
    } else {
      const { port1 } = new MessageChannel();
      this.channel = new PortChannel(port1);
      port1.close();
      this.over = Promise.resolve({ exitCode: 1, error: started });
    }
    const loaded = new Promise<void>((resolve) =>
      this.channel.listen(
        () => resolve(),
        () => resolve(),
      ),
    );
    void this.over.then((end) => {
      this.#end = end;
      this.#tellEnd(end);
    });
    this.ready = Promise.race([loaded, this.over]);
  }

  /** Who is told of the end: one after the other, as it does work. A promise would keep all of them. */
  whenOver(tell: (end: ThreadEnd) => void): void {
    this.#tellEnd = tell;
    if (this.#end !== undefined) tell(this.#end);
  }

  hold(alive: boolean): void {
    if (alive) this.#worker?.ref();
    else this.#worker?.unref();
  }

  end(): void {
    void this.#worker?.terminate();
  }
}

/** The worker, or why there is none: where the system has no thread or memory left, its constructor throws. */
function start(resourceLimits: ResourceLimits | undefined): Worker | Error {
  try {
    // What its code prints are records; these two only keep the rest off the streams of this process.
    const options = { stdout: true, stderr: true, workerData: compiled().memory };
    return new Worker(threadEntryPath(), resourceLimits === undefined ? options : { ...options, resourceLimits });
  } catch (cause) {
    return new Error(text.cannotStart(cause instanceof Error ? cause.message : String(cause)), { cause });
  }
}

let compiledCode: CompiledCode | undefined;

/** What the threads of this process have compiled of their entry. */
function compiled(): CompiledCode {
  compiledCode ??= new CompiledCode();
  return compiledCode;
}

function endOf(worker: Worker): Promise<ThreadEnd> {
  let error: Error | undefined;
  worker.once('error', (cause) => {
    error = cause;
  });
  return new Promise((resolve) => {
    worker.once('exit', (exitCode) => resolve({ exitCode, error }));
  });
}
