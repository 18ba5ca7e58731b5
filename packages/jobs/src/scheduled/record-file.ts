import { ErrorRecord, type JobRecord, type ProgressRecord } from '@cmdlet/core';
import { STREAMS, Stream, type StreamNumber } from '../execution/envelope/marker.js';
import { Packer } from '../execution/envelope/packer.js';
import { recordFacts } from '../execution/envelope/record-facts.js';
import { UnclonableError } from '../execution/envelope/unclonable-error.js';
import { Unpacker } from '../execution/envelope/unpacker.js';
import { encodeFrame, FRAME_HEADER, frameLength, messageFrame, openFrame } from '../execution/protocol/frame.js';
import type { FileSystem, WritableFile } from './file-system.js';
import { text } from './text.js';

/**
 * Writes the records of a run to a file as they come, one frame for each, so that what was written before a crash can be
 * read after it. What cannot be stored becomes an error record of id `CannotSerializeData`.
 */
export class RecordFileWriter {
  /** How many records were given. */
  count = 0;
  #waiting: Uint8Array[] = [];
  #writing: Promise<void> | undefined;
  #file: Promise<WritableFile> | undefined;
  #closed: Promise<void> | undefined;
  #failure: { readonly error: unknown } | undefined;
  readonly #packer = new Packer(() => {});

  constructor(
    private readonly files: FileSystem,
    private readonly path: string,
  ) {}

  /** Adds a record. What goes wrong with the file is told by {@link close}. */
  write(stream: StreamNumber, value: unknown): void {
    if (this.#closed !== undefined || this.#failure !== undefined) return;
    this.count++;
    this.#waiting.push(this.#frame(stream, value));
    this.#writing ??= this.#drain();
  }

  /** Resolves when everything is on the disk; rejects with what went wrong first. */
  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  #frame(stream: StreamNumber, value: unknown): Uint8Array {
    const data = stream === Stream.Output ? value : recordFacts(stream, value);
    try {
      return encodeFrame(messageFrame(this.#packer.pack(data, stream)));
    } catch (error) {
      if (error instanceof UnclonableError) return this.#refused(value, error);
    }
    this.#packer.forgetLast();
    try {
      return encodeFrame(messageFrame(this.#packer.packCopy(data, stream)));
    } catch (error) {
      return this.#refused(value, error);
    }
  }

  #refused(value: unknown, error: unknown): Uint8Array {
    this.#packer.forgetLast();
    const reason = error instanceof Error ? error.message : String(error);
    const exception = new Error(text.cannotSerialize(typeof value, reason));
    const record = new ErrorRecord(exception, 'CannotSerializeData', 'InvalidData', typeof value);
    return encodeFrame(messageFrame(this.#packer.packCopy(recordFacts(Stream.Error, record), Stream.Error)));
  }

  async #drain(): Promise<void> {
    try {
      this.#file ??= this.files.create(this.path);
      const file = await this.#file;
      while (this.#waiting.length > 0) {
        const bytes = Buffer.concat(this.#waiting);
        this.#waiting = [];
        await file.write(bytes);
      }
    } catch (error) {
      this.#failure = { error };
      this.#waiting = [];
    }
    this.#writing = undefined;
  }

  async #close(): Promise<void> {
    await this.#writing;
    try {
      const file = await this.#file;
      if (file === undefined) return;
      try {
        if (this.#failure === undefined) await file.sync();
      } finally {
        await file.close();
      }
    } catch (error) {
      this.#failure ??= { error };
    }
    if (this.#failure !== undefined) throw this.#failure.error;
  }
}

/** Records that were read from a file. */
export interface RecordFileContent {
  readonly records: readonly JobRecord[];
  /** Whether the last record was not written to its end. */
  readonly isCut: boolean;
}

/** Reads what a {@link RecordFileWriter} has written. Progress is left out: it is over. */
export function readRecordFile(bytes: Uint8Array): RecordFileContent {
  const unpacker = new Unpacker();
  const records: JobRecord[] = [];
  let at = 0;
  while (at + FRAME_HEADER <= bytes.length) {
    const rest = bytes.subarray(at);
    const length = frameLength(rest);
    if (length > rest.length) break;
    const value = unpacker.unpack(openFrame(rest.subarray(0, length)).next());
    const stream = STREAMS[unpacker.stream] ?? 'Output';
    if (stream !== 'Progress') records.push({ stream, value } as Exclude<JobRecord, { value: ProgressRecord }>);
    at += length;
  }
  return { records, isCut: at < bytes.length };
}
