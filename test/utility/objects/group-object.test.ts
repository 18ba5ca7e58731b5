import { GroupObject } from '@cmdlet/utility';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { objectSession, people } from './object-session.js';

describe('Group-Object', () => {
  it('keeps the records of a group in order, whatever case their keys have', async () => {
    const session = await objectSession();
    const rows = ['b', 'A', 'B', 'a', 'b'];
    const groups = await session.from(rows).pipe(GroupObject);
    expect(groups.map(({ name, group }) => [name, group])).toEqual([
      ['A', ['A', 'a']],
      ['b', ['b', 'B', 'b']],
    ]);
  });

  it('loses no record', async () => {
    const session = await objectSession();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constantFrom('a', 'A', 'b'))),
        async (rows) => {
          const groups = await session.from(rows).pipe(GroupObject);
          expect(groups.flatMap(({ group }) => group).sort()).toEqual([...rows].sort());
          expect(groups.every(({ count, group }) => count === group.length)).toBe(true);
        },
      ),
    );
  });

  it('makes a hashtable of the groups', async () => {
    const session = await objectSession();
    const [table] = await session.from(people).pipe(GroupObject, { property: 'city', asHashTable: true });
    expect(table).toEqual(
      new Map([
        ['Oslo', [people[1]]],
        ['Rome', [people[0], people[2]]],
      ]),
    );
  });

  it.each([
    ['-AsString without -AsHashTable', { asString: true }],
    ['a hashtable by two properties', { property: ['name', 'city'], asHashTable: true }],
  ])('refuses %s', async (_what, parameters) => {
    const session = await objectSession();
    const { failure } = await session.from(people).pipe('Group-Object', parameters).run();
    expect(failure).toMatchObject({ errorId: 'ArgumentException', categoryInfo: { category: 'InvalidArgument' } });
  });
});
