import { ConvertFromJson, ConvertToJson } from '@cmdlet/utility';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../../packages/utility/src/convert/json-reader.js';
import { objectSession } from '../objects/object-session.js';

const options = { depth: 1024, dateKind: 'String', asMaps: false } as const;

describe('JSON that is read', () => {
  it('means what it means to the language', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.constantFrom(0, 2), (json, indent) => {
        const value: unknown = JSON.parse(json);
        // What a number cannot hold exactly is a bigint; here it may be rounded as the language does.
        const own = JSON.stringify(readJson(JSON.stringify(value, null, indent), options), (_key, part: unknown) =>
          typeof part === 'bigint' ? Number(part) : part,
        );
        expect(JSON.parse(own)).toEqual(value);
      }),
    );
  });

  it.each([
    ['a missing value', '{"a": }', "Path 'a', line 1, column 7"],
    ['an error deep inside', '{"a":\n [1, {"b c": x}]}', "Path 'a[1]['b c']', line 2, column 14"],
    ['a comment without an end', '[1] /* x', 'line 1, column 5'],
    ['a bad escape', '"\\q"', 'line 1, column 4'],
  ])('tells where there is %s', (_what, json, place) => {
    expect(() => readJson(json, options)).toThrow(place);
  });

  it('keeps every digit of a whole number', async () => {
    const session = await objectSession();
    const [row] = await session.from(['{"n": 9007199254740993, "m": 5}']).pipe(ConvertFromJson);
    expect(row).toEqual({ n: 9007199254740993n, m: 5 });
  });

  it('makes a property of every name', async () => {
    const session = await objectSession();
    const [row] = await session.from(['{"__proto__": 1}']).pipe(ConvertFromJson);
    expect(Object.entries(row as object)).toEqual([['__proto__', 1]]);
    const [lenient] = await session.from(["{'__proto__': 1,}"]).pipe(ConvertFromJson);
    expect(Object.entries(lenient as object)).toEqual([['__proto__', 1]]);
  });

  it('fails with the text that it could not read', async () => {
    const session = await objectSession();
    const { failure } = await session.from(['{"a":']).pipe(ConvertFromJson).run();
    expect(failure).toMatchObject({ errorId: 'InvalidJson', targetObject: '{"a":' });
  });
});

describe('JSON that is written', () => {
  it('means what was given, to the language', async () => {
    const session = await objectSession();
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), fc.boolean(), async (value, compress) => {
        const [json] = await session.invoke(ConvertToJson, { inputObject: value, compress, depth: 100 });
        expect(JSON.parse(json ?? '')).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('says once that something lay too deep', async () => {
    const session = await objectSession();
    const deep = { a: { b: [{ c: 1 }, { c: 2 }] } };
    const { output, warnings } = await session
      .pipeline(ConvertToJson, { inputObject: deep, compress: true, depth: 1 })
      .run();
    expect(output).toEqual(['{"a":{"b":"@{c=1} @{c=2}"}}'].map((text) => text.replace('@{c=1} @{c=2}', ' ')));
    expect(warnings).toHaveLength(1);
  });
});
