import { Deserializer, Serializer } from 'node:v8';
import { CompactWriter } from '../envelope/compact-writer.js';

/**
 * Frames are what travels, over ports, pipes and connections alike: four bytes with the length of what follows, four
 * with the number of records, then values of structured clone: one for each record, but records that were taken apart,
 * see {@link CompactWriter}, are one value together. A message that is no batch of records has the number 0 and one value.
 * Records are cloned when they are written, not when the frame is sent, so whoever wrote one may
 * change it afterwards.
 */
export const FRAME_HEADER = 8;

/** A frame that records are written to, one after the other. */
export class RecordFrame {
  #serializer = begin();
  #count = 0;
  readonly #compact = new CompactWriter();

  /** How many records it holds. */
  get count(): number {
    return this.#count + this.#compact.records;
  }

  /**
   * Adds a record taken apart. @returns the bytes, about, that it takes; undefined where it cannot be added so, or takes
   * more than it may
   */
  addCompact(value: unknown, largest: number): number | undefined {
    return this.#compact.add(value, largest) ? this.#compact.size : undefined;
  }

  /** Adds a record. Once this has thrown, the frame takes no more; what it holds already is whole. */
  add(packed: unknown): void {
    this.#addGathered();
    this.#serializer.writeValue(packed);
    this.#count++;
  }

  /** The bytes, and the frame is empty again. */
  take(): Uint8Array {
    this.#addGathered();
    const bytes = finish(this.#serializer, this.#count);
    this.#serializer = begin();
    this.#count = 0;
    return bytes;
  }

  #addGathered(): void {
    const { records } = this.#compact;
    if (records === 0) return;
    this.#serializer.writeValue(this.#compact.take());
    this.#count += records;
  }
}

/** One message as a frame. Throws what structured clone throws. */
export function messageFrame(message: unknown): Uint8Array {
  const serializer = begin();
  serializer.writeValue(message);
  return finish(serializer, 0);
}

/** What a frame holds: a number of records, or one message. */
export interface OpenFrame {
  /** 0 for a message. */
  readonly count: number;
  /** The next record, or the message. */
  readonly next: () => unknown;
}

/** Opens a whole frame. */
export function openFrame(bytes: Uint8Array): OpenFrame {
  const count = viewOf(bytes).getUint32(4, true);
  const deserializer = new Deserializer(bytes.subarray(FRAME_HEADER));
  deserializer.readHeader();
  return { count, next: () => deserializer.readValue() as unknown };
}

/** Length of a frame whose first bytes these are, its header included. */
export function frameLength(bytes: Uint8Array): number {
  return viewOf(bytes).getUint32(0, true) + FRAME_HEADER;
}

function begin(): Serializer {
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
