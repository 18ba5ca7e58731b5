import { LineWriter } from '@cmdlet/utility';
import type { OutputFormat } from '../command-line/shell-options.js';

/** What the place can show. */
export interface ViewPlace {
  /** Cells of a line. */
  readonly width: number;
  /** Whether views may use colours. */
  readonly colors: boolean;
}

/**
 * The lines that records are drawn as, while they come.
 *
 * A table holds its first rows back until its widths are known; if no more records come, it shows what it has after
 * 300 ms.
 */
export async function* viewLines(
  records: AsyncIterable<unknown>,
  format: OutputFormat,
  { width, colors }: ViewPlace,
): AsyncGenerator<string, void, void> {
  let lines: string[] = [];
  const shape = format === 'table' || format === 'list' || format === 'wide' ? { shape: format } : {};
  const writer = new LineWriter({ width, ansi: colors, now: () => performance.now(), ...shape }, (line) => {
    lines.push(line);
  });
  const iterator = records[Symbol.asyncIterator]();
  try {
    let next = iterator.next();
    for (;;) {
      const result = writer.isHolding ? await firstOf(next, HELD_FOR) : await next;
      if (result === undefined) {
        writer.flush();
      } else {
        if (result.done === true) break;
        writer.accept(result.value);
        next = iterator.next();
      }
      if (lines.length > 0) {
        const drawn = lines;
        lines = [];
        yield* drawn;
      }
    }
    writer.end();
    yield* lines;
  } finally {
    await iterator.return?.();
  }
}

/** Milliseconds after which rows are shown whose table waits for more. */
const HELD_FOR = 300;

/** What comes, or undefined if it does not come in time. */
async function firstOf<T>(promise: Promise<T>, milliseconds: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
