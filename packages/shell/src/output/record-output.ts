/** Takes records one by one and writes them. */
export interface RecordOutput {
  /** @returns a promise when no further record is to come before it resolves */
  accept(record: unknown): Promise<void> | undefined;
  /** Writes what is left. */
  end(): Promise<void> | undefined;
}
