import { shorten } from './terminal.js';

const SPACE = 2;

/** Objects as lines of a table: a column for each property, numbers to the right, no line longer than the width. */
export function tableOf(rows: readonly object[], width: number): string[] {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = names.map((name) => {
    const values = rows.map((row): unknown => Reflect.get(row, name));
    const texts = [name, ...values.map((value) => (value === undefined ? '' : String(value)))];
    return { texts, isNumeric: values.every((value) => typeof value === 'number'), size: longest(texts) };
  });
  fit(columns, width - SPACE * (columns.length - 1));
  return Array.from({ length: rows.length + 1 }, (_, line) =>
    columns
      .map(({ texts, isNumeric, size }) => {
        const text = shorten(texts[line] ?? '', size);
        return isNumeric ? text.padStart(size) : text.padEnd(size);
      })
      .join(' '.repeat(SPACE))
      .trimEnd(),
  );
}

/** Takes from the widest column until all fit. */
function fit(columns: { size: number }[], width: number): void {
  const used = (): number => columns.reduce((sum, { size }) => sum + size, 0);
  while (columns.length > 0 && used() > width) {
    const widest = columns.reduce((left, right) => (right.size > left.size ? right : left));
    if (widest.size <= SPACE) return;
    widest.size -= 1;
  }
}

function longest(texts: readonly string[]): number {
  return Math.max(...texts.map((text) => text.length));
}
