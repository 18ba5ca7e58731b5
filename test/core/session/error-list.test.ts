import { Cmdlet, ErrorList, ErrorRecord, Parameter, PSCmdlet, Session } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';

const recordOf = (id: string) => new ErrorRecord(new Error(id), id, 'InvalidData');

@Cmdlet('Test', 'Failure')
class TestFailure extends PSCmdlet<never> {
  @Parameter({ type: [String] }) written: string[] = [];
  @Parameter({ type: String }) thrown?: string;
  override async processRecord(): Promise<void> {
    for (const id of this.written) await this.writeError(recordOf(id));
    if (this.thrown !== undefined) throw recordOf(this.thrown).exception;
  }
}

describe('The error list', () => {
  it('holds the newest first, each once', () => {
    const list = new ErrorList();
    const [a, b] = [recordOf('A'), recordOf('B')];
    for (const record of [a, b, a]) list.add(record);
    expect([...list]).toEqual([b, a]);
    expect([list.length, list.at(0), list.at(-1), list.at(2)]).toEqual([2, b, a, undefined]);
    list.clear();
    expect(list.length).toBe(0);
  });

  it('forgets the oldest when there are more than it holds: 256 unless said otherwise', () => {
    const list = new ErrorList(2);
    const large = new ErrorList();
    for (let count = 0; count < 300; count++) {
      list.add(recordOf(`E${count}`));
      large.add(recordOf(`E${count}`));
    }
    expect([...list].map(({ errorId }) => errorId)).toEqual(['E299', 'E298']);
    expect([large.length, large.at(255)?.errorId]).toEqual([256, 'E44']);
  });
});

describe('The errors of a session', () => {
  async function idsAfter(parameters: object, errorCapacity = 256): Promise<(string | undefined)[]> {
    const session = await Session.create({ errorCapacity });
    await session.pipeline(TestFailure, parameters).run();
    return [...session.errors].map(({ fullyQualifiedErrorId }) => fullyQualifiedErrorId);
  }

  it.each<[string, object, string[]]>([
    ['that were written', { written: ['A', 'B'] }, ['B,TestFailure', 'A,TestFailure']],
    ['that were thrown', { written: ['A'], thrown: 'B' }, ['Error,TestFailure', 'A,TestFailure']],
    ['that were written silently', { written: ['A'], errorAction: 'SilentlyContinue' }, ['A,TestFailure']],
    ['but not ignored ones', { written: ['A'], errorAction: 'Ignore' }, []],
    ['that stopped the command, once', { written: ['A'], errorAction: 'Stop' }, ['A,TestFailure']],
    ['but no failure to bind, which the caller gets', { nonsense: 1 }, []],
  ])('are those %s', async (_, parameters, ids) => {
    expect(await idsAfter(parameters)).toEqual(ids);
  });

  it('are as many as the session was told to keep', async () => {
    expect(await idsAfter({ written: ['A', 'B', 'C'] }, 2)).toEqual(['C,TestFailure', 'B,TestFailure']);
  });
});
