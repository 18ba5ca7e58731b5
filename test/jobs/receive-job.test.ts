import {
  Cmdlet,
  CmdletException,
  ErrorRecord,
  type Host,
  InformationRecord,
  JobManager,
  Parameter,
  PSCmdlet,
  Session,
} from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { jobCmdlets } from '../../packages/jobs/src/job-cmdlets.js';
import { JobStateEventArgs } from '../../packages/jobs/src/job-state-event-args.js';
import { Gate, ManualJob } from '../core/job/manual-job.js';
import { settle } from '../core/job/virtual-clock.js';
import { errorIds, JobSession } from './job-session.js';

const softError = (id = 'SoftId'): ErrorRecord => new ErrorRecord(new Error('soft'), id, 'ResourceBusy', 5);

/** Everything a receive gave, in order, as `Type: text`. */
async function receivedInOrder(jobs: JobSession, parameters: Readonly<Record<string, unknown>>): Promise<string[]> {
  const records = await jobs.session.pipeline('Receive-Job', parameters).merge({ all: 'output' }).toArray();
  return records.map((record) =>
    typeof record === 'object' && record !== null ? `${record.constructor.name}: ${record}` : `Output: ${record}`,
  );
}

describe('Receive-Job', () => {
  it('hands on output once', async () => {
    const jobs = await JobSession.create();
    const job = jobs.done(1, 2);
    expect((await jobs.run('rcjb', { job })).output).toEqual([1, 2]);
    expect((await jobs.run('Receive-Job', { job })).output).toEqual([]);
    expect(job.hasMoreData).toBe(false);
  });

  it.each([
    ['id', { id: 1 }],
    ['name', { name: 'Job1' }],
    ['position', {}],
  ])('finds the job by %s', async (key, parameters) => {
    const jobs = await JobSession.create();
    const job = jobs.done('x');
    const result =
      key === 'position' ? await jobs.pipe([job], 'Receive-Job') : await jobs.run('Receive-Job', parameters);
    expect(result.output).toEqual(['x']);
  });

  it('takes the Id of objects from the pipeline', async () => {
    const jobs = await JobSession.create();
    jobs.done('x');
    expect((await jobs.pipe([{ Id: 1 }], 'Receive-Job')).output).toEqual(['x']);
  });

  it('leaves everything in the job with -Keep', async () => {
    const jobs = await JobSession.create();
    const job = jobs.job();
    job.out.writeObject(1);
    job.out.writeError(softError());
    job.set('Failed', new Error('bad'));
    for (const _ of [1, 2]) {
      const result = await jobs.run('Receive-Job', { job, keep: true });
      expect([result.output, result.errors.map(String), job.hasMoreData]).toEqual([[1], ['soft', 'bad'], true]);
    }
    await jobs.run('Receive-Job', { job });
    expect(job.hasMoreData).toBe(false);
  });

  it('hands on all streams in the order in which they were written, and the reason of a failure last', async () => {
    const jobs = await JobSession.create();
    const job = jobs.job();
    job.out.writeObject(1);
    job.out.writeError(softError());
    job.out.writeObject(2);
    job.out.writeWarning('w');
    job.out.writeVerbose('v');
    job.out.writeDebug('d');
    job.out.writeInformation(new InformationRecord('i', 'source', ['t']));
    job.out.writeObject(3);
    job.set('Failed', new Error('bad'));
    expect(await receivedInOrder(jobs, { job, verbose: true, debug: true })).toEqual([
      'Output: 1',
      'ErrorRecord: soft',
      'Output: 2',
      'WarningRecord: w',
      'VerboseRecord: v',
      'DebugRecord: d',
      'InformationRecord: i',
      'Output: 3',
      'ErrorRecord: bad',
    ]);
  });

  it('lets the receiver decide which messages are shown', async () => {
    const jobs = await JobSession.create();
    const job = jobs.job();
    job.out.writeVerbose('v');
    job.out.writeWarning('w');
    job.set('Completed');
    const quiet = await receivedInOrder(jobs, { job, keep: true, warningAction: 'SilentlyContinue' });
    const loud = await receivedInOrder(jobs, { job, keep: true, verbose: true });
    expect([quiet, loud]).toEqual([[], ['VerboseRecord: v', 'WarningRecord: w']]);
  });

  it('hands on null as output', async () => {
    const jobs = await JobSession.create();
    expect((await jobs.run('Receive-Job', { job: jobs.done(1, null, 2) })).output).toEqual([1, null, 2]);
  });

  describe('errors', () => {
    it.each([
      ['a plain exception', () => new Error('boom'), 'JobStateFailed', 'InvalidResult', null],
      [
        'one with an error record',
        () => new CmdletException('m', { errorId: 'MyId', category: 'ResourceBusy', target: 'tgt' }),
        'MyId',
        'ResourceBusy',
        'tgt',
      ],
    ])('the failure of a job by %s keeps its own id', async (_what, reason, id, category, target) => {
      const jobs = await JobSession.create();
      const job = jobs.job();
      job.add({ run: () => Promise.reject(reason()) });
      await job.finished;
      const result = await jobs.run('Receive-Job', { job });
      expect(result.state).toBe('Completed');
      expect(errorIds(result)).toEqual([id]);
      expect(result.errors).toMatchObject([{ targetObject: target, categoryInfo: { category } }]);
    });

    it('the reason of a failure is delivered once', async () => {
      const jobs = await JobSession.create();
      const job = jobs.job().set('Failed', new Error('bad'));
      expect(job.hasMoreData).toBe(true);
      expect((await jobs.run('Receive-Job', { job, keep: true })).errors.map(String)).toEqual(['bad']);
      expect((await jobs.run('Receive-Job', { job })).errors.map(String)).toEqual(['bad']);
      expect((await jobs.run('Receive-Job', { job })).errors).toEqual([]);
    });

    it('the reason of a failure stands behind the data of its own job, before that of the next', async () => {
      const jobs = await JobSession.create();
      const a = jobs.job();
      a.out.writeObject('a');
      a.set('Failed', new Error('bad'));
      expect(await receivedInOrder(jobs, { job: [a, jobs.done('b')] })).toEqual([
        'Output: a',
        'ErrorRecord: bad',
        'Output: b',
      ]);
    });

    it('non-terminating errors keep their ids and get no name of a receiver', async () => {
      const jobs = await JobSession.create();
      const job = jobs.job();
      job.out.writeError(softError());
      const result = await jobs.run('Receive-Job', { job });
      expect(errorIds(result)).toEqual(['SoftId']);
      expect(result.hadErrors).toBe(true);
    });

    it('an error that ends the receive leaves what follows it in the job', async () => {
      const jobs = await JobSession.create();
      const job = jobs.job();
      job.out.writeObject(1);
      job.out.writeError(softError());
      job.out.writeObject(2);
      job.set('Completed');
      const result = await jobs.run('Receive-Job', { job, errorAction: 'Stop' });
      expect([result.state, result.output]).toEqual(['Failed', [1]]);
      expect(job.output).toEqual([2]);
    });
  });

  describe('parents and children', () => {
    const family = async (jobs: JobSession): Promise<ManualJob> => {
      const job = jobs.job();
      for (const [name, location] of [
        ['a', 'oslo'],
        ['b', 'rome'],
      ] as const) {
        job.add({ name, location, run: async (sink) => void sink.writeObject(name) });
      }
      await job.finished;
      return job;
    };

    it('children come first, in order, then the job itself', async () => {
      const jobs = await JobSession.create();
      const job = jobs.job();
      job.out.writeObject('parent');
      for (const name of ['first', 'second']) job.add({ run: async (sink) => void sink.writeObject(name) });
      await job.finished;
      expect((await jobs.run('Receive-Job', { job })).output).toEqual(['first', 'second', 'parent']);
    });

    it('are left out with -NoRecurse', async () => {
      const jobs = await JobSession.create();
      const job = await family(jobs);
      expect((await jobs.run('Receive-Job', { job, noRecurse: true })).output).toEqual([]);
      expect(job.output).toEqual(['a', 'b']);
    });

    it('are received once, though a pattern names parent and child', async () => {
      const jobs = await JobSession.create();
      jobs.job().add({ run: (sink) => void sink.writeObject('x') });
      expect((await jobs.run('Receive-Job', { name: 'Job*', keep: true })).output).toEqual(['x']);
      expect((await jobs.run('Receive-Job', { id: [1, 2, 1] })).output).toEqual(['x']);
    });

    it.each([
      ['ROME', ['b']],
      [
        ['rome', 'oslo'],
        ['a', 'b'],
      ],
      ['r*', []],
      ['nowhere', []],
    ])('at the location %j: %j', async (location, expected) => {
      const jobs = await JobSession.create();
      const result = await jobs.run('Receive-Job', { job: await family(jobs), location });
      expect([result.output, result.hadErrors]).toEqual([expected, false]);
    });

    it('over a connection', async () => {
      const jobs = await JobSession.create();
      const [one, other] = [{ host: 'one' }, { host: 'other' }];
      const job = new ManualJob({ ids: jobs.ids, psJobTypeName: 'RemoteJob' });
      jobs.session.jobs.add(job);
      job.set('Running');
      for (const session of [one, other]) {
        job.add({
          session,
          run: async (sink) => {
            await sink.writeObject(session.host);
          },
        });
      }
      await job.finished;
      const result = await jobs.run('Receive-Job', { job, session: [other] });
      expect([result.output, result.hadErrors]).toEqual([['other'], false]);
    });

    it.each([
      ['computerName', 'ComputerNameParameterNotSupported'],
      ['session', 'RunspaceParameterNotSupported'],
    ])('by %s are refused for jobs without: %s', async (parameter, id) => {
      const jobs = await JobSession.create();
      const job = await family(jobs);
      const result = await jobs.run('Receive-Job', { job, [parameter]: 'oslo' });
      expect(errorIds(result)).toEqual([`${id},jobs.ReceiveJob`]);
      expect(result.errors).toMatchObject([{ targetObject: job, categoryInfo: { category: 'InvalidArgument' } }]);
    });

    it('by computer are found where jobs run on computers', async () => {
      const jobs = await JobSession.create();
      const job = new ManualJob({ ids: jobs.ids, psJobTypeName: 'RemoteJob' });
      job.add({ location: 'oslo', run: (sink) => void sink.writeObject('x') });
      expect((await jobs.run('Receive-Job', { job, cn: 'elsewhere' })).output).toEqual([]);
      expect((await jobs.run('Receive-Job', { job, computerName: 'OSLO' })).output).toEqual(['x']);
    });
  });

  it('gives what a running job has so far, again and again, and once more after its end', async () => {
    const jobs = await JobSession.create();
    const job = jobs.job();
    const got: unknown[] = [];
    for (const value of [1, 2, 3]) {
      job.out.writeObject(value);
      got.push((await jobs.run('Receive-Job', { job })).output);
    }
    job.out.writeObject('end');
    job.set('Completed');
    for (const _ of [1, 2]) got.push((await jobs.run('Receive-Job', { job })).output);
    expect(got).toEqual([[1], [2], [3], ['end'], []]);
  });

  it('ends although the job writes more for each record that is received', async () => {
    const jobs = await JobSession.create();
    const job = jobs.job<number>();
    job.out.writeObject(1);
    const output: unknown[] = [];
    for await (const value of jobs.session.pipeline('Receive-Job', { job })) {
      output.push(value);
      job.out.writeObject(Number(value) + 1);
    }
    expect(output).toEqual([1]);
    expect(job.output).toEqual([2]);
  });

  it('loses nothing when what follows has had enough', async () => {
    @Cmdlet('Select', 'One')
    class SelectOne extends PSCmdlet {
      @Parameter({ valueFromPipeline: true, type: Object }) inputObject: unknown;
      override async processRecord(): Promise<void> {
        await this.writeObject(this.inputObject);
        this.stopUpstream();
      }
    }
    const jobs = await JobSession.create();
    const job = jobs.done(1, 2, 3);
    expect(await jobs.session.pipeline('Receive-Job', { job }).pipe(SelectOne)).toEqual([1]);
    expect(job.output).toEqual([2, 3]);
  });

  it('gives what a stopped, and what a removed job still had', async () => {
    const jobs = await JobSession.create();
    const [stopped, removed] = [jobs.job(), jobs.done('removed')];
    stopped.out.writeObject('before');
    await stopped.stop();
    await jobs.run('Remove-Job', { job: removed });
    const result = await jobs.run('Receive-Job', { job: [stopped, removed] });
    expect([result.output, result.hadErrors]).toEqual([['before', 'removed'], false]);
  });

  it("answers what a blocked job asks, on the receiver's host", async () => {
    const asked: string[] = [];
    const host: Host = {
      promptForChoice: async (_caption, message) => {
        asked.push(message);
        return 1;
      },
    };
    const jobs = await JobSession.create(host);
    const job = jobs.job();
    job.add({
      run: async (sink) => {
        const answer = await sink.host.promptForChoice?.('c', 'Really?', [], 0, sink.signal);
        sink.writeObject(`answer ${answer}`);
      },
    });
    expect(job.state).toBe('Blocked');
    await jobs.run('Receive-Job', { job });
    await job.finished;
    expect([asked, (await jobs.run('Receive-Job', { job })).output]).toEqual([['Really?'], ['answer 1']]);
  });

  describe('refuses', () => {
    it.each([
      [{ wait: true, keep: true }, 'ParameterBindingFailed', 'WriteError'],
      [{ autoRemoveJob: true }, 'InvalidOperation', 'InvalidOperation'],
      [{ writeJobInResults: true }, 'InvalidOperation', 'InvalidOperation'],
      [{ writeEvents: true }, 'InvalidOperation', 'InvalidOperation'],
      [{ force: true }, 'InvalidOperation', 'InvalidOperation'],
    ])('%j', async (parameters, id, category) => {
      const jobs = await JobSession.create();
      const result = await jobs.run('Receive-Job', { job: jobs.done(1), ...parameters });
      expect([result.state, errorIds(result)]).toEqual(['Failed', [`${id},jobs.ReceiveJob`]]);
      expect(result.failure?.categoryInfo.category).toBe(category);
    });

    it('the first of several switches that need -Wait', async () => {
      const jobs = await JobSession.create();
      const parameters = { force: true, writeEvents: true, writeJobInResults: true, autoRemoveJob: true };
      const result = await jobs.run('Receive-Job', { job: jobs.done(1), ...parameters });
      expect(String(result.failure)).toContain('-AutoRemoveJob parameter cannot be used without the -Wait');
    });

    it.each([
      [{}, 'MissingMandatoryParameter'],
      [{ id: 999 }, 'JobWithSpecifiedSessionNotFound'],
      [{ job: null }, 'ParameterArgumentValidationErrorNullNotAllowed'],
    ])('%j: %s', async (parameters, id) => {
      const jobs = await JobSession.create();
      expect(errorIds(await jobs.run('Receive-Job', parameters))).toEqual([`${id},jobs.ReceiveJob`]);
    });

    it('nothing when a switch is given as false', async () => {
      const jobs = await JobSession.create();
      expect((await jobs.run('Receive-Job', { job: jobs.done(1), wait: false, keep: true })).output).toEqual([1]);
    });
  });
});

