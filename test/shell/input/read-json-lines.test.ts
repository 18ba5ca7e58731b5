/** Lines of JSON are parsed many at once, with the same result as one by one. */
import { Readable } from 'node:stream';
import type { ErrorRecord } from '@cmdlet/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecords } from '../../../packages/shell/src/input/read-records.js';

/** Records, and `!` with its number in the place of a line that is none. */
async function read(lines: readonly string[]): Promise<unknown[]> {
  const seen: unknown[] = [];
  const onError = ({ exception }: ErrorRecord): void => void seen.push(`! ${/\d+/.exec(exception.message)?.[0]}`);
  const stream = Readable.from([Buffer.from(lines.map((line) => `${line}\n`).join(''))]);
  for await (const record of readRecords(stream, 'jsonl', onError)) seen.push(record);
  return seen;
}

function oneByOne(lines: readonly string[]): unknown[] {
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [JSON.parse(line) as unknown];
    } catch {
      return [`! ${index + 1}`];
    }
  });
}

describe('lines of JSON', () => {
  it.each([
    ['objects', ['{"a":1}', '{"b":{"c":2}}']],
    ['any values and blank lines', ['1', '', '"x"', 'null', '  ', '[1,2]', '{"a":[1]}']],
    ['a line that is no JSON between others', ['{"a":1}', '{"a":', '{"a":3}']],
    ['two values on a line', ['{"a":1},{"a":2}', '{"a":3}']],
    ['an object that goes on in the next line', ['{"a":1', '"b":2}', '{"c":1},{"d":2}']],
    ['a text that goes on in the next line', ['{"a":"x', '{"}', '{"c":1},{"d":2}']],
    ['a list that goes on in the next line', ['{"a":[{}', '{}]}', '{"c":1},{"d":2}']],
    ['a list that is closed and opened', ['{"a":1}],[{"b":2}', '{"c":3}']],
    ['a line that ends in a backslash', ['{"a":"\\', '{"b":1}']],
  ])('%s', async (_title, lines) => {
    expect(await read(lines)).toEqual(oneByOne(lines));
  });

  it('are the same as parsed one by one, whatever is wrong with them', async () => {
    const piece = fc.constantFrom('{', '}', '[', ']', ',', '"', '"a":', '1', '{}', '{"a":1}', '{"a":"x"}', ' ', '\\');
    const line = fc.oneof(
      { weight: 3, arbitrary: fc.json({ maxDepth: 2 }).map((json) => `{"a":${json}}`) },
      fc.array(piece, { maxLength: 4 }).map((pieces) => `{${pieces.join('')}`),
      fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join('')),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 6 }), async (lines) => {
        expect(await read(lines)).toEqual(oneByOne(lines));
      }),
      { numRuns: 200 },
    );
  });

  it('keep their numbers over many pieces and batches', async () => {
    const lines = Array.from({ length: 1000 }, (_, index) => (index % 300 === 299 ? '{' : `{"id":${index}}`));
    expect((await read(lines)).filter((record) => typeof record === 'string')).toEqual(['! 300', '! 600', '! 900']);
  });
});
