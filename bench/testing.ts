import { Cmdlet, Parameter, PSCmdlet, Session } from '@cmdlet/core';
import { run } from '@cmdlet/testing';
import { Bench } from 'tinybench';
import type { Measure } from './measure.js';

@Cmdlet('Get', 'One')
class GetOne extends PSCmdlet<number> {
  @Parameter() number = 1;
  override processRecord(): void {
    void this.writeObject(this.number);
  }
}

/** What a run of a trivial cmdlet costs in a test, in a session of its own, against a call in a session that is there. */
export async function testingMeasures(): Promise<Measure[]> {
  const session = await Session.create();
  const bench = new Bench({ time: 2_000, warmupTime: 1_000 })
    .add('run', () => run(GetOne, { number: 3 }))
    .add('invoke', () => session.invoke(GetOne, { number: 3 }))
    .add('thorough', () => run(GetOne, { number: 3 }, { leaks: 'thorough' }));
  await bench.run();
  await session.dispose();
  const [inTest, plain, thorough] = bench.tasks.map(({ result }) => microseconds(result));
  return [
    {
      name: 'testing: run() of a trivial cmdlet, µs',
      ratio: inTest ?? Number.NaN,
      goal: 50,
      direction: 'at most',
      note: `session.invoke ${plain?.toFixed(1)} µs, with a thorough look for leaks ${thorough?.toFixed(0)} µs`,
    },
  ];
}

/** The median, as the shared machine stops us now and then. */
function microseconds(result: object): number {
  const { latency } = result as { latency?: { readonly p50: number } };
  return (latency?.p50 ?? Number.NaN) * 1000;
}
