import { withoutEscapes } from './display-cells.js';
import { FormatData, type FormatPacket, isOutOfBand } from './format-data.js';
import type { FormatOptions } from './format-options.js';
import { listLines } from './list-writer.js';
import { RecordFormatter } from './record-formatter.js';
import { type Page, SequenceWriter } from './sequence-writer.js';
import { text } from './text.js';
import { viewError } from './view-error.js';
import { wrapLines } from './wrap-lines.js';

/** Where lines go and what the place can show. */
export interface LineOptions extends FormatOptions {
  /** Cells of a line. Default 120. */
  readonly width?: number;
  /** Lines of a page, after which a table that asks for it repeats its header. Default: no pages. */
  readonly height?: number;
  /** Whether escape sequences are written; without, those in values are taken out. Default false. */
  readonly ansi?: boolean;
  /** The present moment in milliseconds, by which the widths of a table are decided. Default: never pressed for time. */
  readonly now?: () => number;
}

/** Without a width, lines are as wide as PowerShell's where there is no window. */
export const DEFAULT_WIDTH = 120;
/** The records of the first so many milliseconds decide the widths of a table. */
export const MEASURED_MILLISECONDS = 300;
/** And at most so many of them, so that memory stays flat. */
const MEASURED_ROWS = 2_000;

/**
 * Turns records and format data into lines, as they come.
 *
 * The rows of a table are held back until its widths are known: for 300 ms (all of a group with `-AutoSize`); then each
 * record is written when it comes. Everything else is written at once.
 */
export class LineWriter {
  readonly #options: LineOptions;
  readonly #ansi: boolean;
  readonly #emit: (line: string) => void;
  #formatter: RecordFormatter | undefined;
  readonly #page: Page;
  #sequence: SequenceWriter | undefined;
  #inGroup = false;
  /** What waits for the widths of its group; undefined when nothing has to wait. */
  #held: FormatPacket[] | undefined;
  #heldSince = 0;

  constructor(options: LineOptions, emit: (line: string) => void) {
    this.#options = options;
    this.#ansi = options.ansi ?? false;
    this.#emit = emit;
    const { width = DEFAULT_WIDTH, height } = options;
    this.#page = { width, height, ansi: this.#ansi, writeLine: emit };
  }

  /** Whether rows wait for the widths of their table; {@link flush} writes them. */
  get isHolding(): boolean {
    return this.#held !== undefined && this.#sequence?.start.autoSize === false;
  }

  /**
   * Lines have so many cells from now on. A table that has begun goes on with columns that fit: its header is written
   * again before the next row, if any column differs.
   */
  resize(width: number): void {
    this.#page.width = width;
  }

  /** Takes a record or what a `Format-*` command made of records. */
  accept(record: unknown): void {
    if (record === null || record === undefined) return;
    if (record instanceof FormatData) {
      this.#packet(record as FormatPacket);
      return;
    }
    this.#formatter ??= new RecordFormatter(this.#options, (packet) => this.#packet(packet));
    this.#formatter.accept(record);
  }

  /** Writes what is held back, unless it waits for all of its group. */
  flush(): void {
    if (this.isHolding) this.#release();
  }

  /** Writes what is left. Another sequence may follow. */
  end(): void {
    this.#formatter?.end();
    this.#formatter = undefined;
    this.#release();
    if (this.#sequence !== undefined) this.#closeSequence();
  }

  #packet(packet: FormatPacket): void {
    // The rows of a table whose widths are known: nearly all that ever comes.
    if (packet.kind === 'row' && this.#inGroup && this.#held === undefined && this.#isTable) {
      this.#sequence?.row(packet);
      return;
    }
    if (packet.kind === 'start') {
      // A sequence that nobody ended, as where output was cut off.
      if (this.#sequence !== undefined) {
        this.#release();
        this.#closeSequence();
      }
      this.#sequence = new SequenceWriter(packet, this.#page);
      return;
    }
    if (!isOutOfBand(packet)) this.#checkOrder(packet);
    if (packet.kind === 'groupStart') {
      this.#inGroup = true;
      if (this.#sequence?.needsMeasuring === true) {
        this.#held = [];
        this.#heldSince = this.#options.now?.() ?? 0;
      }
    }
    if (this.#held === undefined) {
      this.#write(packet);
      return;
    }
    this.#held.push(packet);
    if (packet.kind === 'groupEnd' || this.#isTimeUp()) this.#release();
  }

  #checkOrder(packet: FormatPacket): void {
    const { kind } = packet;
    const isEntry = kind !== 'groupStart' && kind !== 'groupEnd' && kind !== 'end';
    const expected = this.#sequence !== undefined && (isEntry || kind === 'groupEnd' ? this.#inGroup : !this.#inGroup);
    const fits =
      !isEntry || kind === (this.#sequence?.start.shape.kind === 'table' ? 'row' : this.#sequence?.start.shape.kind);
    if (expected && fits) return;
    throw viewError(text.outOfSequence(packet.constructor.name), 'ConsoleLineOutputOutOfSequencePacket', 'InvalidData');
  }

  get #isTable(): boolean {
    return this.#sequence?.start.shape.kind === 'table';
  }

  #isTimeUp(): boolean {
    if (this.#sequence?.start.autoSize !== false) return false;
    if ((this.#held?.length ?? 0) >= MEASURED_ROWS) return true;
    const { now } = this.#options;
    return now !== undefined && now() - this.#heldSince > MEASURED_MILLISECONDS;
  }

  #release(): void {
    const held = this.#held;
    if (held === undefined) return;
    this.#held = undefined;
    for (const packet of held) this.#write(packet, held);
  }

  /** @param group what the widths of a group that starts are taken from */
  #write(packet: FormatPacket, group?: readonly FormatPacket[]): void {
    const sequence = this.#sequence;
    switch (packet.kind) {
      case 'start':
        // Has begun the sequence before it could be held back.
        return;
      case 'text':
        this.#emit(packet.text);
        return;
      case 'groupStart':
        this.#startGroup(packet.heading, group);
        return;
      case 'row':
        sequence?.row(packet);
        return;
      case 'list':
        if (packet.outOfBand) this.#line('');
        this.#lines(listLines(packet.labels, packet.values, this.#page.width, this.#ansi));
        this.#line('');
        return;
      case 'wide':
        sequence?.wide(packet.value);
        return;
      case 'custom':
        for (const { indentation, text: content } of packet.lines)
          this.#indented(indentation, content, packet.outOfBand);
        return;
      case 'groupEnd':
        sequence?.endGroup();
        this.#inGroup = false;
        return;
      case 'end':
        this.#closeSequence();
        return;
    }
  }

  #startGroup(heading: string | undefined, measured: readonly FormatPacket[] | undefined): void {
    if (heading !== undefined) {
      this.#line('');
      this.#indented(0, heading, false);
    }
    this.#line('');
    this.#sequence?.startGroup(measured);
  }

  #closeSequence(): void {
    if (this.#inGroup) this.#sequence?.endGroup();
    this.#inGroup = false;
    this.#sequence?.end();
    this.#sequence = undefined;
  }

  #indented(indentation: number, content: string, unlimited: boolean): void {
    const room = unlimited ? Number.MAX_SAFE_INTEGER : this.#page.width - indentation;
    if (room > 0) this.#lines(wrapLines(content, room, room).map((line) => ' '.repeat(indentation) + line));
  }

  #lines(lines: readonly string[]): void {
    for (const line of lines) this.#line(line);
  }

  #line(line: string): void {
    this.#emit(this.#ansi ? line : withoutEscapes(line));
  }
}
