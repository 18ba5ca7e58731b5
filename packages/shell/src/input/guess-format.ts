import type { Chunk } from './read-lines.js';

/** What a piped standard input looks like, and the stream with nothing taken from it. */
export interface GuessedInput {
  readonly format: 'json' | 'jsonl' | 'lines';
  readonly stream: AsyncIterable<Chunk>;
}

/**
 * Looks at the first line of a stream: a whole JSON object is the first of a line each, a bracket or an open brace begins
 * a document, and anything else is lines of text. CSV looks like text and is never guessed.
 */
export async function guessFormat(stream: AsyncIterable<Chunk>): Promise<GuessedInput> {
  const chunks = stream[Symbol.asyncIterator]();
  const { line, taken } = await firstLine(chunks);
  return { format: formatOf(line.trim()), stream: joined(taken, chunks) };
}

function formatOf(line: string): GuessedInput['format'] {
  if (line.startsWith('{')) return isJson(line) ? 'jsonl' : 'json';
  return line.startsWith('[') ? 'json' : 'lines';
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

/** The first line, and all chunks that were taken for it. */
async function firstLine(chunks: AsyncIterator<Chunk>): Promise<{ line: string; taken: Chunk[] }> {
  const taken: Chunk[] = [];
  let begin = '';
  const decoder = new TextDecoder();
  while (!begin.includes('\n')) {
    const next = await chunks.next();
    if (next.done === true) break;
    taken.push(next.value);
    begin += typeof next.value === 'string' ? next.value : decoder.decode(next.value, { stream: true });
  }
  return { line: begin.split('\n', 1)[0] ?? '', taken };
}

async function* joined(taken: readonly Chunk[], rest: AsyncIterator<Chunk>): AsyncGenerator<Chunk, void, void> {
  yield* taken;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}
