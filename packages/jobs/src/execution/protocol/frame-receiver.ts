import { isCompact } from '../envelope/compact.js';
import { CompactReader } from '../envelope/compact-reader.js';
import { Stream, type StreamNumber } from '../envelope/marker.js';
import type { Unpacker } from '../envelope/unpacker.js';
import { type Frame, type OpenFrame, openFrame } from './frame.js';
import { TOLD_BYTES, TOLD_RECORDS } from './messages.js';

/** Whoever takes what comes in frames. */
export interface FrameHandler {
  /** Takes one record; a promise holds those that follow. */
  record(record: unknown, stream: StreamNumber): Promise<void> | undefined;
  /** So much is done with since the last time. */
  read(records: number, bytes: number): void;
  /** Takes what is no record at once, before records that came earlier and still wait. False: it is to wait too. */
  urgent(message: unknown): boolean;
  /** Takes what is no record, after all records that came before it; a promise holds what follows. */
  message(message: unknown): Promise<void> | undefined;
  /** A record cannot be restored; those that follow can. */
  unreadable(error: unknown): Promise<void> | undefined;
  /** What came cannot be read, or could not be taken. */
  failed(error: unknown): void;
}

/** Takes frames as they come, and hands on their records in order, one after the other is done with. */
export class FrameReceiver {
  readonly #waiting: OpenFrame[] = [];
  readonly #compact = new CompactReader();
  #busy = false;
  #readRecords = 0;
  #readBytes = 0;
  #hurried = false;
  #goOn: (() => void) | undefined;

  constructor(
    private readonly unpacker: Unpacker,
    private readonly handler: FrameHandler,
  ) {}

  /** A frame has come. */
  receive(frame: Frame): void {
    let open: OpenFrame;
    try {
      open = openFrame(frame);
      if (open.count === 0) {
        const message = open.next();
        if (this.handler.urgent(message)) return;
        open = { ...open, next: () => message };
      }
    } catch (error) {
      this.handler.failed(error);
      return;
    }
    this.#waiting.push(open);
    if (!this.#busy) this.#handle();
  }

  /** Hands on all that has come at once, however slow it is taken: nothing follows. */
  hurry(): void {
    this.#hurried = true;
    this.#goOn?.();
  }

  /** Resolves when all that came has been handed on. */
  async idle(): Promise<void> {
    while (this.#busy) await this.#handling;
  }

  #handling: Promise<void> | undefined;
  /** Classes of the record that is next: those that follow may refer to what was told with it, so they wait. */
  #loading: Promise<void> | undefined;

  #handle(): void {
    for (let frame = this.#waiting.shift(); frame !== undefined; frame = this.#waiting.shift()) {
      const pending = this.#handleFrame(frame);
      if (pending === undefined) continue;
      this.#busy = true;
      this.#handling = pending
        .catch((error: unknown) => this.handler.failed(error))
        .finally(() => {
          this.#busy = false;
          this.#handle();
        });
      return;
    }
  }

  #handleFrame({ count, size, next }: OpenFrame): Promise<void> | undefined {
    try {
      if (count === 0) {
        return this.handler.message(next());
      }
      for (let done = 1; done <= count; done++) {
        const pending = this.#handOn(next);
        if (pending !== undefined) return this.#handleRest(pending, count - done, next, count, size);
      }
      this.#read(count, size);
    } catch (error) {
      this.handler.failed(error);
    }
    return undefined;
  }

  async #handleRest(
    first: Promise<void>,
    left: number,
    next: () => unknown,
    count: number,
    bytes: number,
  ): Promise<void> {
    await this.#unlessHurried(first);
    for (let index = 0; index < left; index++) {
      const pending = this.#handOn(next);
      if (pending !== undefined) await this.#unlessHurried(pending);
    }
    this.#read(count, bytes);
  }

  /** Tells when it is worth a message. */
  #read(records: number, bytes: number): void {
    this.#readRecords += records;
    this.#readBytes += bytes;
    if (this.#readRecords < TOLD_RECORDS && this.#readBytes < TOLD_BYTES) return;
    this.handler.read(this.#readRecords, this.#readBytes);
    this.#readRecords = 0;
    this.#readBytes = 0;
  }

  async #unlessHurried(pending: Promise<void>): Promise<void> {
    if (this.#loading !== undefined) {
      await this.#loading;
      this.#loading = undefined;
    }
    if (this.#hurried) {
      pending.catch((error: unknown) => this.handler.failed(error));
      return;
    }
    await new Promise<void>((resolve, reject) => {
      this.#goOn = resolve;
      pending.then(resolve, reject);
    });
  }

  #handOn(next: () => unknown): Promise<void> | undefined {
    if (this.#compact.left > 0) return this.handler.record(this.#compact.next(), Stream.Output);
    const packed = next();
    if (isCompact(packed)) {
      this.#compact.open(packed);
      return this.handler.record(this.#compact.next(), Stream.Output);
    }
    this.#loading = this.unpacker.loadClasses(packed);
    return this.#loading === undefined
      ? this.#handOnRestored(packed)
      : this.#loading.then(() => this.#handOnRestored(packed));
  }

  #handOnRestored(packed: unknown): Promise<void> | undefined {
    let record: unknown;
    try {
      record = this.unpacker.unpack(packed);
    } catch (error) {
      return this.handler.unreadable(error);
    }
    return this.handler.record(record, this.unpacker.stream);
  }
}
