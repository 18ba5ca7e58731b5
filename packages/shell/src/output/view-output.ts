import { type LineOptions, LineWriter } from '@cmdlet/utility';
import type { OutputFormat } from '../command-line/shell-options.js';
import type { RecordOutput } from './record-output.js';

/** What the place can show. */
export interface ViewPlace {
  /** Cells of a line. */
  readonly width: number;
  /** Whether views may use colours. */
  readonly colors: boolean;
  /** Calls back with the cells of a line each time they change; the result takes it back. Default: they never do. */
  readonly onResize?: (callback: (width: number) => void) => () => void;
}

/** The formats that are drawn for people. */
export type ViewFormat = Extract<OutputFormat, 'view' | 'table' | 'list' | 'wide'>;

export function isViewFormat(format: OutputFormat): format is ViewFormat {
  return format === 'view' || format === 'table' || format === 'list' || format === 'wide';
}

/** Takes whole lines; a promise is waited for before more come. */
type WriteText = (text: string) => Promise<void> | undefined;

/**
 * Draws records while they come.
 *
 * A table holds its first rows back until its widths are known; if no more records come, it shows what it has after
 * 300 ms. Where the place becomes narrower or wider, what comes then fits.
 */
export class ViewOutput implements RecordOutput {
  #options: LineOptions;
  readonly #write: WriteText;
  readonly #forgetResize: (() => void) | undefined;
  /** Made for the first record that is not a plain line. */
  #writer: LineWriter | undefined;
  #drawn = '';
  #timer: NodeJS.Timeout | undefined;

  constructor(format: ViewFormat, { width, colors, onResize }: ViewPlace, write: WriteText) {
    this.#write = write;
    const shape = format === 'view' ? {} : { shape: format };
    this.#options = { width, ansi: colors, now: () => performance.now(), ...shape };
    this.#forgetResize = onResize?.((changed) => {
      this.#options = { ...this.#options, width: changed };
      this.#writer?.resize(changed);
    });
  }

  accept(record: unknown): Promise<void> | undefined {
    if (this.#writer === undefined && isPlainLine(record, this.#options.width)) {
      this.#drawn += `${record}\n`;
    } else {
      this.#writer ??= this.#makeWriter();
      this.#writer.accept(record);
      if (this.#writer.isHolding) this.#timer ??= setTimeout(() => this.#showHeld(), HELD_FOR);
    }
    return this.#show();
  }

  end(): Promise<void> | undefined {
    clearTimeout(this.#timer);
    this.#forgetResize?.();
    this.#writer?.end();
    return this.#show();
  }

  #makeWriter(): LineWriter {
    return new LineWriter(this.#options, (line) => {
      this.#drawn += `${line}\n`;
    });
  }

  #showHeld(): void {
    this.#timer = undefined;
    this.#writer?.flush();
    void this.#show();
  }

  #show(): Promise<void> | undefined {
    if (this.#drawn === '') return undefined;
    const text = this.#drawn;
    this.#drawn = '';
    return this.#write(text);
  }
}

/** Milliseconds after which rows are shown whose table waits for more. */
const HELD_FOR = 300;

/**
 * Whether a record is a text that is drawn as it is, so that nothing of the views need be loaded. Once something else has
 * come all goes through them, as order matters.
 */
function isPlainLine(record: unknown, width = 0): record is string {
  return typeof record === 'string' && record.length <= width && /^[\x20-\x7e]*$/.test(record);
}
