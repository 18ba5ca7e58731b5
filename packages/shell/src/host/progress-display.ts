import type { ProgressRecord } from '@cmdlet/core';
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
  #lines = 0;
  #timer: NodeJS.Timeout | undefined;

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

  /** Writes something in the place of the bars, and the bars below it. */
  above(write: () => void): void {
    this.#clear();
    write();
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
    const width = Math.max(20, (this.#stream.columns ?? 80) - 1);
    const lines = [...this.#activities.values()].slice(0, MOST_BARS).map((record) => barOf(record, width, this.#paint));
    if (lines.length === 0) return;
    this.#stream.write(`${lines.join('\n')}\n`);
    this.#lines = lines.length;
  }

  #clear(): void {
    if (this.#lines === 0) return;
    this.#stream.write(`\u001B[${this.#lines}A\u001B[0J`);
    this.#lines = 0;
  }
}

/** Milliseconds between two drawings. */
const REDRAW = 100;
const MOST_BARS = 8;
const BAR = 24;

/** `Hashing [########----------]  42% 3/7 files 00:12` */
function barOf(record: ProgressRecord, width: number, paint: Painter): string {
  const { activity, statusDescription, percentComplete, secondsRemaining } = record;
  const parts = [activity];
  let bar = '';
  if (percentComplete >= 0) {
    const done = Math.round((Math.min(100, percentComplete) / 100) * BAR);
    bar = `[${'#'.repeat(done)}${'-'.repeat(BAR - done)}]`;
    parts.push(bar, `${String(Math.round(percentComplete)).padStart(3)}%`);
  }
  if (statusDescription !== '') parts.push(statusDescription);
  if (secondsRemaining >= 0) parts.push(timeText(secondsRemaining));
  const line = parts.join(' ').replaceAll(/[\r\n]+/gu, ' ');
  const cut = line.length > width ? `${line.slice(0, width - 1)}…` : line;
  return bar === '' ? cut : cut.replace(bar, paint('accent', bar));
}

function timeText(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${String(minutes).padStart(2, '0')}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
}
