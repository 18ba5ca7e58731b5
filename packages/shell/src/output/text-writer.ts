import { textOfValue } from '@cmdlet/core';
import type { RecordWriter } from './record-writer.js';

/** Each record as its text, on a line of its own: what it has in a string of PowerShell, dates as ISO 8601. */
export class TextWriter implements RecordWriter {
  write(record: unknown): string {
    return `${textOfValue(record, { fifteenDigits: true })}\n`;
  }

  end(): string {
    return '';
  }
}
