/** Between two columns. */
export const SEPARATOR = 1;

/**
 * Fits columns into a width. Columns without a width (0) share what is left; if there is too little, columns are
 * narrowed and then hidden, from the right.
 *
 * @returns the widths; -1 for a hidden column
 */
export function fitColumns(wanted: readonly number[], tableWidth: number): number[] {
  const widths = wanted.map((width) => (width === 0 ? 1 : width));
  const flexible = wanted.flatMap((width, column) => (width === 0 ? [column] : []));
  const left = tableWidth - totalOf(widths);
  if (left < 0) narrow(widths, tableWidth);
  else {
    for (let cell = 0; cell < left && flexible.length > 0; cell++) widths[flexible[cell % flexible.length]!]! += 1;
  }
  return widths;
}

function narrow(widths: number[], tableWidth: number): void {
  for (let column = widths.length - 1; column >= 0; column--) {
    const excess = totalOf(widths) - tableWidth;
    if (excess <= 0) return;
    const narrowed = widths[column]! - excess;
    widths[column] = narrowed < 1 ? -1 : narrowed;
  }
}

function totalOf(widths: readonly number[]): number {
  const visible = widths.filter((width) => width > 0);
  return visible.reduce((sum, width) => sum + width, 0) + SEPARATOR * (visible.length - 1);
}
