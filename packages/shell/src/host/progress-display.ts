import type { ProgressRecord } from '@cmdlet/core';
import { cellsOf, headWithin } from '@cmdlet/utility';
import type { OutputStream } from '../surroundings.js';
import type { Painter } from './colors.js';

/**
 * Bars of the activities that go on, below everything else on a terminal.
 *
 * Drawn at most ten times a second. Whoever writes to the terminal otherwise puts his text through {@link above}, so that
 * bars and text never mix.
 */
export class ProgressDisplay {
  readonly #stream: OutputStream;
  readonly #paint: Painter;
  readonly #activities = new Map<string, ProgressRecord>();
  /** Cells of the lines that are shown. */
  #shown: readonly number[] = [];
  #timer: NodeJS.Timeout | undefined;
  /** Whether the output has ended within a line, as between two values of a list in JSON. */
  #isLineOpen = false;

  constructor(stream: OutputStream, paint: Painter) {
    this.#stream = stream;
    this.#paint = paint;
  }

  /** Takes note of what an activity says; a completed one goes away. */
  show(record: ProgressRecord): void {
    const key = `${record.sourceId} ${record.activityId}`;
    if (record.recordType === 'Completed') this.#activities.delete(key);
    else this.#activities.set(key, record);
    this.#timer ??= setTimeout(() => this.#draw(), REDRAW);
  }

  /** Writes whole lines in the place of the bars, and the bars below them. */
  above(write: () => void): void {
    this.#clear();
    this.#closeLine();
    write();
    this.#drawSoon();
  }

  /** The same for a piece of the output of the command, which may end within a line. */
  aboveOutput(write: () => void, piece: string): void {
    this.#clear();
    write();
    this.#isLineOpen = !piece.endsWith('\n');
    this.#drawSoon();
  }

  #drawSoon(): void {
    if (this.#activities.size > 0) this.#timer ??= setTimeout(() => this.#draw(), REDRAW);
  }

  /** Takes the bars away for good. */
  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#activities.clear();
    this.#clear();
  }

  #draw(): void {
    this.#timer = undefined;
    this.#clear();
    const width = Math.max(1, this.#columns - 1);
    const lines = this.#inOrder()
      .slice(0, MOST_BARS)
      .map(({ record, depth }) => barOf(record, depth, width, this.#paint));
    if (lines.length === 0) return;
    this.#closeLine();
    this.#stream.write(`${lines.join('\n')}\n`);
    this.#shown = lines.map(cellsOf);
  }

  /** Each activity followed by those that are part of it. */
  #inOrder(): readonly { readonly record: ProgressRecord; readonly depth: number }[] {
    const records = [...this.#activities.values()];
    const parents = new Set(records.map(({ sourceId, activityId }) => `${sourceId} ${activityId}`));
    const roots = records.filter(
      ({ sourceId, activityId, parentActivityId }) =>
        parentActivityId === activityId || !parents.has(`${sourceId} ${parentActivityId}`),
    );
    const seen = new Set<ProgressRecord>();
    const withParts = (record: ProgressRecord, depth: number): { record: ProgressRecord; depth: number }[] => {
      if (seen.has(record)) return [];
      seen.add(record);
      const parts = records.filter(
        ({ sourceId, parentActivityId }) => sourceId === record.sourceId && parentActivityId === record.activityId,
      );
      return [{ record, depth }, ...parts.flatMap((part) => withParts(part, depth + 1))];
    };
    return [...roots, ...records].flatMap((record) => withParts(record, 0));
  }

  /** What is not part of the output begins on a line of its own. */
  #closeLine(): void {
    if (this.#isLineOpen) this.#stream.write('\n');
    this.#isLineOpen = false;
  }

  get #columns(): number {
    return this.#stream.columns ?? 80;
  }

  /** A terminal that became narrower since shows a line on several of its own. */
  #clear(): void {
    if (this.#shown.length === 0) return;
    const rows = this.#shown.reduce((sum, cells) => sum + Math.max(1, Math.ceil(cells / this.#columns)), 0);
    this.#stream.write(`\u001B[${rows}A\u001B[0J`);
    this.#shown = [];
  }
}

/** Milliseconds between two drawings. */
const REDRAW = 100;
const MOST_BARS = 8;
const BAR = 24;

/** `Hashing [########----------]  42% 3/7 files 00:12` */
function barOf(record: ProgressRecord, depth: number, width: number, paint: Painter): string {
  const { activity, statusDescription, currentOperation, percentComplete, secondsRemaining } = record;
  const parts = [`${'  '.repeat(depth)}${activity}`];
  let bar = '';
  if (percentComplete >= 0) {
    const done = Math.round((Math.min(100, percentComplete) / 100) * BAR);
    bar = `[${'#'.repeat(done)}${'-'.repeat(BAR - done)}]`;
    parts.push(bar, `${String(Math.round(percentComplete)).padStart(3)}%`);
  }
  if (statusDescription !== '') parts.push(statusDescription);
  if (currentOperation !== '') parts.push(currentOperation);
  if (secondsRemaining >= 0) parts.push(timeText(secondsRemaining));
  // What steers a terminal would break the bars.
  const line = parts.join(' ').replaceAll(/\p{Cc}+/gu, ' ');
  const cut = cellsOf(line) > width ? `${headWithin(line, width - 1)}…` : line;
  return bar === '' ? cut : cut.replace(bar, paint('accent', bar));
}

function timeText(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${String(minutes).padStart(2, '0')}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
}
