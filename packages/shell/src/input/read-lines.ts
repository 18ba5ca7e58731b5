/** A piece of a stream of UTF-8 text. */
export type Chunk = Uint8Array | string;

/** The lines of a stream of UTF-8 text, without their ends (`\n`, `\r\n`). Read only as fast as they are taken. */
export async function* readLines(stream: AsyncIterable<Chunk>): AsyncGenerator<string, void, void> {
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  for await (const chunk of stream) {
    const decoded = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    let begin = 0;
    for (let end = decoded.indexOf('\n'); end >= 0; end = decoded.indexOf('\n', begin)) {
      const line = decoded.slice(begin, end);
      yield withoutReturn(rest === '' ? line : rest + line);
      rest = '';
      begin = end + 1;
    }
    rest += decoded.slice(begin);
  }
  rest += decoder.decode();
  if (rest !== '') yield withoutReturn(rest);
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
