/** How text becomes records. */
import { Readable } from 'node:stream';
import type { ErrorRecord } from '@cmdlet/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InputFormat } from '../../../packages/shell/src/command-line/shell-options.js';
import { guessFormat } from '../../../packages/shell/src/input/guess-format.js';
import { readRecords } from '../../../packages/shell/src/input/read-records.js';
import { CsvWriter } from '../../../packages/shell/src/output/csv-writer.js';

async function read(format: Exclude<InputFormat, 'none'>, chunks: readonly string[]) {
  const errors: ErrorRecord[] = [];
  const stream = Readable.from(chunks.map((chunk) => Buffer.from(chunk)));
  const records: unknown[] = [];
  for await (const record of readRecords(stream, format, (error) => errors.push(error))) records.push(record);
  return {
    records,
    errors: errors.map(({ fullyQualifiedErrorId, exception }) => [fullyQualifiedErrorId, exception.message]),
  };
}

describe('lines', () => {
  it.each([
    [['a\nb\n'], ['a', 'b']],
    [['a\r\nb'], ['a', 'b']],
    [
      ['a', 'b\nc'],
      ['ab', 'c'],
    ],
    [['\n\na'], ['', '', 'a']],
    [[''], []],
  ])('of %j are %j', async (chunks, records) => {
    expect((await read('lines', chunks)).records).toEqual(records);
  });

  it('do not depend on how the text is cut into pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme' })),
        fc.integer({ min: 1, max: 7 }),
        async (lines, size) => {
          const clean = lines.map((line) => line.replaceAll(/[\r\n]/gu, ''));
          const bytes = Buffer.from(clean.map((line) => `${line}\n`).join(''));
          const pieces: Buffer[] = [];
          for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size));
          const records: unknown[] = [];
          for await (const line of readRecords(Readable.from(pieces), 'lines', () => undefined)) records.push(line);
          expect(records).toEqual(clean);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('csv', () => {
  it.each([
    ['a,b\n1,2\n', [{ a: '1', b: '2' }]],
    ['a,b\n"1,5","say ""hi"""\n', [{ a: '1,5', b: 'say "hi"' }]],
    ['a\n"two\nlines"\n', [{ a: 'two\nlines' }]],
    ['a,b\n1\n', [{ a: '1', b: null }]],
    ['#TYPE City\na\n#1\n', [{ a: '#1' }]],
    ['a\nx "y\n', [{ a: 'x "y' }]],
    ['\uFEFFa\n1\n\n2\n', [{ a: '1' }, { a: '2' }]],
    ['a,b\n,\n', [{ a: '', b: '' }]],
  ])('%j has the rows %j', async (text, records) => {
    expect(await read('csv', [text])).toEqual({ records, errors: [] });
  });

  it.each([
    ['a,b\n1,2,3\n4,5\n', [{ a: '4', b: '5' }], 'Line 2'],
    ['a\n1\n"open\n', [{ a: '1' }], 'line 3'],
  ])('%j tells which line is wrong and goes on', async (text, records, place) => {
    const outcome = await read('csv', [text]);
    expect(outcome.records).toEqual(records);
    expect(outcome.errors).toEqual([['InvalidInput', expect.stringContaining(place)]]);
  });

  it('comes back as it was written', async () => {
    const cell = fc.string().map((text) => text.replaceAll('\r', ''));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ first: cell, second: cell }), { minLength: 1 }), async (rows) => {
        const writer = new CsvWriter();
        const text = rows.map((row) => writer.write(row)).join('');
        expect((await read('csv', [text])).records).toEqual(rows);
      }),
      { numRuns: 100 },
    );
  });
});

describe('json', () => {
  it('ends with an error that says what is wrong', async () => {
    await expect(read('json', ['{"a":'])).rejects.toMatchObject({ errorId: 'InvalidInput' });
  });

  it.each([
    ['[1,2]', [1, 2]],
    ['{"a":1}', [{ a: 1 }]],
    ['  ', []],
  ])('%j has the records %j', async (text, records) => {
    expect((await read('json', [text])).records).toEqual(records);
  });
});

describe('a format is guessed', () => {
  it.each([
    ['{"a":1}\n{"a":2}\n', 'jsonl'],
    ['{\n"a":1}', 'json'],
    ['[1]', 'json'],
    ['a,b\n1,2', 'lines'],
    ['\n \n{"a":1}', 'jsonl'],
    ['[INFO] started\n', 'lines'],
    ['[12:30] started\n', 'lines'],
    ['["a"] started\n', 'lines'],
    ['[{"a": [1, -2.5e3, true, null, "\\u00e5\\""]},\n', 'json'],
    ['[\n', 'json'],
    ['{ "a": {\n', 'json'],
    ['{ not json }\n', 'lines'],
    ['{"a" 1\n', 'lines'],
    ['{"a":1,}\n', 'lines'],
    ['[1}\n', 'lines'],
    ['[01]\n', 'lines'],
    ['', 'lines'],
  ])('%j is %s, and nothing of it is lost', async (text, format) => {
    const guessed = await guessFormat(Readable.from(text === '' ? [] : [Buffer.from(text)], { objectMode: false }));
    expect(guessed.format).toBe(format);
    let rest = '';
    for await (const chunk of guessed.stream) rest += String(chunk);
    expect(rest).toBe(text);
  });
});
