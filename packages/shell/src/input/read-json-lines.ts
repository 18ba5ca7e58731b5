import { text } from '../text.js';
import { invalidInput, type RecordErrorListener } from './invalid-input.js';

/**
 * The JSON values on lines, one on each, several at a time; blank lines hold none. A line that is no JSON is told to
 * `onError`, when the records before it have been taken, and left out.
 */
export async function* readJsonLines(
  batches: AsyncIterable<readonly string[]>,
  onError: RecordErrorListener,
): AsyncGenerator<readonly unknown[], void, void> {
  let number = 0;
  for await (const lines of batches) {
    for (let from = 0; from < lines.length; from += TOGETHER) {
      const some = lines.slice(from, from + TOGETHER);
      const records = parseTogether(some);
      if (records === undefined) yield* parseEach(some, number, onError);
      else yield records;
      number += some.length;
    }
  }
}

/**
 * How many lines are parsed at once. One call for many takes half as long as one for each; beyond this it gains little,
 * and what is parsed stays in memory until it is used.
 */
const TOGETHER = 128;

/**
 * The values of lines that are parsed as one array. Undefined where that fails, and where it could succeed although a
 * line is no JSON of its own. Where lines begin with `{` and hold no `[`, a comma between two of them is one between two
 * objects: within an object a name would have to follow, and within a text no line may end. So if there are as many
 * values as lines each line is one.
 */
function parseTogether(lines: readonly string[]): readonly unknown[] | undefined {
  if (!lines.every((line) => line.charCodeAt(0) === OPENING_BRACE)) return undefined;
  const joined = lines.join(',\n');
  if (joined.includes('[')) return undefined;
  try {
    const values = JSON.parse(`[${joined}]`) as unknown[];
    return values.length === lines.length ? values : undefined;
  } catch {
    return undefined;
  }
}

const OPENING_BRACE = 0x7b;

/** @param before how many lines came before these */
function* parseEach(
  lines: readonly string[],
  before: number,
  onError: RecordErrorListener,
): Generator<readonly unknown[], void, void> {
  let records: unknown[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    try {
      records.push(JSON.parse(line));
    } catch (error) {
      yield records;
      records = [];
      const reason = error instanceof Error ? error.message : String(error);
      onError(invalidInput(text.badJsonLine(before + index + 1, reason), line).errorRecord);
    }
  }
  yield records;
}
