import { CsvImporter, endsInQuotes } from '@cmdlet/utility';
import { text } from '../text.js';
import { invalidInput, type RecordErrorListener } from './invalid-input.js';

/**
 * The rows of a table of comma-separated values as objects with the names of its first row, read as `Import-Csv` reads
 * them; all values are text, and null where a row is short.
 *
 * Quoted values may hold commas, doubled quotes and line breaks. A row with more values than there are columns is told to
 * `onError` and left out, and so is one whose quote is not closed.
 *
 * @throws CmdletException `AlreadyPresentPSMemberInfoInternalCollectionAdd` for two columns of one name
 */
export async function* readCsv(
  batches: AsyncIterable<readonly string[]>,
  onError: RecordErrorListener,
): AsyncGenerator<Iterable<Row>, void, void> {
  const rows = new RowReader(onError);
  for await (const lines of batches) yield rows.read(lines);
  rows.end();
}

type Row = Record<string, string | null>;

class RowReader {
  readonly #importer = new CsvImporter(DELIMITER, undefined);
  /** Lines of a row whose quote is still open. */
  #pending: string | undefined;
  #number = 0;
  /** The line where the row begins. */
  #begin = 0;

  constructor(private readonly onError: RecordErrorListener) {}

  /** The rows that end in these lines, read as they are taken. */
  *read(lines: readonly string[]): Generator<Row, void, void> {
    for (const line of lines) {
      this.#number++;
      const pending = this.#pending;
      if (pending === undefined) this.#begin = this.#number;
      const row = pending === undefined ? line : `${pending}\n${line}`;
      const isQuoteOpen = line.includes('"') ? endsInQuotes(row, DELIMITER) : pending !== undefined;
      this.#pending = isQuoteOpen ? row : undefined;
      if (isQuoteOpen) continue;
      for (const record of this.#importer.read(`${row}\n`, this.#begin > 1)) {
        const { extraFields } = this.#importer;
        if (extraFields === 0) yield record;
        else this.onError(invalidInput(text.tooManyValues(this.#begin, extraFields), row).errorRecord);
      }
    }
  }

  end(): void {
    if (this.#pending === undefined) return;
    this.onError(invalidInput(text.openQuote(this.#begin), this.#pending).errorRecord);
  }
}

const DELIMITER = ',';
