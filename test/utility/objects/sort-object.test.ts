import { SortObject } from '@cmdlet/utility';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { objectSession, people } from './object-session.js';

describe('Sort-Object', () => {
  it('sorts numbers as numbers, stably, in both directions', async () => {
    const session = await objectSession();
    const rows = fc.array(fc.record({ key: fc.integer({ min: -3, max: 3 }), at: fc.nat() }));
    await fc.assert(
      fc.asyncProperty(rows, fc.boolean(), async (given, descending) => {
        const expected = [...given].sort((left, right) => (left.key - right.key) * (descending ? -1 : 1));
        expect(await session.from(given).pipe(SortObject, { property: 'key', descending })).toEqual(expected);
      }),
    );
  });

  it('takes a function, and a direction for each property', async () => {
    const session = await objectSession();
    const property = [({ city }: { city: string }) => city.length, { expression: 'age', descending: true }] as const;
    const output = await session.from(people).pipe(SortObject, { property });
    expect(output.map(({ name }) => name)).toEqual(['Ann', 'Cleo', 'bob']);
  });

  it.each([
    [{ top: 2 }, [1, 2]],
    [{ bottom: 2 }, [2, 3]],
    [{ top: 9 }, [1, 2, 2, 3]],
    [{ unique: true }, [1, 2, 3]],
    [{ bottom: 2, unique: true }, [2, 3]],
  ])('%j', async (parameters, expected) => {
    const session = await objectSession();
    expect(await session.from([2, 3, 1, 2]).pipe(SortObject, parameters)).toEqual(expected);
  });

  it('goes by the alphabet of a culture, by name or number', async () => {
    const session = await objectSession();
    const letters = ['ä', 'z', 'a'];
    expect(await session.from(letters).pipe(SortObject)).toEqual(['a', 'ä', 'z']);
    expect(await session.from(letters).pipe(SortObject, { culture: 'sv-SE' })).toEqual(['a', 'z', 'ä']);
    expect(await session.from(letters).pipe(SortObject, { culture: '1053' })).toEqual(['a', 'z', 'ä']);
    await expect(session.from(letters).pipe(SortObject, { culture: 'not a culture' }).toArray()).rejects.toMatchObject({
      errorId: 'CultureNotFound',
    });
  });

  it('reports a key that cannot be computed, and sorts the record as null', async () => {
    const session = await objectSession();
    const key = (row: number) => {
      if (row === 2) throw new Error('no key');
      return row;
    };
    const { output, errors } = await session.from([3, 2, 1]).pipe(SortObject, { property: key }).run();
    expect(output).toEqual([2, 1, 3]);
    expect(errors.map(({ errorId, targetObject }) => [errorId, targetObject])).toEqual([['ExpressionEvaluation', 2]]);
  });
});
