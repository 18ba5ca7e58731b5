import { isJsonBeginning } from './json-beginning.js';
import type { Chunk } from './read-lines.js';

/** What a piped standard input looks like, and the stream with nothing taken from it. */
export interface GuessedInput {
  readonly format: 'json' | 'jsonl' | 'lines';
  readonly stream: AsyncIterable<Chunk>;
}

/**
 * Looks at the first line of a stream: a whole JSON object is the first of one a line, a list or the beginning of a
 * document is a document, and anything else lines of text, `[INFO] started` too. CSV looks like text and is never guessed.
 */
export async function guessFormat(stream: AsyncIterable<Chunk>): Promise<GuessedInput> {
  const chunks = stream[Symbol.asyncIterator]();
  const { line, taken } = await firstLine(chunks);
  return { format: formatOf(line.trim()), stream: joined(taken, chunks) };
}

function formatOf(line: string): GuessedInput['format'] {
  const isObject = line.startsWith('{');
  if (!isObject && !line.startsWith('[')) return 'lines';
  if (isObject && isJson(line)) return 'jsonl';
  return isJsonBeginning(line) ? 'json' : 'lines';
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

/** The first line that is not blank, and all chunks that were taken for it. */
async function firstLine(chunks: AsyncIterator<Chunk>): Promise<{ line: string; taken: Chunk[] }> {
  const taken: Chunk[] = [];
  const decoder = new TextDecoder();
  let line = '';
  for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) {
    taken.push(next.value);
    const part = typeof next.value === 'string' ? next.value : decoder.decode(next.value, { stream: true });
    // Blanks at the beginning are no line: only the new part is searched, so that a long line costs no more than its length.
    const added = line === '' ? part.trimStart() : part;
    const end = added.indexOf('\n');
    line += end < 0 ? added : added.slice(0, end);
    if (end >= 0) break;
  }
  return { line, taken };
}

async function* joined(taken: readonly Chunk[], rest: AsyncIterator<Chunk>): AsyncGenerator<Chunk, void, void> {
  try {
    yield* taken;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
