import { StringDecoder } from 'node:string_decoder';

/** A piece of a stream of UTF-8 text. */
export type Chunk = Uint8Array | string;

/**
 * The lines of a stream of UTF-8 text, without their ends (`\n`, `\r\n`) and without a byte order mark: those that end in
 * one piece of the stream together, so that nobody waits for each. Read only as fast as they are taken.
 */
export async function* readLines(stream: AsyncIterable<Chunk>): AsyncGenerator<readonly string[], void, void> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let isFirst = true;
  for await (const chunk of stream) {
    let text = typeof chunk === 'string' ? chunk : decoder.write(chunk);
    if (isFirst && text !== '') {
      isFirst = false;
      if (text.startsWith(BYTE_ORDER_MARK)) text = text.slice(1);
    }
    if (!text.includes('\n')) {
      rest += text;
      continue;
    }
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    yield withoutReturns(lines);
  }
  rest += decoder.end();
  if (rest !== '') yield withoutReturns([rest]);
}

const BYTE_ORDER_MARK = '\uFEFF';

function withoutReturns(lines: readonly string[]): readonly string[] {
  return lines.some(endsInReturn) ? lines.map((line) => (endsInReturn(line) ? line.slice(0, -1) : line)) : lines;
}

function endsInReturn(line: string): boolean {
  return line.endsWith('\r');
}
