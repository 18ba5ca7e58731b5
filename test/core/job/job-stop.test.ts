import { describe, expect, it, vi } from 'vitest';
import { Job } from '../../../packages/core/src/job/job.js';
import { JobIdCounter } from '../../../packages/core/src/job/job-id-counter.js';
import { PipelineStoppedException } from '../../../packages/core/src/records/exceptions.js';
import { Gate, ManualJob, StateLog, workOf } from './manual-job.js';
import { settle, VirtualClock } from './virtual-clock.js';

describe('stopping a job', () => {
  it('asks the work to end and is over when it has', async () => {
    const clock = new VirtualClock();
    const job = new Job<string>({ ids: new JobIdCounter(), clock });
    const log = new StateLog(job);
    job.start(
      workOf<string>(
        (_input, sink) =>
          new Promise((_resolve, reject) => {
            sink.writeObject('before');
            sink.signal.addEventListener('abort', () => reject(sink.signal.reason));
          }),
      ),
    );
    await job.stop();
    expect(log.lines).toEqual([
      'Job1: NotStarted -> Running',
      'Job1: Running -> Stopping',
      'Job1: Stopping -> Stopped',
    ]);
    expect(job.childJobs[0]?.state).toBe('Stopped');
    expect([job.output, job.error, job.warning, job.jobStateInfo.reason]).toEqual([['before'], [], [], undefined]);
    expect(clock.pending).toBe(0);
  });

  it.each([
    ['returns', (gate: Gate) => gate.resolve()],
    ['throws the stop signal', (gate: Gate) => gate.reject(new PipelineStoppedException())],
    ['throws anything else', (gate: Gate) => gate.reject(new Error('connection closed'))],
  ])('is Stopped when the work then %s', async (_what, end) => {
    const job = new ManualJob();
    const gate = new Gate();
    job.add(gate);
    const stopped = job.stop();
    end(gate);
    await stopped;
    expect(job.state).toBe('Stopped');
    expect(job.childJobs[0]?.jobStateInfo).toMatchObject({ state: 'Stopped', reason: undefined });
  });

  it('keeps the reason it was given', async () => {
    const job = new ManualJob();
    const reason = new Error('no longer needed');
    await job.stop(reason);
    expect(job.jobStateInfo).toMatchObject({ state: 'Stopped', reason });
  });

  it.each(['Completed', 'Failed', 'Stopped'] as const)('does nothing when the job is %s', async (state) => {
    const job = new ManualJob().set('Running').set(state);
    await job.stop();
    expect(job.state).toBe(state);
  });

  it.each(['NotStarted', 'Running', 'Blocked', 'Suspended', 'Disconnected', 'Suspending', 'AtBreakpoint'] as const)(
    'ends a job without work of its own that is %s',
    async (state) => {
      const job = new ManualJob();
      if (state !== 'NotStarted') job.set('Running');
      if (state !== 'Running' && state !== 'NotStarted') job.set(state);
      await job.stop();
      expect(job.state).toBe('Stopped');
    },
  );

  it('sends children that wait for their turn to Stopped at once, and they never begin', async () => {
    const job = new ManualJob({ throttleLimit: 1 });
    const gates = [new Gate(), new Gate()];
    for (const gate of gates) job.add(gate);
    const stopped = job.stop();
    expect(job.childJobs.map(({ state }) => state)).toEqual(['Stopping', 'Stopped']);
    gates[0]?.resolve();
    await stopped;
    expect(gates[1]?.runs).toBe(0);
  });

  it('one child of several leaves the others, and makes the parent Stopped in the end', async () => {
    const job = new ManualJob();
    const gates = [new Gate(), new Gate()];
    const [first] = gates.map((gate) => job.add(gate));
    const stopped = first?.stop();
    gates[0]?.resolve();
    await stopped;
    expect([first?.state, job.state]).toEqual(['Stopped', 'Running']);
    gates[1]?.resolve();
    await settle();
    expect(job.state).toBe('Stopped');
  });

  it('a job of which one child had failed leaves it Failed', async () => {
    const job = new ManualJob();
    const gates = [new Gate(), new Gate()];
    for (const gate of gates) job.add(gate);
    gates[0]?.reject(new Error('bad'));
    await settle();
    const stopped = job.stop();
    gates[1]?.resolve();
    await stopped;
    expect(job.jobStateInfo).toMatchObject({ state: 'Failed', reason: { message: 'bad' } });
  });

  it('a job that splits its work makes it Stopped even if all children so far were Completed', async () => {
    class Endless extends Job {
      protected override async run(): Promise<void> {
        for (;;) {
          this.startChild({ run: () => {} });
          await Promise.resolve();
        }
      }
    }
    const job = new Endless({ ids: new JobIdCounter() });
    job.start(workOf(() => {}));
    await settle();
    await job.stop();
    expect(job.childJobs.every(({ state }) => state === 'Completed')).toBe(true);
    expect(job.state).toBe('Stopped');
  });

  it('before the work began means that it never does', async () => {
    const run = vi.fn();
    const job = new ManualJob();
    job.observe({ stateChanged: () => void job.stop() });
    job.start(workOf(run));
    await job.finished;
    expect(job.state).toBe('Stopped');
    expect(run).not.toHaveBeenCalled();
  });
});

