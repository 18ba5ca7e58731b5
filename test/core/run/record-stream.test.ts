import { Cmdlet, Parameter, PSCmdlet, Session } from '@cmdlet/core';
import { concatMap, delay, map, type Observable, of } from 'rxjs';
import { describe, expect, it } from 'vitest';

describe('a stream-style step', () => {
  @Cmdlet('Test', 'Stream')
  class TestStream extends PSCmdlet<number> {
    @Parameter({ type: Number, mandatory: true, valueFromPipeline: true }) number!: number;
    @Parameter({ type: Number }) factor = 2;
    override processStream(records$: Observable<this>): Observable<number> {
      return records$.pipe(
        map(({ number, factor }) => number * factor),
        concatMap((value) => of(value, value + 1).pipe(delay(0))),
      );
    }
  }

  @Cmdlet('Test', 'FailingStream')
  class TestFailingStream extends PSCmdlet<number> {
    @Parameter({ type: Number, mandatory: true, valueFromPipeline: true }) number!: number;
    override processStream(records$: Observable<this>): Observable<number> {
      return records$.pipe(
        map(({ number }) => {
          if (number === 2) throw new RangeError('two');
          return number;
        }),
      );
    }
  }

  it('sees every bound record, and the run waits for its last output', async () => {
    const session = await Session.create();
    expect(await session.from([1, 2]).pipe(TestStream, { factor: 10 })).toEqual([10, 11, 20, 21]);
    await session.dispose();
  });

  it('gets one emission where there is no input', async () => {
    const session = await Session.create();
    expect(await session.invoke(TestStream, { number: 1 })).toEqual([2, 3]);
    await session.dispose();
  });

  it('fails the run when it errors', async () => {
    const session = await Session.create();
    const result = await session.from([1, 2, 3]).pipe(TestFailingStream).run();
    expect(result).toMatchObject({ output: [1], failure: { fullyQualifiedErrorId: 'RangeError,TestFailingStream' } });
    await session.dispose();
  });

  it('reports records that do not bind and goes on', async () => {
    const session = await Session.create();
    const result = await session.from([1, 'x', 2]).pipe(TestStream).run();
    expect(result.output).toEqual([2, 3, 4, 5]);
    expect(result.errors.map(({ errorId }) => errorId)).toEqual(['InputObjectNotBound']);
    await session.dispose();
  });
});
