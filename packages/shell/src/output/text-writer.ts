import type { RecordWriter } from './record-writer.js';

/** Each record as its text, on a line of its own. */
export class TextWriter implements RecordWriter {
  write(record: unknown): string {
    return `${String(record)}\n`;
  }

  end(): string {
    return '';
  }
}
