import { describe, expect, it } from 'vitest';
import { Job } from '../../../packages/core/src/job/job.js';
import { InvalidJobStateException, JobFailedException } from '../../../packages/core/src/job/job-exceptions.js';
import { JobIdCounter } from '../../../packages/core/src/job/job-id-counter.js';
import type { JobWork } from '../../../packages/core/src/job/job-work.js';
import { PipelineStoppedException } from '../../../packages/core/src/records/exceptions.js';
import { Gate, ManualJob, StateLog, workOf } from './manual-job.js';
import { settle, VirtualClock } from './virtual-clock.js';

describe('ids and names', () => {
  it('count jobs and their children together, the parent first', () => {
    const ids = new JobIdCounter();
    const jobs = [1, 2].map(() => {
      const job = new Job({ ids });
      job.start(workOf(() => {}));
      return job;
    });
    expect(jobs.flatMap((job) => [job.id, ...job.childJobs.map((child) => child.id)])).toEqual([1, 2, 3, 4]);
    expect(ids.last).toBe(4);
  });

  it.each([
    [undefined, 'Job1'],
    ['', 'Job1'],
    [' ', ' '],
    ['Nightly', 'Nightly'],
  ])('a job given the name %j is called %j, and its child by its own id', (name, expected) => {
    const job = new Job({ ids: new JobIdCounter(), name });
    job.start(workOf(() => {}));
    expect(job.name).toBe(expected);
    expect(job.childJobs[0]?.name).toBe('Job2');
  });

  it('a name may be set later, and stands in the job as text', () => {
    const job = new ManualJob({ name: 'before' });
    job.name = 'after';
    expect(`${job}`).toBe('after (1)');
  });

  it('an instance id is made once, unless it is given', () => {
    const job = new ManualJob();
    expect(job.instanceId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    expect(job.instanceId).toBe(job.instanceId);
    const instanceId = '11111111-2222-3333-4444-555555555555';
    expect(new ManualJob({ instanceId }).instanceId).toBe(instanceId);
  });

  it('the kind of job is what was given, else the name of its class, and nothing for plain jobs and children', () => {
    const plain = new Job({ ids: new JobIdCounter() });
    plain.start(workOf(() => {}));
    expect([plain.psJobTypeName, plain.childJobs[0]?.psJobTypeName]).toEqual(['', '']);
    expect(new ManualJob().psJobTypeName).toBe('ManualJob');
    expect(new ManualJob({ psJobTypeName: 'Sample' }).psJobTypeName).toBe('Sample');
  });

  it('is no thenable, so that an async function can return a job', () => {
    expect('then' in new ManualJob()).toBe(false);
  });
});

describe('the state of a job', () => {
  it('goes through its changes, observers being told of each', () => {
    const job = new ManualJob({ name: 'g' });
    const log = new StateLog(job);
    for (const state of ['Running', 'Suspending', 'Suspended', 'Running', 'Blocked', 'Stopping', 'Stopped'] as const) {
      job.set(state);
    }
    expect(log.lines).toEqual([
      'g: NotStarted -> Running',
      'g: Running -> Suspending',
      'g: Suspending -> Suspended',
      'g: Suspended -> Running',
      'g: Running -> Blocked',
      'g: Blocked -> Stopping',
      'g: Stopping -> Stopped',
    ]);
  });

  it('is not raised again when neither state nor reason change, and is when the reason does', () => {
    const job = new ManualJob({ name: 'g' });
    const log = new StateLog(job);
    job.set('Running').set('Running').set('Running', new Error('why')).set('Completed').set('Completed');
    expect(log.lines).toEqual(['g: NotStarted -> Running', 'g: Running -> Running [why]', 'g: Running -> Completed']);
  });

  it.each(['Completed', 'Failed', 'Stopped'] as const)('%s is never left', (state) => {
    const job = new ManualJob().set('Running').set(state);
    const other = state === 'Failed' ? 'Stopped' : 'Failed';
    expect(() => job.set('Running')).toThrow(InvalidJobStateException);
    expect(() => job.set(other)).toThrow(
      expect.objectContaining({ errorId: 'InvalidJobState', category: 'InvalidOperation', currentState: state }),
    );
    expect(job.state).toBe(state);
  });

  it('does not change in a way that the table of states has not, and the message names what may follow', () => {
    const job = new ManualJob();
    expect(() => job.set('Completed')).toThrow(/NotStarted and cannot become Completed.*Running, Failed, Stopped/);
  });

  it('has its times before anybody is told, and its streams closed, and `finished` resolves after that', async () => {
    const clock = new VirtualClock();
    const job = new ManualJob({ clock });
    const seen: string[] = [];
    job.observe({
      stateChanged: (_job, { state }) => {
        job.out.writeObject(1);
        seen.push(`${state} ${job.psBeginTime !== undefined} ${job.psEndTime !== undefined} ${job.output.length}`);
      },
    });
    void job.finished.then(({ state }) => seen.push(`finished ${state}`));
    job.set('Running');
    await clock.advance(1000);
    job.set('Completed');
    await settle();
    expect(seen).toEqual(['Running true false 1', 'Completed true true 1', 'finished Completed']);
    expect(job.psEndTime?.getTime()).toBe((job.psBeginTime?.getTime() ?? 0) + 1000);
  });

  it('has no begin time when it was stopped before it began, but an end time', async () => {
    const job = new ManualJob();
    await job.stop();
    expect([job.state, job.psBeginTime, job.psEndTime instanceof Date]).toEqual(['Stopped', undefined, true]);
  });

  it('resolves `finished` for a failed job too, and at once for one that has ended', async () => {
    const job = new ManualJob().set('Running').set('Failed', new Error('bad'));
    expect(await job.finished).toMatchObject({ state: 'Failed', reason: { message: 'bad' } });
    expect(String(job.jobStateInfo)).toBe('Failed');
  });
});

describe('work', () => {
  it('runs in one child, whose output is that of the job', async () => {
    const job = new Job<number>({ ids: new JobIdCounter() });
    job.start(
      workOf<number>(
        async (input, sink) => {
          for await (const record of input ?? []) sink.writeObject(Number(record) * 2);
        },
        [1, 2],
      ),
    );
    expect(job.state).toBe('Running');
    await job.finished;
    expect(job.state).toBe('Completed');
    expect(job.childJobs.map(({ state, output }) => [state, output])).toEqual([['Completed', [2, 4]]]);
    expect(job.output).toEqual([2, 4]);
  });

  it('that is done at once ends the job before start returns', () => {
    const job = new Job({ ids: new JobIdCounter() });
    const log = new StateLog(job);
    job.start(workOf((_input, sink) => void sink.writeObject('x')));
    expect(log.lines).toEqual(['Job1: NotStarted -> Running', 'Job1: Running -> Completed']);
  });

  it('may be started once', () => {
    const job = new Job({ ids: new JobIdCounter() });
    job.start(workOf(() => {}));
    expect(() => job.start(workOf(() => {}))).toThrow(expect.objectContaining({ errorId: 'InvalidJobState' }));
  });

  it.each([
    ['throws', () => Promise.reject(new Error('bad')), 'Failed', 'bad'],
    [
      'throws at once',
      () => {
        throw new Error('bad');
      },
      'Failed',
      'bad',
    ],
    ['throws what is no Error', () => Promise.reject('text'), 'Failed', 'text'],
    ['is stopped by its own pipeline', () => Promise.reject(new PipelineStoppedException()), 'Stopped', undefined],
    ['writes errors only', () => Promise.resolve(), 'Completed', undefined],
  ] as const)('that %s ends the job as expected', async (_what, invoke, state, message) => {
    const job = new Job({ ids: new JobIdCounter() });
    job.start(workOf(invoke));
    const info = await job.finished;
    expect([info.state, info.reason?.message]).toEqual([state, message]);
    expect(job.childJobs[0]?.jobStateInfo).toMatchObject({ state, reason: info.reason });
  });
});

describe('a job that splits its work', () => {
  class PerRecord extends Job<string> {
    protected override async run(work: JobWork<unknown, string>): Promise<void> {
      for await (const record of work.input) {
        this.startChild({ name: `unit-${record}`, run: (sink) => work.invoke([record], sink) });
      }
    }
  }

  it('has one child per piece, and ends when all have ended although it does not wait for them', async () => {
    const job = new PerRecord({ ids: new JobIdCounter() });
    job.start(
      workOf<string>(
        async (input, sink) => {
          for await (const record of input ?? []) sink.writeObject(`did ${record}`);
        },
        ['a', 'b'],
      ),
    );
    await job.finished;
    expect(job.childJobs.map(({ name, id, state }) => [name, id, state])).toEqual([
      ['unit-a', 2, 'Completed'],
      ['unit-b', 3, 'Completed'],
    ]);
    expect(job.output).toEqual(['did a', 'did b']);
    expect(job.statusMessage).toBe('2/2 completed');
  });

  it('without any record is Completed without children', async () => {
    const job = new PerRecord({ ids: new JobIdCounter() });
    job.start(workOf<string>(() => {}));
    expect((await job.finished).state).toBe('Completed');
    expect(job.childJobs).toEqual([]);
  });

  it('lets so many children work as its throttle limit says, in order', async () => {
    const job = new ManualJob({ throttleLimit: 2 });
    const gates = [1, 2, 3, 4].map(() => new Gate());
    for (const gate of gates) job.add(gate);
    const states = (): string[] => job.childJobs.map(({ state }) => state);
    expect(states()).toEqual(['Running', 'Running', 'NotStarted', 'NotStarted']);
    gates[1]?.resolve();
    await settle();
    expect(states()).toEqual(['Running', 'Completed', 'Running', 'NotStarted']);
    for (const gate of [0, 2, 3]) {
      gates[gate]?.resolve();
      await settle();
    }
    expect(job.state).toBe('Completed');
  });

  it.each([
    [undefined, 5],
    [0, 5],
    [-1, 5],
    [3, 3],
  ])('given the throttle limit %s lets %i work', (throttleLimit, expected) => {
    expect(new ManualJob({ throttleLimit }).throttleLimit).toBe(expected);
  });

  it("is Failed if a child is, with that child's reason, when all have ended", async () => {
    const job = new ManualJob();
    const [good, bad] = [new Gate(), new Gate()];
    job.add(good);
    job.add(bad);
    const reason = new Error('two');
    bad.reject(reason);
    await settle();
    expect(job.state).toBe('Running');
    good.resolve();
    await settle();
    expect(job.jobStateInfo).toMatchObject({ state: 'Failed', reason });
  });

  it('lists all failures if several children failed, the first first', async () => {
    const job = new ManualJob();
    const gates = [new Gate({ name: 'a' }), new Gate({ name: 'b' })];
    for (const gate of gates) job.add(gate);
    gates[1]?.reject(new Error('from b'));
    await settle();
    gates[0]?.reject(new Error('from a'));
    const { reason } = await job.finished;
    expect(reason).toBeInstanceOf(JobFailedException);
    expect(reason).toMatchObject({
      errorId: 'JobStateFailed',
      cause: { message: 'from b' },
      failures: [
        { name: 'b', id: 3 },
        { name: 'a', id: 2 },
      ],
    });
  });

  it('that throws itself is Failed with its own reason once its children have been stopped', async () => {
    class Throws extends Job {
      readonly gate = new Gate();
      protected override run(): Promise<void> {
        this.startChild(this.gate);
        this.gate.out.onStop(() => this.gate.resolve());
        return Promise.reject(new Error('own'));
      }
    }
    const job = new Throws({ ids: new JobIdCounter() });
    job.start(workOf(() => {}));
    expect(await job.finished).toMatchObject({ state: 'Failed', reason: { message: 'own' } });
    expect(job.childJobs[0]?.state).toBe('Stopped');
    expect(job.log.unread()).toMatchObject([{ stream: 'Failure', value: { message: 'own' } }]);
  });

  it('can do the work itself', async () => {
    class Worker extends Job<number> {
      protected override run(): void {
        this.sink.writeObject(7);
      }
    }
    const job = new Worker({ ids: new JobIdCounter() });
    job.start(workOf<number>(() => {}));
    expect([job.state, job.childJobs.length, job.output]).toEqual(['Completed', 0, [7]]);
  });

  it('follows its children through blocking and suspension, by way of Running where there is no direct one', () => {
    const job = new ManualJob({ name: 'p' });
    const a = new ManualJob({}, job);
    const b = new ManualJob({}, job);
    job.adopt(a);
    job.adopt(b);
    const log = new StateLog(job);
    a.set('Running');
    b.set('Running').set('Suspended');
    a.set('Blocked').set('Stopped');
    b.set('Running').set('Completed');
    expect(log.lines).toEqual([
      'p: NotStarted -> Running',
      'p: Running -> Blocked',
      'p: Blocked -> Running',
      'p: Running -> Suspended',
      'p: Suspended -> Running',
      'p: Running -> Stopped',
    ]);
  });

  it('ends even if its author left it suspended', async () => {
    class Suspends extends Job {
      protected override async run(): Promise<void> {
        this.setJobState('Suspended');
      }
    }
    const job = new Suspends({ ids: new JobIdCounter() });
    job.start(workOf(() => {}));
    expect((await job.finished).state).toBe('Completed');
  });

  it('knows only the children that were added', () => {
    const job = new ManualJob();
    const stranger = new ManualJob({}, job);
    stranger.set('Running').set('Failed', new Error('bad'));
    expect([job.state, job.childJobs]).toEqual(['NotStarted', []]);
  });

  it('is where its children are, unless it was told', () => {
    const job = new ManualJob();
    expect(job.location).toBe('localhost');
    for (const location of ['oslo', 'rome', 'oslo']) job.add(new Gate({ location }));
    expect(job.location).toBe('oslo,rome');
    expect(new ManualJob({ location: 'here' }).location).toBe('here');
  });

  it('tells how many children are done, unless it says something else', async () => {
    const job = new ManualJob();
    const gates = [new Gate(), new Gate(), new Gate()];
    expect(job.statusMessage).toBe('');
    for (const gate of gates) job.add(gate);
    gates[0]?.resolve();
    await settle();
    expect(job.statusMessage).toBe('1/3 completed');
    job.report('nearly there');
    expect(job.statusMessage).toBe('nearly there');
  });

  it('makes no child once it has ended', () => {
    const job = new ManualJob().set('Running').set('Completed');
    expect(() => job.add(new Gate())).toThrow(expect.objectContaining({ errorId: 'InvalidJobState' }));
  });
});

describe('what a job still has to give', () => {
  it('is something while it may write, and then until all is received', () => {
    const job = new ManualJob().set('Running');
    expect(job.hasMoreData).toBe(true);
    job.out.writeVerbose('v');
    job.set('Completed');
    expect(job.hasMoreData).toBe(true);
    job.log.unread();
    expect(job.hasMoreData).toBe(true);
    job.log.take();
    expect(job.hasMoreData).toBe(false);
  });

  it('includes the reason of a failure until it was delivered once', () => {
    const job = new ManualJob().set('Running').set('Failed', new Error('bad'));
    expect(job.hasMoreData).toBe(true);
    expect(job.error).toEqual([]);
    expect(job.log.take()).toMatchObject({ stream: 'Failure', value: { message: 'bad' } });
    expect(job.hasMoreData).toBe(false);
  });

  it('includes that of its children, and a failure once, not again for the parent', async () => {
    const job = new ManualJob();
    const gate = new Gate();
    const child = job.add(gate);
    gate.out.writeObject(1);
    gate.reject(new Error('bad'));
    await job.finished;
    expect([job.hasMoreData, job.log.unreadCount]).toEqual([true, 0]);
    while (child.log.take() !== undefined);
    expect(job.hasMoreData).toBe(false);
  });

  it('is seen stream by stream in the parent, children first', async () => {
    const job = new ManualJob();
    const gates = [new Gate(), new Gate()];
    for (const gate of gates) job.add(gate);
    void gates[1]?.out.writeWarning('w2');
    void gates[0]?.out.writeWarning('w1');
    void gates[0]?.out.writeVerbose('v');
    void gates[0]?.out.writeDebug('d');
    void gates[0]?.out.writeProgress({ activity: 'a', statusDescription: 's' });
    job.out.writeWarning('own');
    expect(job.warning.map(String)).toEqual(['w1', 'w2', 'own']);
    expect([job.verbose.map(String), job.debug.map(String)]).toEqual([['v'], ['d']]);
    expect(job.progress.map(String)).toEqual(['Job1: 0/2 completed', 'a: s']);
    expect([job.information, job.error]).toEqual([[], []]);
  });
});
