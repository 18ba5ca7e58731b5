import type { InputFormat } from '../command-line/shell-options.js';
import { text } from '../text.js';
import { invalidInput, type RecordErrorListener } from './invalid-input.js';
import { parseCsv } from './parse-csv.js';
import { type Chunk, readLines } from './read-lines.js';

/**
 * The records on a stream.
 *
 * `jsonl`: one JSON value a line, blank lines left out; `json`: one document, the elements of an array one by one;
 * `csv`: a table whose first line names the columns; `lines`: each line as text.
 *
 * A line that is no JSON is told to `onError` and left out. A document that is none ends reading with `InvalidInput`.
 */
export function readRecords(
  stream: AsyncIterable<Chunk>,
  format: Exclude<InputFormat, 'none'>,
  onError: RecordErrorListener,
): AsyncIterable<unknown> {
  switch (format) {
    case 'jsonl':
      return parseJsonLines(readLines(stream), onError);
    case 'json':
      return parseDocument(stream);
    case 'csv':
      return parseCsv(readLines(stream), onError);
    case 'lines':
      return readLines(stream);
  }
}

async function* parseJsonLines(
  lines: AsyncIterable<string>,
  onError: RecordErrorListener,
): AsyncGenerator<unknown, void, void> {
  let number = 0;
  for await (const line of lines) {
    number++;
    if (line.trim() === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(number === 1 ? withoutByteOrderMark(line) : line);
    } catch (error) {
      onError(invalidInput(text.badJsonLine(number, messageOf(error)), line).errorRecord);
      continue;
    }
    yield value;
  }
}

async function* parseDocument(stream: AsyncIterable<Chunk>): AsyncGenerator<unknown, void, void> {
  const lines: string[] = [];
  for await (const line of readLines(stream)) lines.push(line);
  const json = withoutByteOrderMark(lines.join('\n'));
  if (json.trim() === '') return;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw invalidInput(text.badJson(messageOf(error)), undefined);
  }
  if (Array.isArray(value)) yield* value;
  else yield value;
}

function withoutByteOrderMark(json: string): string {
  return json.startsWith('\uFEFF') ? json.slice(1) : json;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
