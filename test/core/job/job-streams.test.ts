import { lastValueFrom, toArray } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { Gate, ManualJob } from './manual-job.js';
import { settle } from './virtual-clock.js';

function collected<T>(source: import('rxjs').Observable<T>): { values: T[]; end: string } {
  const seen: { values: T[]; end: string } = { values: [], end: 'open' };
  source.subscribe({
    next: (value) => seen.values.push(value),
    error: (error: Error) => {
      seen.end = `error ${error.message}`;
    },
    complete: () => {
      seen.end = 'complete';
    },
  });
  return seen;
}

describe('output$', () => {
  it('gives what is unread, then what comes, and takes nothing from who receives', () => {
    const job = new ManualJob<number>().set('Running');
    job.out.writeObject(1);
    const seen = collected(job.output$);
    job.out.writeWarning('not output');
    job.out.writeObject(2);
    job.set('Completed');
    expect(seen).toEqual({ values: [1, 2], end: 'complete' });
    expect(job.output).toEqual([1, 2]);
  });

  it('gives the output of all children as it comes, of later ones too', async () => {
    const job = new ManualJob<number>();
    const gates = [new Gate<number>(), new Gate<number>()];
    const seen = collected(job.output$);
    for (const gate of gates) job.add(gate);
    void gates[1]?.out.writeObject(2);
    void gates[0]?.out.writeObject(1);
    for (const gate of gates) gate.resolve();
    await settle();
    expect(seen).toEqual({ values: [2, 1], end: 'complete' });
  });

  it.each([
    ['Completed', undefined, 'complete'],
    ['Stopped', undefined, 'complete'],
    ['Failed', new Error('bad'), 'error bad'],
  ] as const)('of a job that is %s ends with: %3$s', (state, reason, end) => {
    const running = new ManualJob().set('Running');
    const live = collected(running.output$);
    running.set(state, reason);
    expect([live.end, collected(running.output$).end]).toEqual([end, end]);
  });

  it('keeps the order when a record is written while earlier ones are being given', () => {
    const job = new ManualJob<number>().set('Running');
    job.out.writeObject(1);
    job.out.writeObject(2);
    const values: number[] = [];
    job.output$.subscribe((value) => {
      values.push(value);
      if (value === 1) job.out.writeObject(3);
    });
    expect(values).toEqual([1, 2, 3]);
  });
});

describe('records$', () => {
  it('gives the records of all streams, the reason of a failure last, and completes', async () => {
    const job = new ManualJob<number>().set('Running');
    job.out.writeObject(1);
    const records = lastValueFrom(job.records$.pipe(toArray()));
    job.out.writeVerbose('v');
    job.out.writeProgress({ activity: 'a', statusDescription: 's' });
    job.set('Failed', new Error('bad'));
    expect((await records).map(({ stream, value }) => `${stream} ${value}`)).toEqual([
      'Output 1',
      'Verbose v',
      'Progress a: s',
      'Failure Error: bad',
    ]);
  });

  it('begins with the progress that goes on, and does not replay what came before', () => {
    const job = new ManualJob().set('Running');
    for (const percentComplete of [10, 20]) {
      job.out.writeProgress({ activity: 'a', statusDescription: 's', percentComplete });
    }
    const { values } = collected(job.records$);
    expect(values).toMatchObject([{ stream: 'Progress', value: { percentComplete: 20 } }]);
  });
});

describe('state$', () => {
  it('gives the state now, then every change, and completes after the last', () => {
    const job = new ManualJob();
    const seen = collected(job.state$);
    job.set('Running').set('Completed');
    expect(seen.end).toBe('complete');
    expect(seen.values.map((event) => [event.previousJobStateInfo?.state, event.jobStateInfo.state])).toEqual([
      [undefined, 'NotStarted'],
      ['NotStarted', 'Running'],
      ['Running', 'Completed'],
    ]);
    expect(seen.values[0]?.job).toBe(job);
  });

  it('of a job that has ended gives its state once', () => {
    const seen = collected(new ManualJob().set('Running').set('Completed').state$);
    expect(seen.values.map(({ jobStateInfo }) => jobStateInfo.state)).toEqual(['Completed']);
    expect(seen.end).toBe('complete');
  });

  it('does not speak of children', () => {
    const job = new ManualJob();
    const seen = collected(job.state$);
    job.add(new Gate());
    expect(seen.values.map(({ jobStateInfo }) => jobStateInfo.state)).toEqual(['NotStarted', 'Running']);
  });
});