describe('work that does not listen', () => {
  it('is given up after the grace period: the job is Stopped and says so', async () => {
    const clock = new VirtualClock();
    const job = new ManualJob({ clock });
    const gate = new Gate();
    const child = job.add(gate);
    const stopped = job.stop();
    await clock.advance(4999);
    expect(job.state).toBe('Stopping');
    await clock.advance(1);
    await stopped;
    expect([job.state, child.state]).toEqual(['Stopped', 'Stopped']);
    expect(child.warning.map(String)).toEqual([expect.stringContaining('did not end within 5000 ms')]);
    expect(child.statusMessage).toContain('given up');
    expect(clock.pending).toBe(0);
  });

  it('writes into nothing from then on, whatever becomes of it', async () => {
    const clock = new VirtualClock();
    const job = new ManualJob({ clock, stopGraceMilliseconds: 10 });
    const gate = new Gate();
    job.add(gate);
    void job.stop();
    await clock.advance(10);
    expect(gate.out.closed).toBe(true);
    gate.out.writeObject('late');
    expect(() => gate.out.accept('late')).toThrow(PipelineStoppedException);
    gate.reject(new Error('late'));
    await settle();
    expect([job.state, job.output, job.error]).toEqual(['Stopped', [], []]);
  });

  it('gives its place to the next child', async () => {
    const clock = new VirtualClock();
    const job = new ManualJob({ clock, throttleLimit: 1 });
    const gates = [new Gate(), new Gate()];
    const [first] = gates.map((gate) => job.add(gate));
    void first?.stop(undefined, { graceMilliseconds: 50 });
    await clock.advance(50);
    expect(gates[1]?.runs).toBe(1);
  });

  it('in `run` itself does not keep the job from ending', async () => {
    class Hangs extends Job {
      protected override run(): Promise<void> {
        return new Promise(() => {});
      }
    }
    const clock = new VirtualClock();
    const job = new Hangs({ ids: new JobIdCounter(), clock });
    job.start(workOf<unknown>(() => {}));
    const stopped = job.stop();
    await clock.advance(5000);
    await stopped;
    expect(job.state).toBe('Stopped');
  });

  it('is ended by force where that can be done, and no warning is needed', async () => {
    const clock = new VirtualClock();
    const job = new ManualJob({ clock });
    const gate = new Gate();
    const terminate = vi.fn(() => gate.reject(new Error('killed')));
    job.add(Object.assign(gate, { terminate }));
    const stopped = job.stop();
    expect(terminate).not.toHaveBeenCalled();
    await clock.advance(5000);
    await stopped;
    expect(terminate).toHaveBeenCalledOnce();
    expect([job.state, job.warning]).toEqual(['Stopped', []]);
    expect(clock.pending).toBe(0);
  });

  it.each([
    ['takes for ever', () => new Promise<void>(() => {}), 10_000],
    ['fails', () => Promise.reject(new Error('no such process')), 5000],
  ])('is given up when ending it by force %s', async (_what, terminate, milliseconds) => {
    const clock = new VirtualClock();
    const job = new ManualJob({ clock });
    job.add(Object.assign(new Gate(), { terminate }));
    const stopped = job.stop();
    await clock.advance(milliseconds);
    await stopped;
    expect([job.state, job.warning.length]).toEqual(['Stopped', 1]);
  });
});

