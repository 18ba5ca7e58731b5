/** The quick way to write a record as JSON gives the same text as the long one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonOfPlainRecord } from '../../../packages/shell/src/output/json-data.js';
import { JsonLinesWriter } from '../../../packages/shell/src/output/json-writer.js';
import { plainData } from '../../../packages/shell/src/output/plain-data.js';
import { registerTypeDisplay } from '../../../packages/utility/src/properties/display-of.js';

const longWay = (record: unknown): string => `${JSON.stringify(plainData(record)) ?? 'null'}\n`;
const written = (record: unknown): string => new JsonLinesWriter().write(record);

describe('a record as a line of JSON', () => {
  it('is the same as by the long way, for all that JSON can hold', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), (record) => {
        expect(written(record)).toBe(longWay(record));
      }),
      { numRuns: 100 },
    );
  });

  it('is the same for values that JSON has no word for', () => {
    const value = fc.oneof(
      fc.anything({ withDate: true, withMap: true, withSet: true, withBigInt: true, withSparseArray: true }),
      fc.constantFrom(Number.NaN, -0, undefined, Symbol('x'), () => 1, new URL('http://x.org'), /x/u),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string(), value), (record) => {
        expect(written(record)).toBe(longWay(record));
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['texts, numbers and nothing', { a: 'x "y" \\ \u2028 ö', b: -0, c: 1e21, d: true, e: null }, true],
    ['an object and a list within', { a: { b: [1, { c: 'x' }] } }, true],
    ['no properties', {}, true],
    ['a date', { a: new Date(0) }, false],
    ['nothing in a property', { a: undefined }, false],
    ['a number without a word', { a: [Number.POSITIVE_INFINITY] }, false],
    ['a method for JSON', { a: 1, toJSON: () => 'own' }, false],
    ['a hidden method for JSON', Object.defineProperty({ a: 1 }, 'toJSON', { value: () => new Set([1]) }), false],
    ['a method for JSON within', { a: { toJSON: () => new Map([['x', 1]]) } }, false],
    [
      'an object of a class',
      new (class Town {
        name = 'Oslo';
      })(),
      false,
    ],
  ])('with %s', (_title, record, isQuick) => {
    expect(jsonOfPlainRecord(record) !== undefined).toBe(isQuick);
    expect(written(record)).toBe(longWay(record));
  });

  it('leaves out a property that cannot be read', () => {
    const record = {
      a: 1,
      get b(): never {
        throw new Error('locked');
      },
    };
    expect(written(record)).toBe('{"a":1}\n');
  });

  it('that contains itself ends there', () => {
    const record: Record<string, unknown> = { a: 1 };
    record['self'] = record;
    expect(written(record)).toBe(longWay(record));
  });

  it('shows what is registered for its type', () => {
    const takeBack = registerTypeDisplay('Object', { properties: ['b'] });
    try {
      expect(written({ a: 1, b: 2 })).toBe(longWay({ a: 1, b: 2 }));
    } finally {
      takeBack();
    }
  });
});