describe('async iteration', () => {
  it('receives output as it comes, until the job ends', async () => {
    const job = new ManualJob<number>().set('Running');
    job.out.writeObject(1);
    const values: number[] = [];
    const reading = (async () => {
      for await (const value of job) values.push(value);
    })();
    await settle();
    job.out.writeObject(2);
    job.out.writeWarning('stays');
    await settle();
    expect(values).toEqual([1, 2]);
    job.out.writeObject(3);
    job.set('Completed');
    await reading;
    expect(values).toEqual([1, 2, 3]);
    expect([job.output, job.warning.map(String)]).toEqual([[], ['stays']]);
  });

  it('leaves what was not asked for', async () => {
    const job = new ManualJob<number>().set('Running');
    for (const value of [1, 2, 3]) job.out.writeObject(value);
    for await (const value of job) {
      expect(value).toBe(1);
      break;
    }
    expect(job.output).toEqual([2, 3]);
  });

  it('takes the records of children in the order of their arrival', async () => {
    const job = new ManualJob<string>();
    const gates = [new Gate<string>(), new Gate<string>()];
    for (const gate of gates) job.add(gate);
    const values: string[] = [];
    const reading = (async () => {
      for await (const value of job) values.push(value);
    })();
    for (const [gate, value] of [
      [1, 'b1'],
      [0, 'a1'],
      [1, 'b2'],
    ] as const)
      void gates[gate]?.out.writeObject(value);
    for (const gate of gates) gate.resolve();
    await reading;
    expect(values).toEqual(['b1', 'a1', 'b2']);
  });

  it('throws the reason of a failed job after its output', async () => {
    const job = new ManualJob<number>().set('Running');
    job.out.writeObject(1);
    job.set('Failed', new Error('bad'));
    const values: number[] = [];
    await expect(async () => {
      for await (const value of job) values.push(value);
    }).rejects.toThrow('bad');
    expect(values).toEqual([1]);
  });
});

describe('the sink of a job with a window', () => {
  it('makes the writer wait while too much is unread, until half of it was read', async () => {
    const job = new ManualJob<number>({ recordWindow: 4 }).set('Running');
    expect([1, 2, 3].map((value) => job.out.writeObject(value))).toEqual([undefined, undefined, undefined]);
    let written = false;
    void job.out.writeObject(4)?.then(() => {
      written = true;
    });
    job.log.take();
    await settle();
    expect(written).toBe(false);
    job.log.take();
    await settle();
    expect(written).toBe(true);
    expect(job.out.writeObject(5)).toBeUndefined();
  });

  it('lets the writer go when the job is stopped', async () => {
    const job = new ManualJob<number>({ recordWindow: 1 });
    let released = false;
    job.add({
      run: async (sink) => {
        await sink.writeObject(1);
        released = true;
      },
    });
    await job.stop();
    expect([released, job.state]).toEqual([true, 'Stopped']);
  });
});

describe('observers', () => {
  it('cannot disturb the job or one another', async () => {
    const thrown: unknown[] = [];
    const listeners = process.listeners('uncaughtException');
    process.removeAllListeners('uncaughtException');
    process.on('uncaughtException', (error) => thrown.push(error));
    try {
      const job = new ManualJob();
      const seen: string[] = [];
      job.observe({
        stateChanged() {
          throw new Error('observer');
        },
      });
      job.observe({ stateChanged: (_job, { state }) => seen.push(state) });
      job.set('Running').set('Completed');
      expect(seen).toEqual(['Running', 'Completed']);
      expect((await job.finished).state).toBe('Completed');
      await new Promise((resolve) => setImmediate(resolve));
    } finally {
      process.removeAllListeners('uncaughtException');
      for (const listener of listeners) process.on('uncaughtException', listener);
    }
    expect(thrown).toMatchObject([{ message: 'observer' }, { message: 'observer' }]);
  });

  it('are told nothing once they have left', () => {
    const job = new ManualJob();
    const seen: string[] = [];
    const leave = job.observe({ stateChanged: (_job, { state }) => seen.push(state) });
    job.set('Running');
    leave();
    job.set('Completed');
    expect(seen).toEqual(['Running']);
  });
});
