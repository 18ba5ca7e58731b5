import { RecordBatches } from '@cmdlet/core';
import type { InputFormat } from '../command-line/shell-options.js';
import { text } from '../text.js';
import { guessFormat } from './guess-format.js';
import { invalidInput, type RecordErrorListener } from './invalid-input.js';
import { readCsv } from './read-csv.js';
import { readJsonLines } from './read-json-lines.js';
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
): RecordBatches {
  return new RecordBatches(batchesOf(stream, format, onError));
}

/**
 * As {@link readRecords}, in the format that the input looks like; nothing is read before the first record is asked for.
 */
export function readGuessedRecords(stream: AsyncIterable<Chunk>, onError: RecordErrorListener): RecordBatches {
  return new RecordBatches(guessedBatches(stream, onError));
}

async function* guessedBatches(
  stream: AsyncIterable<Chunk>,
  onError: RecordErrorListener,
): AsyncGenerator<Iterable<unknown>, void, void> {
  const guessed = await guessFormat(stream);
  yield* batchesOf(guessed.stream, guessed.format, onError);
}

function batchesOf(
  stream: AsyncIterable<Chunk>,
  format: Exclude<InputFormat, 'none'>,
  onError: RecordErrorListener,
): AsyncIterable<Iterable<unknown>> {
  const lines = readLines(stream);
  switch (format) {
    case 'jsonl':
      return readJsonLines(lines, onError);
    case 'json':
      return parseDocument(lines);
    case 'csv':
      return readCsv(lines, onError);
    case 'lines':
      return lines;
  }
}

async function* parseDocument(batches: AsyncIterable<readonly string[]>): AsyncGenerator<unknown[], void, void> {
  let json = '';
  for await (const lines of batches) json += `${lines.join('\n')}\n`;
  if (json.trim() === '') return;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw invalidInput(text.badJson(error instanceof Error ? error.message : String(error)), undefined);
  }
  yield Array.isArray(value) ? value : [value];
}
