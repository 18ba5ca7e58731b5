/** Records as text, also where they end early. */
import { Duration } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import type { OutputFormat } from '../../../packages/shell/src/command-line/shell-options.js';
import { makeRecordOutput } from '../../../packages/shell/src/output/make-record-output.js';
import { TextSink } from '../../../packages/shell/src/output/text-sink.js';
import { TextStream } from '../command.js';

async function written(format: OutputFormat, records: readonly unknown[]) {
  const stream = new TextStream();
  const sink = new TextSink(stream);
  const output = makeRecordOutput(format, sink, { width: 40, colors: false });
  for (const record of records) await output.accept(record);
  await output.end();
  await sink.end();
  return stream.text;
}

describe('text', () => {
  class City {
    constructor(readonly name: string) {}
  }

  it.each([
    [0.1 + 0.2, '0.3'],
    [true, 'True'],
    [null, ''],
    [[1, 2], '1 2'],
    [new Date(0), '1970-01-01T00:00:00.000Z'],
    [{ city: 'Oslo', day: 1 }, '@{city=Oslo; day=1}'],
    [new City('Oslo'), 'City'],
    [new Duration(1500), String(new Duration(1500))],
  ])('of %j is %j', async (record, line) => {
    expect(await written('text', [record])).toBe(`${line}\n`);
  });
});

describe('data', () => {
  class Base {
    get base(): string {
      return 'b';
    }
    get broken(): string {
      throw new Error('No.');
    }
  }
  class Place extends Base {
    city = 'Oslo';
    find = (): string => 'x';
    get size(): number {
      return 5;
    }
  }
  const round: Record<string, unknown> = { a: 1 };
  round['self'] = round;

  it.each([
    ['a class with accessors', new Place(), { city: 'Oslo', size: 5, base: 'b' }],
    [
      'numbers that JSON has no word for',
      { a: Number.NaN, b: 2n ** 70n, c: 7n },
      { a: 'NaN', b: String(2n ** 70n), c: 7 },
    ],
    ['what contains itself', round, { a: 1, self: '@{a=1; self=}' }],
    ['maps and sets', { m: new Map([[1, 'x']]), s: new Set([1]) }, { m: { 1: 'x' }, s: [1] }],
    ['an error', { e: new TypeError('bad') }, { e: { name: 'TypeError', message: 'bad' } }],
    ['dates', [new Date(0), new Date(Number.NaN)], ['1970-01-01T00:00:00.000Z', null]],
    ['a property called __proto__', JSON.parse('{"__proto__": 1}'), JSON.parse('{"__proto__": 1}')],
  ])('holds %s', async (_, record, data) => {
    expect(JSON.parse(await written('jsonl', [record]))).toEqual(data);
  });
});
