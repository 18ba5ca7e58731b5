/** What a terminal is written to: `process.stdout`, or whatever a test puts in its place. */
export interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const styles = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 } as const;

/** The name of a style. */
export type Style = keyof typeof styles;

/** Milliseconds between two drawings of the progress line. */
const PROGRESS_PAUSE = 50;

/** Lines of text, in colours where somebody sees them, and one line at the bottom that says how far things are. */
export class Terminal {
  readonly width: number;
  readonly #isColored: boolean;
  #isClosed = false;
  #progressShown = false;
  #nextProgress = 0;

  constructor(
    private readonly output: Output,
    environment: Readonly<Record<string, string | undefined>>,
  ) {
    this.width = output.columns || 100;
    this.#isColored = output.isTTY === true && !environment['NO_COLOR'];
  }

  line(text = '', ...names: readonly Style[]): void {
    this.clearProgress();
    if (!this.#isClosed) this.output.write(`${this.style(text, ...names)}\n`);
  }

  style(text: string, ...names: readonly Style[]): string {
    if (!this.#isColored || text === '') return text;
    return names.reduce((styled, name) => `\x1b[${styles[name]}m${styled}\x1b[0m`, text);
  }

  /** Shows a line that the next one takes the place of. On a pipe or in a file, where nothing can be erased, nothing. */
  progress(text: string): void {
    if (this.output.isTTY !== true || this.#isClosed || performance.now() < this.#nextProgress) return;
    this.#nextProgress = performance.now() + PROGRESS_PAUSE;
    this.output.write(`\r\x1b[2K${this.style(shorten(text, this.width - 1), 'cyan')}`);
    this.#progressShown = true;
  }

  clearProgress(): void {
    if (this.#progressShown) this.output.write('\r\x1b[2K');
    this.#progressShown = false;
  }

  /** Nothing is written after this. */
  close(): void {
    this.clearProgress();
    this.#isClosed = true;
  }
}

/** The text, or its beginning and its end if it is too long. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const begin = Math.floor((length - 1) / 3);
  return `${text.slice(0, begin)}…${text.slice(text.length - (length - 1 - begin))}`;
}
