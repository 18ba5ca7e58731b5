import { type ErrorRecord, type InformationRecord, PipelineStoppedException, type ProgressRecord } from '@cmdlet/core';
import type { RecordWriter } from '../record-writer.js';

/**
 * Lets work that goes on from one step of a cmdlet to the next write by it. A cmdlet may write only while one of its
 * steps runs: each write waits for {@link handOn}, and whoever writes for his write. Who does not wait for it is not
 * failed by it: {@link handOn} throws what a write throws, and a command that has ended needs none.
 */
export class StepWriter implements RecordWriter {
  readonly #waiting: { write(): Promise<void>; refuse(): void }[] = [];
  #closed = false;
  #wake: () => void = () => undefined;

  constructor(private readonly cmdlet: RecordWriter) {}

  get stopping(): AbortSignal {
    return this.cmdlet.stopping;
  }

  writeObject(value: unknown): Promise<void> {
    return this.#later(() => this.cmdlet.writeObject(value));
  }

  writeError(record: ErrorRecord): Promise<void> {
    return this.#later(() => this.cmdlet.writeError(record));
  }

  writeWarning(message: string): Promise<void> {
    return this.#later(() => this.cmdlet.writeWarning(message));
  }

  writeVerbose(message: string): Promise<void> {
    return this.#later(() => this.cmdlet.writeVerbose(message));
  }

  writeDebug(message: string): Promise<void> {
    return this.#later(() => this.cmdlet.writeDebug(message));
  }

  writeInformation(record: InformationRecord): Promise<void> {
    return this.#later(() => this.cmdlet.writeInformation(record));
  }

  writeProgress(record: ProgressRecord): Promise<void> {
    return this.#later(() => this.cmdlet.writeProgress(record));
  }

  /**
   * Writes, within a step, what waits; and what comes, until something is done, whose failure is thrown. Throws the stop
   * signal when the command is stopped.
   */
  async handOn(done: Promise<unknown> = Promise.resolve()): Promise<void> {
    const wake = (): void => this.#wake();
    let over: { readonly failure?: unknown } | undefined;
    done.then(
      () => {
        over = {};
        wake();
      },
      (failure: unknown) => {
        over = { failure };
        wake();
      },
    );
    this.stopping.addEventListener('abort', wake);
    try {
      await Promise.resolve(); // What is done already has told so.
      for (;;) {
        if (this.stopping.aborted) throw new PipelineStoppedException();
        const next = this.#waiting.shift();
        if (next !== undefined) await next.write();
        else if (over !== undefined) break;
        else await this.#change();
      }
    } finally {
      this.stopping.removeEventListener('abort', wake);
    }
    if ('failure' in over) throw over.failure;
  }

  /** No step comes any more: whoever writes gets the stop signal. */
  close(): void {
    this.#closed = true;
    for (const waiting of this.#waiting.splice(0)) waiting.refuse();
  }

  #later(write: () => Promise<void>): Promise<void> {
    const written = this.#closed ? Promise.reject<undefined>(new PipelineStoppedException()) : this.#queued(write);
    written.catch(() => undefined);
    return written;
  }

  #queued(write: () => Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({
        async write() {
          try {
            await write();
            resolve();
          } catch (error) {
            // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- What the write threw, as it threw it.
            reject(error);
            throw error;
          }
        },
        refuse: () => reject(new PipelineStoppedException()),
      });
      this.#wake();
    });
  }

  #change(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}
