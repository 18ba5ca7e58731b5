import { Cmdlet, Int32, Job, type JobWork, Obsolete, Parameter, PSCmdlet, Session } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';

@Cmdlet('Wait', 'Forever')
class WaitForever extends PSCmdlet<never> {
  static disposed = 0;

  override processRecord(): Promise<void> {
    return new Promise((_resolve, reject) => {
      this.stopping.addEventListener('abort', () => reject(new Error('given up')));
    });
  }

  override dispose(): void {
    WaitForever.disposed++;
  }
}

@Obsolete('Use Get-New.')
@Cmdlet('Get', 'Old')
class GetOld extends PSCmdlet<string> {
  override *processRecord() {
    yield 'old';
  }
}

/** Gives each number a child job of its own. */
class PerNumberJob extends Job<number> {
  protected override run(work: JobWork<unknown, number>): void {
    for (const number of work.parameters['number'] as readonly number[]) {
      this.startChild({ run: (sink) => work.invoke(undefined, sink, { number: [number] }) });
    }
  }
}

@Cmdlet('Get', 'Double', { job: PerNumberJob })
class GetDouble extends PSCmdlet<number> {
  @Parameter({ type: [Int32], mandatory: true, position: 0 }) number!: number[];
  @Parameter({ type: Int32, position: 1 }) times = 2;

  override *processRecord() {
    for (const number of this.number) yield number * this.times;
  }
}

describe('A session that is disposed', () => {
  it('stops the runs that go on, and their cmdlets are disposed', async () => {
    const session = await Session.create();
    const run = session.pipeline(WaitForever).run();
    await session.dispose();
    expect(await run).toMatchObject({ state: 'Stopped', output: [] });
    expect(WaitForever.disposed).toBe(1);
  });
});

describe('An obsolete command', () => {
  it('warns once when it begins, with the id CommandObsolete', async () => {
    const session = await Session.create();
    const { output, warnings } = await session.pipeline(GetOld).run();
    expect(output).toEqual(['old']);
    expect(warnings.map((warning) => [warning.fullyQualifiedWarningId, warning.message])).toEqual([
      ['CommandObsolete', "The command 'Get-Old' is obsolete. Use Get-New."],
    ]);
    await session.dispose();
  });
});

describe('The work of a job', () => {
  it('tells the parameters as they are bound, and can be invoked with others in their place', async () => {
    const session = await Session.create();
    const job = await session.invoke(GetDouble, { number: [1, 2, 3], times: 10, asJob: true });
    await job.finished;
    expect(job.childJobs.map((child) => child.output)).toEqual([[10], [20], [30]]);
    await session.dispose();
  });
});
