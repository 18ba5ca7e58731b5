import type { Serializer } from 'node:v8';
import { CompactWriter } from '../envelope/compact-writer.js';
import { serialization } from '../envelope/serialization.js';

/**
 * What travels. Over pipes and connections it is bytes: four with the length of what follows, four with the number of
 * records, then values of structured clone: one for each record, but records that were taken apart, see
 * {@link CompactWriter}, are one value together. A message that is no batch of records has the number 0 and one value.
 *
 * Between threads, whose ports clone, one value may travel as it is.
 */
export type Frame = Uint8Array | ValueFrame;

/** One value: a message, or records that were taken apart. */
export interface ValueFrame {
  /** How many records it has; 0 for a message. */
  readonly count: number;
  readonly value: unknown;
  /** Bytes, about, that the records take. */
  readonly size: number;
}

/** Bytes before the values of a frame. */
export const FRAME_HEADER = 8;

/**
 * A frame that records are written to, one after the other. They are cloned, or taken apart, when they are written, not
 * when the frame is sent, so whoever wrote one may change it afterwards.
 */
export class RecordFrame {
  #serializer: Serializer | undefined;
  #count = 0;
  #size = 0;
  readonly #compact = new CompactWriter();

  /** How many records it holds. */
  get count(): number {
    return this.#count + this.#compact.records;
  }

  /** Bytes, about, that they take. */
  get size(): number {
    return this.#size;
  }

  /** Adds a record taken apart. @returns false where it cannot be added so, or takes more bytes than it may */
  addCompact(value: unknown, largest: number): boolean {
    if (!this.#compact.add(value, largest)) return false;
    this.#size += this.#compact.size;
    return true;
  }

  /** Adds a record of about so many bytes. Once this has thrown, the frame takes no more; what it holds already is whole. */
  add(packed: unknown, size: number): void {
    this.#addGathered().writeValue(packed);
    this.#count++;
    this.#size += size;
  }

  /** What travels, and the frame is empty again. */
  take(): Frame {
    const frame: Frame =
      this.#serializer === undefined
        ? { count: this.#compact.records, size: this.#size, value: this.#compact.take() }
        : finish(this.#addGathered(), this.#count);
    this.#serializer = undefined;
    this.#count = 0;
    this.#size = 0;
    return frame;
  }

  #addGathered(): Serializer {
    this.#serializer ??= begin();
    const { records } = this.#compact;
    if (records > 0) {
      this.#serializer.writeValue(this.#compact.take());
      this.#count += records;
    }
    return this.#serializer;
  }
}

/** One message as a frame. */
export function messageFrame(message: unknown): ValueFrame {
  return { count: 0, value: message, size: 0 };
}

/** A frame as bytes. Throws what structured clone throws. */
export function encodeFrame(frame: Frame): Uint8Array {
  if (frame instanceof Uint8Array) return frame;
  const serializer = begin();
  serializer.writeValue(frame.value);
  return finish(serializer, frame.count);
}

/** Bytes, about, that the records of a frame take: both sides of a channel say the same. */
export function sizeOfFrame(frame: Frame): number {
  return frame instanceof Uint8Array ? frame.length : frame.size;
}

/** What a frame holds: a number of records, or one message. */
export interface OpenFrame {
  /** 0 for a message. */
  readonly count: number;
  readonly size: number;
  /** The next record, or the message. */
  readonly next: () => unknown;
}

/** Opens a whole frame. */
export function openFrame(frame: Frame): OpenFrame {
  const size = sizeOfFrame(frame);
  if (!(frame instanceof Uint8Array)) return { count: frame.count, size, next: () => frame.value };
  const count = viewOf(frame).getUint32(4, true);
  const { Deserializer } = serialization();
  const deserializer = new Deserializer(frame.subarray(FRAME_HEADER));
  deserializer.readHeader();
  return { count, size, next: () => deserializer.readValue() as unknown };
}

/** Length of a frame whose first bytes these are, its header included. */
export function frameLength(bytes: Uint8Array): number {
  return viewOf(bytes).getUint32(0, true) + FRAME_HEADER;
}

function begin(): Serializer {
  const { Serializer } = serialization();
  const serializer = new Serializer();
  serializer.writeRawBytes(new Uint8Array(FRAME_HEADER));
  serializer.writeHeader();
  return serializer;
}

function finish(serializer: Serializer, count: number): Uint8Array {
  const bytes = serializer.releaseBuffer();
  const view = viewOf(bytes);
  view.setUint32(0, bytes.length - FRAME_HEADER, true);
  view.setUint32(4, count, true);
  return bytes;
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
