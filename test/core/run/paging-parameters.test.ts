import { Cmdlet, PSCmdlet, Session, TotalCount } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { run, Trace } from './traced-cmdlet.js';

@Cmdlet('Get', 'Page', { supportsPaging: true })
class GetPage extends PSCmdlet<number> {
  override async processRecord(): Promise<void> {
    const paging = this.pagingParameters;
    if (paging === null) throw new Error('not declared');
    if (paging.includeTotalCount) await this.writeInformation(paging.newTotalCount(10, 0.5));
    const all = Array.from({ length: 10 }, (_each, index) => index);
    await this.writeObject(all.slice(paging.skip, paging.skip + paging.first), true);
  }
}

describe('paging', () => {
  it.each<[Record<string, unknown>, number[]]>([
    [{}, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
    [{ first: 2 }, [0, 1]],
    [{ skip: 8 }, [8, 9]],
    [{ first: 2, skip: 3 }, [3, 4]],
    [{ first: 0 }, []],
  ])('with %j', async (parameters, expected) => {
    const session = await Session.create();
    expect(await session.pipeline(GetPage, parameters)).toEqual(expected);
    await session.dispose();
  });

  it('tells the total as information, not as data, before any object', async () => {
    const session = await Session.create();
    const seen: string[] = [];
    await new Promise<void>((resolve, reject) => {
      session.pipeline(GetPage, { first: 1, includeTotalCount: true }).records$.subscribe({
        next: ({ stream, record }) => seen.push(`${stream} ${String(record)}`),
        complete: resolve,
        error: reject,
      });
    });
    expect(seen).toEqual(['Information Estimated total count: 10', 'Output 0']);
    const { information, output } = await session.pipeline(GetPage, { first: 0, includeTotalCount: true }).run();
    expect(output).toEqual([]);
    expect(information).toMatchObject([
      { tags: ['TotalCount'], source: 'Get-Page', messageData: { totalCount: 10, accuracy: 0.5 } },
    ]);
    await session.dispose();
  });

  it('refuses less than nothing, and more than can be counted', async () => {
    for (const first of [-1, 2n ** 63n]) {
      const result = await run([[GetPage, { first }]]);
      expect(result.failure?.errorId).toBe('CannotConvertArgumentNoMessage');
    }
  });

  it('is not there for a command that does not declare it', async () => {
    let paging: unknown;
    const begin = (cmdlet: PSCmdlet) => {
      paging = cmdlet.pagingParameters;
    };
    await run([new Trace().cmdlet('A', { begin })]);
    expect(paging).toBeNull();
    const result = await run([[new Trace().cmdlet('B'), { first: 1 }]]);
    expect(result.failure?.errorId).toBe('NamedParameterNotFound');
  });
});

describe('a total count', () => {
  it.each([
    [1, 'Total count: 7', 1],
    [7, 'Total count: 7', 1],
    [0.5, 'Estimated total count: 7', 0.5],
    [0, 'Unknown total count', 0],
    [-1, 'Unknown total count', 0],
  ])('of accuracy %d says %s', (accuracy, text, clamped) => {
    const total = new TotalCount(7, accuracy);
    expect([String(total), total.accuracy]).toEqual([text, clamped]);
  });
});
