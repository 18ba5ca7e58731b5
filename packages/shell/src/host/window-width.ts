import type { OutputStream } from '../surroundings.js';

/**
 * How many cells the lines of a stream may have: on a terminal one less than it has, so that it never breaks them by
 * itself; elsewhere what `COLUMNS` says, else 120.
 */
export function widthOf({ columns }: OutputStream, environment: Readonly<Record<string, string | undefined>>): number {
  if (columns !== undefined && columns > 0) return Math.max(1, columns - 1);
  const given = Number(environment['COLUMNS']);
  return Number.isSafeInteger(given) && given > 0 ? given : WITHOUT_TERMINAL;
}

/** Calls back when the terminal that a stream writes to has become wider or narrower; the result takes it back. */
export function onWidthOf(
  stream: OutputStream,
  environment: Readonly<Record<string, string | undefined>>,
  callback: (width: number) => void,
): () => void {
  const changed = (): void => callback(widthOf(stream, environment));
  // Terminals alone tell of it.
  stream.on('resize', changed);
  return () => stream.off('resize', changed);
}

const WITHOUT_TERMINAL = 120;
