/** A step for records must be nothing but faster: whatever they are, the cmdlet sees what the binder alone gives it. */
import { type CmdletClass, type ErrorRecord, Session } from '@cmdlet/core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { anyRecords, Getters, Reading, withGetters } from './any-records.js';
import { compilation } from './compilation.js';
import {
  City,
  planCalls,
  TestConversion,
  TestDefined,
  TestDynamic,
  TestEither,
  TestElements,
  TestMeddler,
  TestMixture,
  TestObjects,
  TestProperties,
  TestSets,
  TestSetter,
  TestValue,
} from './plan-cmdlets.js';

let session: Session;
beforeAll(async () => {
  session = await Session.create();
});

/** Everything that came out of a run, as text: the records themselves by number, all else by what is in it. */
async function outcome(cmdlet: CmdletClass, parameters: object, records: readonly unknown[], compiled: boolean) {
  compilation.reset(compiled);
  const { state, output, errors, failure, warnings } = await session.from(records).pipe(cmdlet, parameters).run();
  const seen = new Map<unknown, string>();
  const name = (content: unknown, label: string): void => {
    if (typeof content !== 'object' || content === null || seen.has(content)) return;
    seen.set(content, label);
    for (const key of Object.keys(content)) {
      name(Object.getOwnPropertyDescriptor(content, key)?.value, `${label}.${key}`);
    }
  };
  for (const [index, record] of records.entries()) name(record, `record ${index}`);
  const facts = (error: ErrorRecord) => [error.fullyQualifiedErrorId, error.targetObject, error.exception.message];
  const all = [state, ...output, ...errors.map(facts), failure && facts(failure), ...warnings.map(String)];
  return all.map((item) => textOf(item, seen));
}

function textOf(value: unknown, known: ReadonlyMap<unknown, string>): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (Object.is(value, -0)) return '-0';
  if (typeof value !== 'object' || value === null) return String(value);
  const label = known.get(value);
  if (label !== undefined) return `<${label}>`;
  if (value instanceof Date) return `Date ${value.getTime()}`;
  if (Array.isArray(value)) return `[${value.map((element) => textOf(element, known)).join(', ')}]`;
  const entries = Object.entries(value).map(([key, content]) => `${key}: ${textOf(content, known)}`);
  return `${value.constructor.name} {${entries.join(', ')}}`;
}

async function same(cmdlet: CmdletClass, parameters: object, records: readonly unknown[]): Promise<void> {
  const byBinder = await outcome(cmdlet, parameters, records, false);
  expect(await outcome(cmdlet, parameters, records, true)).toEqual(byBinder);
}

/** In milliseconds. Many runs: on a machine that is busy they take their time. */
const LONG_ENOUGH = 120_000;