describe('what it took to stop a job', () => {
  const ends = {
    terminate: { terminate: () => {} },
    kill: { terminate: () => new Promise<void>(() => {}), kill: () => {} },
    killAfterFailure: { terminate: () => Promise.reject(new Error('no such group')), kill: () => {} },
    nothing: { terminate: () => new Promise<void>(() => {}), kill: () => new Promise<void>(() => {}) },
    none: {},
  };

  it.each([
    ['a signal, to which the work listens', ends.none, 0, 'Signal'],
    ['an end by force after the grace period', ends.terminate, 5000, 'Terminated'],
    ['another after a second one', ends.kill, 10_000, 'Killed'],
    ['another at once if the first fails', ends.killAfterFailure, 5000, 'Killed'],
    ['giving up after a third', ends.nothing, 15_000, 'GivenUp'],
    ['giving up after the first if there is no force', ends.none, 5000, 'GivenUp'],
  ] as const)('is %s', async (_what, forced, milliseconds, method) => {
    const clock = new VirtualClock();
    const job = new ManualJob({ clock });
    const gate = new Gate();
    const child = job.add(Object.assign(gate, forced));
    const stopped = job.stop();
    if (milliseconds === 0) gate.resolve();
    else await clock.advance(milliseconds - 1);
    if (milliseconds > 0) expect(job.state).toBe('Stopping');
    await clock.advance(1);
    await stopped;
    expect([job.state, job.stopMethod, child.stopMethod]).toEqual(['Stopped', method, method]);
    expect([child.warning.length, clock.pending]).toEqual([method === 'GivenUp' ? 1 : 0, 0]);
  });

  it.each([
    ['the hardest that there is', { ...ends.kill }, 'Killed'],
    ['the only one that there is', { ...ends.terminate }, 'Terminated'],
    ['giving up', { ...ends.none }, 'GivenUp'],
  ] as const)('with force is at once %s', async (_what, forced, method) => {
    const clock = new VirtualClock();
    const job = new ManualJob({ clock });
    job.add(Object.assign(new Gate(), forced));
    const stopped = job.stop(undefined, { force: true });
    await clock.advance(0);
    await stopped;
    expect([job.state, job.stopMethod]).toEqual(['Stopped', method]);
  });

  it('can be made harder while it is being stopped', async () => {
    const clock = new VirtualClock();
    const job = new ManualJob({ clock });
    const log = new StateLog(job);
    job.add(Object.assign(new Gate(), ends.nothing));
    const stopped = job.stop();
    await clock.advance(5000);
    expect(job.stopMethod).toBe('Terminated');
    void job.stop(undefined, { force: true, graceMilliseconds: 20 });
    expect(job.stopMethod).toBe('Killed');
    await clock.advance(20);
    await stopped;
    expect(job.stopMethod).toBe('GivenUp');
    expect(log.lines).toEqual([
      'Job1: NotStarted -> Running',
      'Job1: Running -> Stopping',
      'Job1: Stopping -> Stopped',
    ]);
  });

  it('does not take longer when it is asked for again', async () => {
    const clock = new VirtualClock();
    const job = new ManualJob({ clock });
    job.add(new Gate());
    const stopped = job.stop();
    await clock.advance(4000);
    void job.stop();
    await clock.advance(1000);
    await stopped;
    expect(job.state).toBe('Stopped');
  });

  it('is nothing for a job that ended by itself, or never began', async () => {
    const [done, waiting] = [new ManualJob().set('Running').set('Completed'), new ManualJob()];
    await waiting.stop();
    await done.stop();
    expect([done.stopMethod, waiting.stopMethod, waiting.state]).toEqual([undefined, undefined, 'Stopped']);
  });
});

describe('disposing a job', () => {
  it('stops it first', async () => {
    const job = new ManualJob();
    const gate = new Gate();
    job.add(gate);
    gate.out.writeObject(1);
    const disposed = job.dispose();
    gate.resolve();
    await disposed;
    expect(job.state).toBe('Stopped');
  });

  it('leaves a husk that can be read but not changed', async () => {
    const job = new ManualJob({ name: 'n', command: 'c' }).set('Running');
    job.out.writeObject(1);
    job.set('Completed');
    await job.dispose();
    expect(() => job.set('Failed')).toThrow(expect.objectContaining({ errorId: 'ObjectDisposed' }));
    expect(() => {
      job.name = 'x';
    }).toThrow(expect.objectContaining({ errorId: 'ObjectDisposed' }));
    expect([job.id, job.name, job.command, job.state, job.hasMoreData, job.output]).toEqual([
      1,
      'n',
      'c',
      'Completed',
      true,
      [1],
    ]);
    expect((await job.finished).state).toBe('Completed');
  });

  it('can be left to `await using`', async () => {
    const job = new ManualJob();
    job.add({ run: (sink) => new Promise((resolve) => void sink.onStop(resolve)) });
    await job[Symbol.asyncDispose]();
    expect(job.state).toBe('Stopped');
  });
});
