/** A place in the text of a command: where an error arose. Lines and columns are counted from 1. */
export interface ScriptPosition {
  /** The file; undefined for text that was typed. */
  readonly file: string | undefined;
  readonly line: number;
  readonly column: number;
  /** The line itself. */
  readonly lineText: string;
  /** Columns from {@link column} on that are meant; default to the end of the line. */
  readonly length?: number;
}
