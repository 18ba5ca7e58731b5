/** Turns records into text, one after the other. */
export interface RecordWriter {
  /** What the record adds to the output; empty for nothing yet. */
  write(record: unknown): string;
  /** What comes after the last record. */
  end(): string;
}
