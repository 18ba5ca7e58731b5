import { TYPE_NAMES, typeNamesOf } from '@cmdlet/core';
import { SelectObject, WhereObject } from '@cmdlet/utility';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { objectSession, people } from './object-session.js';

describe('Select-Object takes some of the records', () => {
  it('stops its producer when it has enough', async () => {
    const session = await objectSession();
    let made = 0;
    function* endless() {
      for (;;) yield made++;
    }
    expect(await session.from(endless()).pipe(SelectObject, { first: 3 })).toEqual([0, 1, 2]);
    expect(made).toBe(3);
  });

  it('lets its producer come to its end if asked to wait', async () => {
    const session = await objectSession();
    let made = 0;
    function* five() {
      while (made < 5) yield made++;
    }
    expect(await session.from(five()).pipe(SelectObject, { first: 2, wait: true })).toEqual([0, 1]);
    expect(made).toBe(5);
  });

  it('stops its producer behind the last index', async () => {
    const session = await objectSession();
    let made = 0;
    function* endless() {
      for (;;) yield made++;
    }
    expect(await session.from(endless()).pipe(SelectObject, { index: [3, 1, 3] })).toEqual([1, 3]);
    expect(made).toBe(4);
  });

  it('takes what Array.slice takes', async () => {
    const session = await objectSession();
    const window = fc.record({ count: fc.nat(12), skip: fc.nat(12), first: fc.integer({ min: 1, max: 12 }) });
    await fc.assert(
      fc.asyncProperty(window, async ({ count, skip, first }) => {
        const rows = Array.from({ length: count }, (_, index) => index);
        expect(await session.from(rows).pipe(SelectObject, { skip, first })).toEqual(rows.slice(skip, skip + first));
        const end = Math.max(0, count - skip);
        expect(await session.from(rows).pipe(SelectObject, { skip, last: first })).toEqual(
          rows.slice(Math.max(0, end - first), end),
        );
        expect(await session.from(rows).pipe(SelectObject, { skipLast: first })).toEqual(rows.slice(0, -first));
      }),
    );
  });
});

describe('Select-Object takes some of the properties', () => {
  it('of a plain object gives a plain object', async () => {
    const session = await objectSession();
    const rows = await session.from(people).pipe(SelectObject, { property: ['NAME', 'nope'], first: 1 });
    expect(rows).toEqual([{ name: 'Ann', nope: null }]);
    expect(Object.getPrototypeOf(rows[0])).toBe(Object.prototype);
    expect(TYPE_NAMES in rows[0]!).toBe(false);
  });

  it('of an object of a class tells of which', async () => {
    class Person {
      readonly name = 'Ann';
      get shout(): string {
        return `${this.name}!`;
      }
    }
    const session = await objectSession();
    const [row] = await session.from([new Person()]).pipe(SelectObject, { property: ['name', 'shout'] });
    expect(row).toEqual({ name: 'Ann', shout: 'Ann!' });
    expect(typeNamesOf(row)).toEqual(['Selected.Person', 'Object']);
  });

  it('calls what a function gives by the name of the function, else by its text', async () => {
    const session = await objectSession();
    const half = ({ age }: { age: number }) => age / 2;
    const [row] = await session.from(people).pipe(SelectObject, { property: [half, ({ age }) => age + 1], first: 1 });
    expect(row).toEqual({ half: 20.5, '({ age }) => age + 1': 42 });
  });

  it('has null where a function throws', async () => {
    const session = await objectSession();
    const boom = () => {
      throw new Error('boom');
    };
    const result = await session
      .from([{ a: 1 }])
      .pipe(SelectObject, { property: ['a', { name: 'x', expression: boom }] })
      .run();
    expect(result).toMatchObject({ output: [{ a: 1, x: null }], errors: [] });
  });

  it('does not change records that it expands', async () => {
    const session = await objectSession();
    const parent = { id: 1, kids: [{ name: 'a' }] };
    const output = await session.from([parent]).pipe(SelectObject, { property: ['id'], expandProperty: 'kids' });
    expect(output).toEqual([{ name: 'a', id: 1 }]);
    expect(parent).toEqual({ id: 1, kids: [{ name: 'a' }] });
  });

  it.each([
    ['an unknown key', { n: 'x', e: 'a', width: 5 }, 'DictionaryKeyIllegal'],
    ['no expression', { name: 'x' }, 'DictionaryKeyMandatoryEntry'],
    ['a key twice', { name: 'x', label: 'y', expression: 'a' }, 'DictionaryKeyDuplicate'],
    ['a name that is no text', { name: 5, expression: 'a' }, 'DictionaryKeyIllegalValue2'],
    ['an expression that is none', { name: 'x', expression: 5 }, 'DictionaryKeyIllegalValue1'],
    ['an empty expression', { name: 'x', expression: '' }, 'ExpressionEmptyString1'],
    ['an empty name', '', 'ExpressionEmptyString2'],
    ['a number', 5, 'DictionaryKeyUnknownType'],
  ])('refuses %s', async (_what, property, errorId) => {
    const session = await objectSession();
    const { failure } = await session
      .from([{ a: 1 }])
      .pipe('Select-Object', { property: [property] })
      .run();
    expect(failure?.fullyQualifiedErrorId).toBe(`${errorId},utility.SelectObject`);
  });
});

describe('Select-Object -Unique', () => {
  it('gives of equal records the first, as soon as it comes', async () => {
    const session = await objectSession();
    const trace: string[] = [];
    function* rows() {
      for (const row of [1, 1, 2]) {
        trace.push(`in ${row}`);
        yield row;
      }
    }
    const unique = session.from(rows()).pipe(SelectObject, { unique: true });
    await unique.pipe(WhereObject, { filterScript: (row) => trace.push(`out ${row}`) });
    expect(trace).toEqual(['in 1', 'out 1', 'in 1', 'in 2', 'out 2']);
  });

  it('finds equal values of different types, plain ones and others', async () => {
    const session = await objectSession();
    const rows = ['a', 'A', 1, '1', [1, 2], '1 2', new Date(0), new Date(0), { a: 1 }, { b: 2 }];
    expect(await session.from(rows).pipe(SelectObject, { unique: true, caseInsensitive: true })).toEqual([
      'a',
      1,
      [1, 2],
      new Date(0),
      { a: 1 },
    ]);
  });
});
