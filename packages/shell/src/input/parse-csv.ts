import { text } from '../text.js';
import { invalidInput, type RecordErrorListener } from './invalid-input.js';

/**
 * The rows of a CSV table (RFC 4180) as objects with the names of the first row; all values are text.
 *
 * Quoted values may hold commas, doubled quotes and line breaks. A row with more values than there are names is told to
 * `onError` and left out; missing values are empty.
 */
export async function* parseCsv(
  lines: AsyncIterable<string>,
  onError: RecordErrorListener,
): AsyncGenerator<Record<string, string>, void, void> {
  let names: readonly string[] | undefined;
  let pending: string | undefined;
  let number = 0;
  let begin = 0;
  for await (const line of lines) {
    number++;
    if (pending === undefined) begin = number;
    const row: string = pending === undefined ? line : `${pending}\n${line}`;
    if (hasOpenQuote(row)) {
      pending = row;
      continue;
    }
    pending = undefined;
    if (row === '') continue;
    const values = valuesOf(names === undefined && row.startsWith('\uFEFF') ? row.slice(1) : row);
    if (names === undefined) names = values;
    else if (values.length > names.length) {
      onError(invalidInput(text.tooManyValues(begin, values.length, names.length), row).errorRecord);
    } else yield rowOf(names, values);
  }
  if (pending !== undefined) onError(invalidInput(text.openQuote(begin), pending).errorRecord);
}

function hasOpenQuote(row: string): boolean {
  let quotes = 0;
  for (let at = row.indexOf('"'); at >= 0; at = row.indexOf('"', at + 1)) quotes++;
  return quotes % 2 === 1;
}

const VALUE = /(?:"(?<quoted>(?:[^"]|"")*)"|(?<plain>[^,]*))(?:,|$)/gsu;

function valuesOf(row: string): string[] {
  const values: string[] = [];
  for (const match of row.matchAll(VALUE)) {
    const { quoted, plain } = match.groups ?? {};
    values.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (!match[0].endsWith(',')) break;
  }
  return values;
}

function rowOf(names: readonly string[], values: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']));
}
