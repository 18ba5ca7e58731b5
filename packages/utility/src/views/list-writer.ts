import { ANSI } from './ansi.js';
import { cellsOf, headWithin } from './display-cells.js';
import { splitLines, wrapLines } from './wrap-lines.js';

const COLON = ' : ';

/**
 * The lines of one object in a list: labels of equal width, a colon, and the values, wrapped under themselves.
 *
 * Nothing where the width leaves no cell for the values.
 */
export function listLines(
  labels: readonly string[],
  values: readonly string[],
  width: number,
  ansi: boolean,
): string[] {
  if (labels.length === 0 || width < COLON.length + 2) return [];
  const widest = Math.min(Math.max(...labels.map(cellsOf)), width - COLON.length - 1);
  const indentation = ' '.repeat(widest + COLON.length);
  const room = width - indentation.length;
  return labels.flatMap((label, index) => {
    const cells = cellsOf(label);
    const shown = cells > widest ? headWithin(label, widest) : label + ' '.repeat(widest - cells);
    const head = ansi ? `${ANSI.header}${shown}${COLON}${ANSI.reset}` : shown + COLON;
    const lines = splitLines(values[index] ?? '').flatMap((line) => wrapLines(line, room, room));
    return lines.map((line, position) => (position === 0 ? head : indentation) + line);
  });
}
