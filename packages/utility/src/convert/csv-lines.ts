import { CmdletException } from '@cmdlet/core';
import { CsvFormatter, type CsvQuoting, csvColumns, csvTypeLine } from './csv-formatter.js';
import { text } from './text.js';

/** What a user may say about the lines of a table. */
export interface CsvLineOptions {
  readonly delimiter: string;
  readonly includeTypeInformation: boolean;
  readonly noTypeInformation: boolean;
  readonly quoteFields?: readonly string[] | undefined;
  readonly useQuotes?: CsvQuoting | undefined;
  readonly noHeader: boolean;
}

/** Makes the lines of a table, record by record; the first record decides about the columns. */
export class CsvLines {
  readonly #formatter: CsvFormatter;
  #columns: readonly string[] | undefined;

  /**
   * @throws CmdletException `CannotSpecifyQuoteFieldsAndUseQuotes`,
   * `CannotSpecifyIncludeTypeInformationAndNoTypeInformation`
   */
  constructor(private readonly options: CsvLineOptions) {
    const { quoteFields, useQuotes, delimiter } = options;
    if (quoteFields !== undefined && useQuotes !== undefined) {
      throw misuse('CannotSpecifyQuoteFieldsAndUseQuotes', text.quoteFieldsAndUseQuotes);
    }
    if (options.includeTypeInformation && options.noTypeInformation) {
      throw misuse('CannotSpecifyIncludeTypeInformationAndNoTypeInformation', text.bothTypeInformation);
    }
    this.#formatter = new CsvFormatter({ delimiter, useQuotes: useQuotes ?? 'Always', quoteFields });
  }

  /** The columns are given, and their names stand somewhere already. */
  continueWith(columns: readonly string[]): void {
    this.#columns = columns;
  }

  /** The lines of a record; before the first one those of the header. None for null, and for what has no properties. */
  of(record: unknown): readonly string[] {
    if (record === null || record === undefined) return [];
    const lines: string[] = [];
    if (this.#columns === undefined) {
      this.#columns = csvColumns(record);
      if (!this.options.noHeader) {
        if (this.options.includeTypeInformation) lines.push(csvTypeLine(record));
        lines.push(this.#formatter.header(this.#columns));
      }
    }
    lines.push(this.#formatter.line(record, this.#columns));
    return lines.filter((line) => line !== '');
  }
}

function misuse(errorId: string, message: string): CmdletException {
  return new CmdletException(message, { errorId, category: 'InvalidData' });
}
