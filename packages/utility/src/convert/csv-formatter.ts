import { textOfValue, typeNamesOf } from '@cmdlet/core';
import { propertyNamesOf } from '../properties/property-names.js';
import { propertyValue } from '../properties/property-value.js';

/** Which fields stand in quotes. */
export type CsvQuoting = 'Never' | 'Always' | 'AsNeeded';

/** How lines are written. */
export interface CsvFormat {
  readonly delimiter: string;
  readonly useQuotes: CsvQuoting;
  /** Names of the columns in quotes; undefined to go by `useQuotes`. */
  readonly quoteFields: readonly string[] | undefined;
}

/** The columns of a table whose first record this is: its properties, or the keys of a dictionary. */
export function csvColumns(record: unknown): readonly string[] {
  return record instanceof Map ? [...record.keys()].map((key) => textOfValue(key)) : propertyNamesOf(record);
}

/** `#TYPE My.Type` */
export function csvTypeLine(record: unknown): string {
  return `#TYPE ${(typeNamesOf(record)[0] ?? '').replace(/^CSV:/, '')}`;
}

/** Writes the lines of a table. */
export class CsvFormatter {
  readonly #quoted: ReadonlySet<string> | undefined;

  constructor(private readonly format: CsvFormat) {
    this.#quoted = format.quoteFields && new Set(format.quoteFields.map((name) => name.toUpperCase()));
  }

  header(columns: readonly string[]): string {
    return columns.map((name) => this.#field(name, name)).join(this.format.delimiter);
  }

  line(record: unknown, columns: readonly string[]): string {
    return columns
      .map((name) => {
        const value = readOrNull(record, name);
        return value === null || value === undefined ? '' : this.#field(textOfValue(value), name);
      })
      .join(this.format.delimiter);
  }

  #field(text: string, column: string): string {
    return this.#isQuoted(text, column) ? `"${text.replaceAll('"', '""')}"` : text;
  }

  #isQuoted(text: string, column: string): boolean {
    if (this.#quoted !== undefined) return this.#quoted.has(column.toUpperCase());
    const { useQuotes, delimiter } = this.format;
    if (useQuotes !== 'AsNeeded') return useQuotes === 'Always';
    return text.includes(delimiter) || /["\n\r]/.test(text);
  }
}

function readOrNull(record: unknown, name: string): unknown {
  try {
    return propertyValue(record, name);
  } catch {
    return null;
  }
}
