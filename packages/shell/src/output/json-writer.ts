import { jsonOfPlainRecord } from './json-data.js';
import { plainData } from './plain-data.js';
import type { RecordWriter } from './record-writer.js';

/** One JSON value a line. */
export class JsonLinesWriter implements RecordWriter {
  write(record: unknown): string {
    return `${jsonOfPlainRecord(record) ?? jsonOf(record)}\n`;
  }

  end(): string {
    return '';
  }
}

/** One array of all records, each on lines of its own; written as the records come. */
export class JsonWriter implements RecordWriter {
  #count = 0;

  write(record: unknown): string {
    const json = indent(jsonOf(record, 2));
    return `${this.#count++ === 0 ? '[\n' : ',\n'}${json}`;
  }

  end(): string {
    return this.#count === 0 ? '[]\n' : '\n]\n';
  }
}

function jsonOf(record: unknown, spaces?: number): string {
  return JSON.stringify(plainData(record), undefined, spaces) ?? 'null';
}

function indent(json: string): string {
  return `  ${json.replaceAll('\n', '\n  ')}`;
}
