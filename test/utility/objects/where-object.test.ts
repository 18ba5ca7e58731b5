import { WhereObject } from '@cmdlet/utility';
import { describe, expect, it } from 'vitest';
import { objectSession, people } from './object-session.js';

describe('Where-Object with a function', () => {
  it('goes by what counts as true', async () => {
    const session = await objectSession();
    const rows = [0, 1, '', 'x', [], [0], [0, 0], null];
    expect(await session.from(rows).pipe(WhereObject, { filterScript: (row) => row })).toEqual([1, 'x', [0, 0]]);
  });

  it('waits for a promise', async () => {
    const session = await objectSession();
    const isOdd = (row: number) => Promise.resolve(row % 2 === 1);
    expect(await session.from([1, 2, 3]).pipe(WhereObject, { filterScript: isOdd })).toEqual([1, 3]);
  });

  it('ends with what the function throws', async () => {
    const session = await objectSession();
    const boom = (): boolean => {
      throw new RangeError('boom');
    };
    const { failure, output } = await session.from([1, 2]).pipe(WhereObject, { filterScript: boom }).run();
    expect(output).toEqual([]);
    expect(failure).toMatchObject({ errorId: 'RangeError', exception: { message: 'boom' } });
  });
});

describe('Where-Object with a property', () => {
  it.each([
    [{ eq: true, value: 'ROME' }, ['Ann', 'Cleo']],
    [{ ceq: true, value: 'Rome' }, ['Ann']],
    [{ like: true, value: 'r*' }, ['Ann', 'Cleo']],
    [{ cLike: true, value: 'r*' }, ['Cleo']],
    [{ match: true, value: '^o' }, ['bob']],
    [{ match: true, value: /^o/i }, ['bob']],
    [{ cNotMatch: true, value: '^r' }, ['Ann', 'bob']],
    [{ in: true, value: ['oslo', 'x'] }, ['bob']],
    [{ notIn: true, value: ['oslo', 'x'] }, ['Ann', 'Cleo']],
    [{ is: true, value: 'string' }, ['Ann', 'bob', 'Cleo']],
    [{ isNot: true, value: '[string]' }, []],
    [{ not: true }, []],
  ])('%j', async (operator, names) => {
    const session = await objectSession();
    const output = await session.from(people).pipe(WhereObject, { property: 'city', ...operator });
    expect(output.map(({ name }) => name)).toEqual(names);
  });

  it('compares by the class that a value is of', async () => {
    class Job {}
    const session = await objectSession();
    const rows = [{ it: new Job() }, { it: 'x' }];
    expect(await session.from(rows).pipe(WhereObject, { property: 'it', is: true, value: Job })).toEqual([rows[0]]);
  });

  it('reports each record whose property cannot be compared, and goes on', async () => {
    const session = await objectSession();
    const rows = [{ v: {} }, { v: 5 }];
    const { output, errors } = await session.from(rows).pipe(WhereObject, { property: 'v', gt: true, value: 1 }).run();
    expect(output).toEqual([rows[1]]);
    expect(errors.map(({ errorId, targetObject }) => [errorId, targetObject])).toEqual([['OperatorFailed', rows[0]]]);
  });

  it.each([
    ['an operator alone', { property: 'city', eq: true }, 'ValueNotSpecifiedForWhereObject'],
    ['a value alone', { property: 'city', value: 1 }, 'OperatorNotSpecified'],
    ['an unknown type', { property: 'city', is: true, value: 'No.Such' }, 'InvalidCastFromStringToType'],
  ])('refuses %s', async (_what, parameters, errorId) => {
    const session = await objectSession();
    const { failure } = await session.from(people).pipe('Where-Object', parameters).run();
    expect(failure?.errorId).toBe(errorId);
  });

  it('says which regular expression is wrong', async () => {
    const session = await objectSession();
    const parameters = { property: 'city', match: true, value: '(' } as const;
    const { errors } = await session.from(people.slice(0, 1)).pipe(WhereObject, parameters).run();
    expect(errors[0]?.exception.message).toContain('The regular expression pattern ( is not valid');
  });
});
