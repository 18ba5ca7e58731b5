import { type LineOptions, LineWriter } from './line-writer.js';

/**
 * Draws records as lines: a pure function, one line after the other, while the records come.
 *
 * Records are drawn by the views of their types; without one, up to four properties are a table, more a list.
 *
 * @example
 * for (const line of drawLines(files, { width: 80 })) console.log(line);
 * [...drawLines(files, { shape: 'list' })];
 */
export function* drawLines(records: Iterable<unknown>, options: LineOptions = {}): Generator<string, void, undefined> {
  let lines: string[] = [];
  const writer = new LineWriter(options, (line) => lines.push(line));
  for (const record of records) {
    writer.accept(record);
    if (lines.length === 0) continue;
    const drawn = lines;
    lines = [];
    yield* drawn;
  }
  writer.end();
  yield* lines;
}
