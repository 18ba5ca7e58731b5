import { Cmdlet, Int32, inject, Job, type JobWork, Obsolete, Parameter, PSCmdlet, Session } from '@cmdlet/core';
import { describe, expect, it, vi } from 'vitest';
import { settle, VirtualClock } from '../job/virtual-clock.js';

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

/** Says that it was disposed of. */
@Cmdlet('Get', 'NeedsName')
class NeedsName extends PSCmdlet<string> {
  static readonly log: string[] = [];
  @Parameter({ mandatory: true }) name!: string;

  override beginProcessing(): void {
    NeedsName.log.push('begin');
  }
  override dispose(): void {
    NeedsName.log.push('disposed');
  }
}

describe('A run that asks for mandatory parameters', () => {
  /** Asks until it is told to end. */
  const asking = (signal: AbortSignal | undefined) =>
    new Promise<never>((_resolve, reject) => {
      signal?.addEventListener('abort', () => reject(new Error('nobody asks any more')));
    });

  it.each<[string, (session: () => Session, signal: AbortSignal | undefined) => Promise<never>]>([
    ['while it asks', (_session, signal) => asking(signal)],
    [
      'by whoever is asked',
      (session, signal) => {
        void session().dispose();
        return asking(signal);
      },
    ],
  ])('is stopped when the session is disposed %s, and its cmdlet is disposed', async (_, prompt) => {
    NeedsName.log.length = 0;
    const session: Session = await Session.create({
      clock: new VirtualClock(),
      host: { prompt: (_caption, _message, _fields, signal) => prompt(() => session, signal) },
    });
    const run = session.pipeline(NeedsName).run();
    await session.dispose();
    expect(await run).toMatchObject({ state: 'Stopped', failure: undefined });
    expect(NeedsName.log).toEqual(['disposed']);
  });

  it('is forgotten, and forgets its signal, whatever goes wrong', async () => {
    const session = await Session.create({
      clock: new VirtualClock(),
      host: { prompt: () => Promise.resolve({ Name: 'x' }) },
      observer: {
        commandBound: () => {
          throw new RangeError('observed');
        },
      },
    });
    const { signal } = new AbortController();
    const removed = vi.spyOn(signal, 'removeEventListener');
    const run = session.pipeline(NeedsName).with({ signal }).run();
    await expect(run).rejects.toThrow(RangeError);
    expect(removed).toHaveBeenCalledOnce();
    await session.dispose();
  });
});

@Cmdlet('Wait', 'Stubborn')
class WaitStubborn extends PSCmdlet<never> {
  static end: () => void = () => {};

  override processRecord(): Promise<void> {
    return new Promise((resolve) => {
      WaitStubborn.end = resolve;
    });
  }
}

class Log {
  readonly lines: string[] = [];
}

class Store {
  readonly #log = inject(Log);
  [Symbol.dispose](): void {
    this.#log.lines.push('store closed');
  }
}

describe('Disposing a session', () => {
  const started = async () => {
    const clock = new VirtualClock();
    const session = await Session.create({ clock, disposeGrace: 1000, services: [Log, Store] });
    session.resolve(Store);
    const { lines } = session.resolve(Log);
    const run = session.pipeline(WaitStubborn).run();
    await settle();
    const disposed = session.dispose().then(() => lines.push('disposed'));
    await settle();
    return { clock, lines, run, disposed };
  };

  it('waits for a step that goes on after it was stopped, before services end', async () => {
    const { clock, lines, run, disposed } = await started();
    expect(lines).toEqual([]);
    WaitStubborn.end();
    await disposed;
    expect(lines).toEqual(['store closed', 'disposed']);
    expect((await run).state).toBe('Stopped');
    expect(clock.pending).toBe(0);
  });

  it('waits no longer than it may', async () => {
    const { clock, lines, disposed } = await started();
    await clock.advance(999);
    expect(lines).toEqual([]);
    await clock.advance(1);
    await disposed;
    expect(lines).toEqual(['store closed', 'disposed']);
    WaitStubborn.end();
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
