import { Stream, type StreamNumber } from '../envelope/marker.js';
import type { Packer } from '../envelope/packer.js';
import { UnclonableError } from '../envelope/unclonable-error.js';
import { text } from '../text.js';
import type { Channel } from './channel.js';
import { encodeFrame, type Frame, RecordFrame, sizeOfFrame } from './frame.js';
import { FRAME_BYTES, FRAME_RECORDS, WINDOW, WINDOW_BYTES } from './messages.js';

/**
 * Sends records in batches, as fast as they are read on the other side.
 *
 * The first record of a quiet time leaves at once, those that follow it in the same turn of the event loop together.
 * When as much is under way as may be, {@link write} returns a promise; records of a writer who does not await it are
 * kept until there is room.
 */
export class RecordSender {
  #frame = new RecordFrame();
  /** Frames that wait for room. */
  readonly #held: { readonly frame: Frame; readonly records: number }[] = [];
  #recordsUnderWay = 0;
  #bytesUnderWay = 0;
  #lastSent = 0;
  #turn: NodeJS.Immediate | undefined;
  #room: Promise<void> | undefined;
  #makeRoom: (() => void) | undefined;
  #closed = false;
  #adding = false;
  readonly #fromWithin: [value: unknown, stream: StreamNumber][] = [];

  /**
   * @param refused is told of a value that cannot be sent at all
   * @param largestRecord bytes, about, that one record may take
   */
  constructor(
    private readonly channel: Channel,
    private readonly packer: Packer,
    private readonly refused: (value: unknown, error: Error) => void,
    private readonly largestRecord = Number.POSITIVE_INFINITY,
    private readonly window = WINDOW,
  ) {}

  /**
   * Clones and sends a value. A promise when the writer should wait.
   *
   * @param mayStay whether it may wait for what is sent next: the writer promises that something is
   */
  write(value: unknown, stream: StreamNumber = 0, mayStay = false): Promise<void> | undefined {
    if (this.#closed) return undefined;
    if (this.#adding) {
      this.#fromWithin.push([value, stream]);
      return undefined;
    }
    if (!this.#addWhole(value, stream)) return undefined;
    if (this.#frame.count >= Math.min(FRAME_RECORDS, this.window / 4) || this.#frame.size >= FRAME_BYTES) this.flush();
    else if (mayStay) return undefined;
    else if (this.#turn === undefined) {
      this.flush();
      this.#turn = setImmediate(() => {
        this.#turn = undefined;
        this.flush();
      });
    } else if (Date.now() - this.#lastSent > LONGEST_WAIT) this.flush();
    return this.#isFull ? this.#whenRoom() : undefined;
  }

  /** Sends what has gathered, as far as there is room. */
  flush(): void {
    this.#hold();
    while (this.#held.length > 0 && !this.#isFullUnderWay) this.#sendHeld();
    // The time of day, since nothing needs to be loaded for that; if it is set back, a record waits for its turn to end.
    this.#lastSent = Date.now();
  }

  /** Sends all that has gathered, whether there is room or not. */
  flushAll(): void {
    this.flush();
    while (this.#held.length > 0) this.#sendHeld();
  }

  /** Resolves when all that was written has been sent. */
  sent(): Promise<void> {
    this.flush();
    return this.cleared();
  }

  /** Resolves when nothing waits for room any more; what has gathered since then may leave with what follows. */
  async cleared(): Promise<void> {
    while (this.#held.length > 0 && !this.#closed) await this.#whenRoom();
  }

  /** So much was read on the other side. */
  read(records: number, bytes: number): void {
    this.#recordsUnderWay -= records;
    this.#bytesUnderWay -= bytes;
    if (this.#held.length > 0) this.flush();
    if (!this.#isFull) this.#openRoom();
  }

  /** Nobody reads any more: nobody waits, and what is written is dropped. */
  close(): void {
    this.#closed = true;
    this.#held.length = 0;
    if (this.#turn !== undefined) clearImmediate(this.#turn);
    this.#openRoom();
  }

  /** What is written while another value is read, by a property that is computed, comes behind that. */
  #addWhole(value: unknown, stream: StreamNumber): boolean {
    this.#adding = true;
    try {
      return this.#add(value, stream);
    } finally {
      this.#adding = false;
      if (this.#fromWithin.length > 0) {
        for (const [late, lateStream] of this.#fromWithin.splice(0)) void this.write(late, lateStream);
      }
    }
  }

  #add(value: unknown, stream: StreamNumber): boolean {
    if (stream === Stream.Output && this.#frame.addCompact(value, this.largestRecord)) return true;
    try {
      let packed = this.packer.pack(value, stream);
      if (this.packer.meetsAgain && this.#frame.count > 0) {
        this.packer.forgetLast();
        this.flush();
        packed = this.packer.pack(value, stream);
      }
      this.#addPacked(packed);
      return true;
    } catch (error) {
      if (error instanceof UnclonableError) this.refused(value, error);
      else return this.#addCopy(value, stream);
      return false;
    }
  }

  /** The clone refused the value, for a proxy or something native within it, perhaps: it is copied without that. */
  #addCopy(value: unknown, stream: StreamNumber): boolean {
    this.#leaveBrokenFrame();
    try {
      this.#addPacked(this.packer.packCopy(value, stream));
      return true;
    } catch (error) {
      if (!(error instanceof UnclonableError)) this.#leaveBrokenFrame();
      this.refused(value, error instanceof Error ? error : new Error(String(error)));
      return false;
    }
  }

  #addPacked(packed: unknown): void {
    const { size } = this.packer;
    if (size > this.largestRecord) {
      this.packer.forgetLast();
      throw new UnclonableError(text.tooLarge(size, this.largestRecord));
    }
    this.#frame.add(packed, size);
  }

  #leaveBrokenFrame(): void {
    this.packer.forgetLast();
    if (this.#frame.count === 0) this.#frame.take();
    this.flush();
  }

  #hold(): void {
    const records = this.#frame.count;
    if (records === 0) return;
    const frame = this.#frame.take();
    // Both sides are to find that it has the same size.
    this.#held.push({ records, frame: this.channel.clones ? frame : encodeFrame(frame) });
    this.packer.beginApart();
  }

  #sendHeld(): void {
    const { frame, records } = this.#held.shift() as { frame: Frame; records: number };
    this.#recordsUnderWay += records;
    this.#bytesUnderWay += sizeOfFrame(frame);
    this.channel.send(frame);
  }

  get #isFullUnderWay(): boolean {
    return this.#recordsUnderWay >= this.window || this.#bytesUnderWay >= WINDOW_BYTES;
  }

  get #isFull(): boolean {
    return this.#held.length > 0 || this.#isFullUnderWay;
  }

  #whenRoom(): Promise<void> {
    this.#room ??= new Promise((resolve) => {
      this.#makeRoom = resolve;
    });
    return this.#room;
  }

  #openRoom(): void {
    this.#room = undefined;
    this.#makeRoom?.();
  }
}

/** Milliseconds that a record may wait for others in a turn that does not end. */
const LONGEST_WAIT = 10;
