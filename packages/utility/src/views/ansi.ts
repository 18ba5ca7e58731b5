/** Escape sequences that views use where the output can show them. */
export const ANSI = {
  reset: '\u001b[0m',
  /** Headers of tables, labels of lists: bold green. */
  header: '\u001b[32;1m',
  /** A header that is not the name of its property: bold green italic. */
  customHeader: '\u001b[32;1;3m',
  /** What matched in a line. */
  inverted: '\u001b[7m',
  error: '\u001b[31;1m',
  errorAccent: '\u001b[36;1m',
  warning: '\u001b[33;1m',
} as const;
