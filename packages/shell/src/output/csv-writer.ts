import { plainData } from './plain-data.js';
import type { RecordWriter } from './record-writer.js';

/** A table whose first line names the properties of the first record; RFC 4180, quoted where needed. */
export class CsvWriter implements RecordWriter {
  #names: readonly string[] | undefined;

  write(record: unknown): string {
    const data = plainData(record);
    const row = isTable(data) ? data : { Value: data };
    let header = '';
    if (this.#names === undefined) {
      this.#names = Object.keys(row);
      header = line(this.#names);
    }
    return header + line(this.#names.map((name) => cellOf(row[name])));
  }

  end(): string {
    return '';
  }
}

function line(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\n`;
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function isTable(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