describe('Receive-Job -Wait', () => {
  it('hands on what there is and what comes, from all jobs in order of arrival, until all have ended', async () => {
    const jobs = await JobSession.create();
    const [a, b] = [jobs.job(), jobs.job()];
    b.out.writeObject('b1');
    const waiting = receivedInOrder(jobs, { job: [a, b], wait: true });
    await settle();
    a.out.writeObject('a1');
    b.out.writeWarning('w');
    a.set('Completed');
    await settle();
    b.out.writeObject('b2');
    b.set('Failed', new Error('bad'));
    expect(await waiting).toEqual(['Output: b1', 'Output: a1', 'WarningRecord: w', 'Output: b2', 'ErrorRecord: bad']);
    expect([a.hasMoreData, b.hasMoreData]).toEqual([false, false]);
  });

  it('receives jobs from the pipeline, and children that come later', async () => {
    const jobs = await JobSession.create();
    const job = jobs.job();
    const gate = new Gate();
    const waiting = jobs.pipe([job], 'Receive-Job', { wait: true });
    await settle();
    job.add(gate);
    gate.out.writeObject('x');
    gate.resolve();
    expect((await waiting).output).toEqual(['x']);
  });

  it('leaves children out with -NoRecurse', async () => {
    const jobs = await JobSession.create();
    const job = jobs.job();
    const gate = new Gate();
    const waiting = jobs.run('Receive-Job', { job, wait: true, noRecurse: true });
    await settle();
    job.add(gate);
    gate.out.writeObject('x');
    job.out.writeObject('own');
    gate.resolve();
    expect((await waiting).output).toEqual(['own']);
    expect(job.output).toEqual(['x']);
  });

  it('writes the jobs first, and an event for each when it is done, children before parents', async () => {
    const jobs = await JobSession.create();
    const job = jobs.job();
    const gate = new Gate();
    const child = job.add(gate);
    const waiting = jobs.run('Receive-Job', { job, wait: true, writeEvents: true, writeJobInResults: true });
    await settle();
    gate.out.writeObject('x');
    gate.resolve();
    const { output } = await waiting;
    expect(output.slice(0, 2)).toEqual([job, 'x']);
    expect(output.slice(2)).toEqual([
      expect.objectContaining({ psSourceJobInstanceId: child.instanceId, psEventObject: true }),
      expect.objectContaining({ psSourceJobInstanceId: job.instanceId }),
    ]);
    const events = output.slice(2) as JobStateEventArgs[];
    expect(events.map((event) => [event.previousJobStateInfo?.state, event.jobStateInfo.state])).toEqual([
      ['Running', 'Completed'],
      ['Running', 'Completed'],
    ]);
  });

  it('writes the failure of a job before its event, and no previous state for one that had ended', async () => {
    const jobs = await JobSession.create();
    const job = jobs.job();
    job.out.writeObject('x');
    job.set('Failed', new Error('bad'));
    const all = jobs.session.pipeline('Receive-Job', { job, wait: true, writeEvents: true }).merge({ all: 'output' });
    const [x, error, event] = (await all.toArray()) as [unknown, ErrorRecord, JobStateEventArgs];
    expect([x, String(error)]).toEqual(['x', 'bad']);
    expect(event).toBeInstanceOf(JobStateEventArgs);
    expect([event.jobStateInfo.state, event.previousJobStateInfo]).toEqual(['Failed', undefined]);
  });

  it('ends for a suspended job, unless -Force', async () => {
    const jobs = await JobSession.create();
    const job = jobs.job();
    job.out.writeObject(5);
    job.set('Suspended');
    expect((await jobs.run('Receive-Job', { job, wait: true })).output).toEqual([5]);
    const waiting = jobs.run('Receive-Job', { job, wait: true, force: true });
    await settle();
    job.set('Running').out.writeObject(6);
    job.set('Completed');
    expect((await waiting).output).toEqual([6]);
  });

  describe('-AutoRemoveJob', () => {
    it('removes the jobs that were named, failed ones too', async () => {
      const jobs = await JobSession.create();
      const both = [jobs.done('a'), jobs.job().set('Failed', new Error('bad'))];
      const result = await jobs.pipe(both, 'Receive-Job', { wait: true, autoRemoveJob: true });
      expect([errorIds(result), result.output, jobs.session.jobs.jobs]).toEqual([['JobStateFailed'], ['a'], []]);
    });

    it('leaves a suspended one', async () => {
      const jobs = await JobSession.create();
      const job = jobs.job().set('Suspended');
      await jobs.run('Receive-Job', { job, wait: true, autoRemoveJob: true });
      expect(jobs.session.jobs.jobs).toEqual([job]);
    });

    it('cannot remove a child, and says so under its own id', async () => {
      const jobs = await JobSession.create();
      const child = jobs.job().add({ run: (sink) => void sink.writeObject(1) });
      const result = await jobs.run('Receive-Job', { job: child, wait: true, autoRemoveJob: true });
      expect([result.output, errorIds(result)]).toEqual([[1], ['ReceiveJobAutoRemovalError']]);
      expect(jobs.session.jobs.jobs).toHaveLength(1);
    });
  });

  describe('-Timeout', () => {
    it('ends the receive, not the jobs, and says how many go on', async () => {
      const jobs = await JobSession.create();
      const [a, b] = [jobs.job(), jobs.job()];
      const waiting = jobs.run('Receive-Job', { job: [a, b], wait: true, timeout: 60, autoRemoveJob: true });
      await settle();
      void a.out.writeObject(1);
      b.set('Completed');
      await jobs.clock.advance(60_000);
      const result = await waiting;
      expect([result.output, result.warnings.map(String), a.state]).toEqual([
        [1],
        [expect.stringContaining('1 of 2 jobs did not end within 60 seconds')],
        'Running',
      ]);
      expect([jobs.session.jobs.jobs, jobs.clock.pending]).toEqual([[a], 0]);
    });

    it('of 0 takes what there is', async () => {
      const jobs = await JobSession.create();
      const job = jobs.job();
      for (const value of [1, 2]) void job.out.writeObject(value);
      const result = await jobs.run('Receive-Job', { job, wait: true, timeoutSec: 0 });
      expect([result.output, result.warnings.length]).toEqual([[1, 2], 1]);
    });

    it('is not felt if all end in time', async () => {
      const jobs = await JobSession.create();
      const job = jobs.job();
      const waiting = jobs.run('Receive-Job', { job, wait: true, timeout: 60 });
      await settle();
      job.set('Completed');
      expect([(await waiting).warnings, jobs.clock.pending]).toEqual([[], 0]);
    });

    it('makes no sense without -Wait', async () => {
      const jobs = await JobSession.create();
      const result = await jobs.run('Receive-Job', { job: jobs.done(), timeout: 1 });
      expect(errorIds(result)).toEqual(['InvalidOperation,jobs.ReceiveJob']);
    });
  });

  it('shows progress of several jobs under ids of their own, and takes it off the display when they end', async () => {
    const jobs = await JobSession.create();
    const both = [jobs.job(), jobs.job()];
    for (const job of both) void job.out.writeProgress({ activity: job.name, statusDescription: 's' });
    const waiting = jobs.run('Receive-Job', { job: both, wait: true });
    await settle();
    for (const job of both) job.set('Completed');
    const { progress } = await waiting;
    expect(progress.map(({ activityId, activity, recordType }) => [activityId, activity, recordType])).toEqual([
      [0, 'Job1', 'Processing'],
      [1, 'Job2', 'Processing'],
      [0, 'Job1', 'Completed'],
      [1, 'Job2', 'Completed'],
    ]);
  });

  it('shows progress as it is now, not as it was', async () => {
    const jobs = await JobSession.create();
    const job = jobs.job();
    const at = (percentComplete: number, completed = false): void =>
      void job.out.writeProgress({ activity: 'a', statusDescription: 's', percentComplete, completed });
    for (const percent of [10, 20]) at(percent);
    const waiting = jobs.run('Receive-Job', { job, wait: true });
    await settle();
    for (const percent of [30, 40]) at(percent);
    await settle();
    at(100, true);
    job.set('Completed');
    const { progress } = await waiting;
    expect(progress.map((record) => [record.percentComplete, record.recordType])).toEqual([
      [20, 'Processing'],
      [40, 'Processing'],
      [100, 'Completed'],
    ]);
    expect((await jobs.run('Receive-Job', { job })).progress).toEqual([]);
  });

  it('answers questions as they come', async () => {
    const jobs = await JobSession.create({ promptForChoice: async () => 1 });
    const job = jobs.job();
    job.add({
      run: async (sink) => {
        for (const _ of [1, 2]) sink.writeObject(await sink.host.promptForChoice?.('c', 'm', [], 0, sink.signal));
      },
    });
    expect((await jobs.run('Receive-Job', { job, wait: true })).output).toEqual([1, 1]);
  });

  it('that is interrupted leaves the jobs running, and what it did not hand on in them', async () => {
    const jobs = await JobSession.create();
    const job = jobs.job();
    const stop = new AbortController();
    const waiting = jobs.session.pipeline('Receive-Job', { job, wait: true }).with({ signal: stop.signal }).run();
    await settle();
    stop.abort();
    expect((await waiting).state).toBe('Stopped');
    job.out.writeObject(1);
    expect([job.state, job.output]).toEqual(['Running', [1]]);
  });

  it('works on a cmdlet that was called with -AsJob', async () => {
    @Cmdlet('Get', 'Double')
    class GetDouble extends PSCmdlet<number> {
      @Parameter({ valueFromPipeline: true, type: Number }) number = 0;
      override processRecord(): void {
        void this.writeObject(this.number * 2);
        void this.writeWarning(`doubled ${this.number}`);
      }
    }
    const packs = [{ name: 'jobs', cmdlets: [...jobCmdlets, GetDouble], services: [JobManager] }];
    const session = await Session.create({ packs });
    const result = await session
      .from([1, 2])
      .pipe(GetDouble, { asJob: true })
      .pipe('Receive-Job', { wait: true, autoRemoveJob: true })
      .run();
    expect([result.output, result.warnings.map(String)]).toEqual([
      [2, 4],
      ['doubled 1', 'doubled 2'],
    ]);
    expect(session.jobs.jobs).toEqual([]);
  });
});
