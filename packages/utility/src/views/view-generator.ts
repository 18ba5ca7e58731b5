import type { CustomEntry, FormatStart, ListEntry, TableRow, WideEntry } from './format-data.js';
import type { Grouping } from './grouping.js';

/** Makes format data of the objects of one sequence. */
export interface ViewGenerator {
  readonly start: FormatStart;
  readonly grouping: Grouping | undefined;
  /** Whether an object belongs into the sequence; others are drawn by themselves in between. */
  applies(value: unknown): boolean;
  entry(value: unknown): TableRow | ListEntry | WideEntry | CustomEntry;
}