/** The tests; the file that calls this has mocked the module that makes steps, see `compilation.ts`. */
export function describeSteps(): void {
  describe.each(planCalls)('Records for %s', (_, cmdlet, parameters, compiles) => {
    it(
      'give the same with a compiled step as with the binder alone, whatever they are',
      async () => {
        let hits = 0;
        const property = fc.asyncProperty(anyRecords, async (list) => {
          await same(cmdlet, parameters, list);
          hits += compilation.hits;
        });
        await fc.assert(property, { numRuns: 200 });
        expect(hits > 0).toBe(compiles);
      },
      LONG_ENOUGH,
    );
  });

  describe('A compiled step', () => {
    const city = new City('Oslo');
    const bare = (entries: object): object => Object.assign(Object.create(null) as object, entries);
    const twice = (...list: unknown[]): unknown[] => [...list, ...list];

    it.each<[title: string, cmdlet: CmdletClass, records: readonly unknown[], hits: number]>([
      ['takes records like the first', TestValue, [1, 2, 3, 50], 3],
      ['leaves those that do not fit to the binder', TestValue, [1, 51, 2, NaN, '7', 2.5, null, undefined, [4], 3], 2],
      ['is made after a record that was converted', TestValue, ['1', 2, 3], 1],
      [
        'takes properties in the spelling of the parameter',
        TestDefined,
        [
          { id: 1, name: 'a' },
          { name: 'b', id: 2 },
        ],
        1,
      ],
      [
        'takes further properties that are nobody’s',
        TestDefined,
        [
          { id: 1, name: 'a' },
          { id: 2, name: 'b', c: 1 },
        ],
        1,
      ],
      [
        'takes another spelling',
        TestDefined,
        [
          { ID: 1, name: 'a' },
          { ID: 2, name: 'b' },
          { Id: 3, name: 'c' },
        ],
        1,
      ],
      [
        'sees the exact spelling beside another',
        TestDefined,
        [
          { ID: 1, name: 'a' },
          { ID: 2, name: 'b', id: 3 },
        ],
        0,
      ],
      [
        'takes an alias',
        TestMeddler,
        [
          { id: 1, Nick: 'a' },
          { id: 2, Nick: 'b' },
          { id: 2, Nick: 'b', name: 'c' },
        ],
        1,
      ],
      ['sees an optional property turn up', TestDefined, [{ id: 1 }, { id: 2 }, { id: 3, name: 'c' }, { id: 4 }], 2],
      ['sees an optional property go', TestDefined, [{ id: 1, name: 'a' }, { id: 2 }, { id: 3, name: 'c' }], 1],
      [
        'is not made where a property did not fit',
        TestDefined,
        [
          { id: 1, name: null },
          { id: 2, name: 'b' },
        ],
        1,
      ],
      [
        'sees null and undefined',
        TestDefined,
        [
          { id: 1, name: 'a' },
          { id: 2, name: null },
          { id: 3, name: undefined },
        ],
        0,
      ],
      ['reads no inherited property', TestDefined, twice({ id: 1, name: 'a' }, Object.create({ id: 2, name: 'b' })), 1],
      ['reads no hidden property', TestObjects, [{ message: 1 }, new Error('two'), { message: 3 }], 1],
      ['reads no method', TestObjects, [{ id: 1, name: 1 }, new Getters(2), { id: 3, name: 3 }], 1],
      ['knows records without prototype', TestDefined, [bare({ id: 1, name: 'a' }), bare({ id: 2, name: 'b' })], 1],
      ['knows frozen records', TestDefined, twice(Object.freeze({ id: 1, name: 'a' })), 1],
      [
        'knows accessors of a class',
        TestObjects,
        [new Reading(1), new Reading(2), new Reading('throw'), new Reading(3)],
        2,
      ],
      ['knows getters of a record', TestMixture, [withGetters([['size', 1]]), withGetters([['size', 'throw']])], 0],
      ['knows that the entries of a Map are no properties', TestMixture, [{ size: 1 }, new Map([['size', 2]])], 0],
      [
        'keeps a property called length apart from a length',
        TestMixture,
        [{ length: 1 }, [1, 2], 'text', { length: 2 }],
        1,
      ],
      [
        'keeps a property called constructor apart from a class',
        TestProperties,
        twice({ id: 1, constructor: 'c' }, { id: 2 }),
        1,
      ],
      [
        'knows keys that are called __proto__',
        TestMixture,
        twice(JSON.parse('{"__proto__": 1, "size": 2}') as object, { size: 3 }),
        1,
      ],
      [
        'takes the record itself before its property',
        TestEither,
        [city, { city }, Object.assign(new City('Rome'), { city })],
        1,
      ],
      ['knows boxed values', TestEither, ['x', 'y', new String('z'), Object.assign(new String('z'), { name: 'n' })], 0],
      ['looks at the elements of any value', TestElements, [{ name: 1 }, { name: [null] }, { name: [1] }], 0],
      [
        'leaves setters to the binder',
        TestSetter,
        [{ size: 1, id: 7 }, { size: 2 }, { size: 3 }, { size: 4, id: 13 }, { size: 5 }],
        1,
      ],
      ['leaves conversions to the binder', TestConversion, twice({ name: 'RED' }, { name: 'green', id: [1] }), 0],
      ['is not made where records choose the set', TestSets, ['a', 1, 'b', 2], 0],
      ['is not made for dynamic parameters', TestDynamic, twice({ id: 1 }), 0],
      ['restores what the cmdlet changed', TestMeddler, twice({ id: 1 }, { id: 2, name: 'b' }), 1],
    ])('%s', async (_, cmdlet, list, hits) => {
      await same(cmdlet, {}, list);
      expect(compilation.hits).toBe(hits);
    });
  });

  it('is made anew where many records look different from the one that it was made for', async () => {
    const odd = [{ id: 1 }];
    const usual = Array.from({ length: 200 }, (_, index) => ({ id: index, name: 'a' }));
    await same(TestDefined, {}, [...odd, ...usual]);
    expect(compilation).toMatchObject({ compiled: 2, misfits: 15, hits: 185 });
  });

  it('is not made for each of many records that are all different', async () => {
    const different = Array.from({ length: 1000 }, (_, index) => ({ id: index, [`other${index}`]: 1 }));
    await same(TestDefined, {}, different);
    expect(compilation.compiled).toBeLessThanOrEqual(5);
  });
}
