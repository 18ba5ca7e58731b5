/** The behaviour table of `-AsJob`, row by row. */
import {
  Cmdlet,
  type CmdletClass,
  defineCmdlet,
  definePack,
  ErrorRecord,
  Int32,
  Job,
  type JobWork,
  Parameter,
  PSCmdlet,
  Session,
  Transform,
  ValidateRange,
} from '@cmdlet/core';
import { run, TestSession } from '@cmdlet/testing';
import '@cmdlet/testing/vitest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deferred, turn } from '../run/traced-cmdlet.js';

let log: string[];
let session: Session;
beforeEach(async () => {
  log = [];
  session = await Session.create();
});
afterEach(() => session.dispose());

/** Passes its input on; notes its steps. */
@Cmdlet('Copy', 'It', { supportsShouldProcess: true, confirmImpact: 'Medium' })
class CopyIt extends PSCmdlet<unknown> {
  @Parameter({ valueFromPipeline: true, type: Object }) inputObject: unknown = 'nothing';
  @ValidateRange(0, 9) @Parameter({ type: Int32 }) level = 0;
  @Parameter({ type: Int32 }) fail = -1;
  override beginProcessing(): void {
    log.push('begin');
    if (this.level === 9) throw new RangeError('begin failed');
  }
  override async processRecord(): Promise<void> {
    log.push(`process ${String(this.inputObject)}`);
    if (!(await this.shouldProcess(String(this.inputObject)))) return;
    if (this.inputObject === this.fail) throw new RangeError(`${String(this.inputObject)} failed`);
    await this.writeObject(this.inputObject);
  }
  override endProcessing(): void {
    log.push('end');
  }
  override stopProcessing(): void {
    log.push('stop');
  }
  override dispose(): void {
    log.push('dispose');
  }
}

/** Works until it is stopped. */
const WaitForStop = defineCmdlet({
  verb: 'Wait',
  noun: 'Stop',
  parameters: { inputObject: { type: Object, valueFromPipeline: true } },
  async process() {
    log.push('waiting');
    await new Promise<void>((resolve) => this.stopping.addEventListener('abort', () => resolve()));
    log.push('stopped');
  },
  dispose() {
    log.push('dispose');
  },
});

describe('What is written', () => {
  it('is one job for one invocation, whatever the number of records', async () => {
    const jobs = await session.from([1, 2, 3]).pipe(CopyIt, { asJob: true });
    expect(jobs).toHaveLength(1);
    const [job] = jobs;
    await job?.finished;
    expect(job?.output).toEqual([1, 2, 3]);
    expect(job?.childJobs).toHaveLength(1);
    expect(log).toEqual(['begin', 'process 1', 'process 2', 'process 3', 'end', 'dispose']);
  });

  it('is one job without pipeline input', async () => {
    const job = await session.invoke(CopyIt, { asJob: true });
    expect(job).toBeInstanceOf(Job);
    await job.finished;
    expect(job.output).toEqual(['nothing']);
    expect(job.state).toBe('Completed');
  });

  it('is a job whose class, name and text tell what it is, and that the session knows', async () => {
    const job = await session.invoke(CopyIt, { asJob: true, level: 3, inputObject: 'a b' });
    expect(job).toMatchObject({
      id: 1,
      name: 'Job1',
      command: "Copy-It -Level 3 -InputObject 'a b'",
      psJobTypeName: 'CmdletJob',
      location: 'localhost',
    });
    expect(session.jobs.jobs).toEqual([job]);
    expect((await session.invoke(CopyIt, { asJob: true })).id).toBe(3);
  });
});

describe('When', () => {
  it('the job comes before any work, which does not keep the caller from getting it', async () => {
    const Work = defineCmdlet({
      verb: 'Test',
      noun: 'Work',
      process() {
        log.push('work');
        let sum = 0;
        for (let count = 0; count < 1e6; count++) sum += count;
        void this.writeObject(sum);
      },
    });
    const job = await session.invoke(Work, { asJob: true });
    log.push('got the job');
    expect(job.state).toBe('Running');
    await job.finished;
    expect(log).toEqual(['got the job', 'work']);
  });

  it('a consumer that pulls gets the job at the first record, while more come', async () => {
    const more = deferred();
    async function* input(): AsyncGenerator<number> {
      yield 1;
      await more.promise;
      yield 2;
    }
    const iterator = session.from(input()).pipe(CopyIt, { asJob: true })[Symbol.asyncIterator]();
    const job: unknown = (await iterator.next()).value;
    const results = (job as Job)[Symbol.asyncIterator]();
    expect(await results.next()).toEqual({ done: false, value: 1 });
    more.resolve();
    expect(await iterator.next()).toMatchObject({ done: true });
    expect(await results.next()).toEqual({ done: false, value: 2 });
    expect(await results.next()).toMatchObject({ done: true });
  });
});

describe('Pipeline input', () => {
  it('is appended to the job, and closed when the pipeline ends', async () => {
    const [job] = await session.from([1]).pipe(CopyIt).pipe(CopyIt, { asJob: true });
    expect(job?.state).toBe('Running');
    await job?.finished;
    expect([job?.state, job?.output]).toEqual(['Completed', [1]]);
  });

  it('that is not bound by the job is an error of the job', async () => {
    const [job] = await session.from([1, 2]).pipe(Numbers, { asJob: true });
    const [other] = await session.from(['x', 2]).pipe(Numbers, { asJob: true });
    await Promise.all([job?.finished, other?.finished]);
    expect(job?.output).toEqual([1, 2]);
    expect(other?.output).toEqual([2]);
    expect(other?.error.map(({ fullyQualifiedErrorId }) => fullyQualifiedErrorId)).toEqual([
      'InputObjectNotBound,Numbers',
    ]);
  });

  it('keeps its order, even if it arrives while begin or a question is pending', async () => {
    const begun = deferred();
    const Late = defineCmdlet({
      verb: 'Test',
      noun: 'Late',
      supportsShouldProcess: true,
      parameters: { inputObject: { type: Object, valueFromPipeline: true } },
      begin: () => begun.promise,
      process() {
        void this.writeObject(this.inputObject);
      },
    });
    const Burst = defineCmdlet({
      verb: 'Test',
      noun: 'Burst',
      begin() {
        for (const number of [1, 2, 3]) void this.writeObject(number);
        begun.resolve();
      },
      process() {
        for (const number of [4, 5]) void this.writeObject(number);
      },
    });
    await using confirming = await TestSession.create({ answers: 'Yes' });
    for (const [in_, confirm] of [
      [session, false],
      [confirming.session, true],
    ] as const) {
      const [job] = await in_.pipeline(Burst).pipe(Late, { asJob: true, confirm });
      await job?.finished;
      expect(job?.output).toEqual([1, 2, 3, 4, 5]);
    }
  });

  it('holds its producer back while the job is slow', async () => {
    let read = 0;
    function* numbers(): Generator<number> {
      while (read < 5000) yield ++read;
    }
    const go = deferred();
    const Slow = defineCmdlet({
      verb: 'Test',
      noun: 'Slow',
      parameters: { inputObject: { type: Object, valueFromPipeline: true } },
      process: () => go.promise,
    });
    const running = session.from(numbers()).pipe(Slow, { asJob: true }).toArray();
    await turn();
    expect(read).toBeLessThan(2000);
    go.resolve();
    const [job] = await running;
    await job?.finished;
    expect(read).toBe(5000);
  });

  it.each<[string, (job: Job) => unknown]>([
    ['has been stopped', (job) => job.stop()],
    ['does not read it', () => undefined],
  ])('goes nowhere, and holds nobody back, once the job %s', async (_, act) => {
    class Deaf extends Job {
      protected override run(): void {}
    }
    const Idle = defineCmdlet({
      verb: 'Test',
      noun: 'Idle',
      job: Deaf,
      parameters: { inputObject: { type: Object, valueFromPipeline: true } },
    });
    const command: CmdletClass = act.length === 0 ? Idle : WaitForStop;
    async function* numbers(): AsyncGenerator<number> {
      for (let number = 0; number < 5000; number++) {
        if (number === 10) await act(session.jobs.jobs[0] as Job);
        yield number;
      }
    }
    expect(await session.from(numbers()).pipe(command, { asJob: true })).toHaveLength(1);
  });

  it('that is empty makes no job', async () => {
    expect(await session.from([]).pipe(CopyIt, { asJob: true })).toEqual([]);
    expect(session.jobs.jobs).toEqual([]);
    expect(log).toEqual(['begin', 'dispose']);
  });
});

@Cmdlet('Get', 'Numbers')
class Numbers extends PSCmdlet<number> {
  @Parameter({ mandatory: true, valueFromPipeline: true, type: Int32 }) number!: number;
  override processRecord(): void {
    void this.writeObject(this.number);
  }
}

describe('What is wrong with the call', () => {
  it.each<[string, object, string]>([
    ['a value that is refused', { level: 99 }, 'ParameterArgumentValidationError'],
    ['a name that is unknown', { levle: 1 }, 'NamedParameterNotFound'],
    ['a begin that fails', { level: 9 }, 'RangeError'],
  ])('%s, is an error of the call, before there is a job', async (_, parameters, id) => {
    const result = await run(CopyIt, { ...parameters, asJob: true });
    expect(result).toHaveErrorId(id);
    expect(result.session.jobs).toEqual([]);
    expect(log.filter((line) => line === 'dispose')).toEqual(['dispose']);
    expect(log).not.toContain('process nothing');
  });

  it('such as a throttle limit where nothing fans out', async () => {
    expect(await run(CopyIt, { throttleLimit: 2, asJob: true })).toHaveErrorId('NamedParameterNotFound');
  });

  it('such as a job where the author wants none', async () => {
    const Opted = defineCmdlet({ verb: 'Test', noun: 'Opted', asJob: false });
    expect(await run(Opted, { asJob: true } as object)).toHaveErrorId('NamedParameterNotFound');
  });

  it('or what begin writes is in the variables of the call', async () => {
    const Begin = defineCmdlet({
      verb: 'Test',
      noun: 'Begin',
      async begin() {
        await this.writeObject('from begin');
        await this.writeWarning('of begin');
      },
      async process() {
        await this.writeWarning('of process');
      },
    });
    const { output, warnings } = await session.pipeline(Begin, { asJob: true, warningVariable: 'w' }).run();
    const [job] = output;
    await job?.finished;
    expect(warnings.map(({ message }) => message)).toEqual(['of begin']);
    expect(session.variables.get('w')).toEqual([expect.objectContaining({ message: 'of begin' })]);
    expect(job?.output).toEqual(['from begin']);
    expect(job?.warning).toEqual([expect.objectContaining({ message: 'of process' })]);
  });
});

describe('Work that fails', () => {
  it('makes the job fail, with the reason; the call is none the wiser', async () => {
    await using result = await run(CopyIt, { asJob: true, fail: 2 }, { input: [1, 2, 3] });
    await result.job.finished;
    expect([result.state, result.exit]).toEqual(['Completed', 0]);
    expect(result.job).toHaveState('Failed');
    expect(result.job).toHaveErrorId('RangeError,CopyIt');
    expect(result.job).toHaveOutput([1]);
    expect(log).toEqual(['begin', 'process 1', 'process 2', 'dispose']);
  });

  it('is not in the list of errors of the session before somebody receives it', async () => {
    const Bad = defineCmdlet({
      verb: 'Test',
      noun: 'Bad',
      async process() {
        await this.writeError(new ErrorRecord(new Error('bad'), 'Bad', 'InvalidData'));
        throw new RangeError('worse');
      },
    });
    await using result = await run(Bad, { asJob: true });
    await result.job.finished;
    expect(result.job).toHaveState('Failed');
    expect([...result.session.session.errors]).toEqual([]);
  });
});

describe('Confirmation', () => {
  it('is asked for once, by the caller, before there is a job', async () => {
    await using result = await run(CopyIt, { asJob: true, confirm: true }, { input: [1, 2], answers: 'Yes' });
    expect(log).toEqual(['begin']);
    await result.job.finished;
    expect(result.session.prompts.map(({ message }) => message)).toEqual([
      expect.stringContaining('background job: Copy-It'),
    ]);
    expect(result).toHaveOutput([1, 2]);
    expect(result.shouldProcess).toMatchObject([
      { method: 'shouldProcess', command: 'Copy-It', decidedBy: 'Asked', proceed: true },
    ]);
  });

  it('that is declined makes no job', async () => {
    await using own = await TestSession.create({ answers: 'No' });
    expect(await own.run(CopyIt, { asJob: true, confirm: true }, { input: [1, 2] })).toHaveOutput([]);
    expect(own.jobs).toEqual([]);
    expect(log).toEqual(['begin', 'dispose']);
    await expect(own.session.invoke(CopyIt, { asJob: true, confirm: true })).rejects.toHaveErrorId('InvalidOperation');
  });

  it('that nobody can give ends the call', async () => {
    const result = await run(CopyIt, { asJob: true, confirm: true });
    expect(result).toHaveErrorId('HostFunctionNotImplemented');
    expect(result.session.jobs).toEqual([]);
  });

  it('is not due for what would only be said: -WhatIf runs here, and there is no job', async () => {
    await using own = await TestSession.create();
    const { output, information } = await own.run(CopyIt, { asJob: true, whatIf: true });
    expect(output).toEqual([]);
    expect(information.map(String)).toEqual([expect.stringContaining('What if:')]);
    await expect(own.session.invoke(CopyIt, { asJob: true, whatIf: true })).rejects.toHaveErrorId('InvalidOperation');
    expect(own.jobs).toEqual([]);
  });

  it('is not asked for again by the parts of a job that splits its work', async () => {
    const options = { answers: 'Yes', preferences: { confirm: 'Low' }, input: ['a', 'b'] } as const;
    await using result = await run(SplitByRecord, { asJob: true }, options);
    await result.job.finished;
    expect(result.job).toHaveState('Completed');
    expect(result.session.prompts).toHaveLength(1);
  });
});

describe('Common parameters', () => {
  it('of the call see the job, but not what it writes', async () => {
    const Talk = defineCmdlet({
      verb: 'Test',
      noun: 'Talk',
      async process() {
        await this.writeError(new ErrorRecord(new Error('bad'), 'Bad', 'InvalidData'));
        await this.writeWarning('careful');
        await this.writeInformation('news');
        await this.writeObject('out');
      },
    });
    const variables = { errorVariable: 'e', warningVariable: 'w', informationVariable: 'i', outVariable: 'o' };
    const { output, errors, warnings, hadErrors } = await session.pipeline(Talk, { ...variables, asJob: true }).run();
    const [job] = output;
    await job?.finished;
    expect(Object.keys(variables).map((_, index) => session.variables.get(['e', 'w', 'i', 'o'][index]!))).toEqual([
      [],
      [],
      [],
      [job],
    ]);
    expect([errors, warnings, hadErrors]).toEqual([[], [], false]);
    expect(job?.warning).toHaveLength(1);
    expect(job?.error).toHaveLength(1);
  });

  it('hold for the work: preferences, above all', async () => {
    const Talk = defineCmdlet({
      verb: 'Test',
      noun: 'Talk',
      async process() {
        await this.writeVerbose('more');
        await this.writeError(new ErrorRecord(new Error('bad'), 'Bad', 'InvalidData'));
      },
    });
    await using result = await run(Talk, { asJob: true, verbose: true, errorAction: 'Stop' });
    await result.job.finished;
    expect(result.job).toHaveErrorId('Bad');
    expect(result.job.verbose).toHaveLength(1);
  });
});

describe('JobName', () => {
  it.each<[string, object, number]>([
    ['names the job, and implies one', { jobName: 'mine' }, 1],
    ['that is empty implies none', { jobName: '' }, 0],
    ['does not imply one that is refused by name', { jobName: 'mine', asJob: false }, 0],
    ['may stand beside AsJob', { jobName: 'mine', asJob: true }, 1],
  ])('%s', async (_, parameters, jobs) => {
    await session.pipeline(CopyIt, parameters);
    expect(session.jobs.jobs.map(({ name }) => name)).toEqual(Array(jobs).fill('mine'));
  });
});

describe('Stopping the call', () => {
  it('before there is a job stops the command', async () => {
    const stop = new AbortController();
    async function* input(): AsyncGenerator<number> {
      await turn();
      stop.abort();
      yield 1;
    }
    const { state } = await session.from(input()).pipe(CopyIt, { asJob: true }).with({ signal: stop.signal }).run();
    expect(state).toBe('Stopped');
    expect(log).toEqual(['begin', 'stop', 'dispose']);
    expect(session.jobs.jobs).toEqual([]);
  });

  it('leaves a job that exists running; its input ends', async () => {
    const stop = new AbortController();
    const reached = deferred();
    async function* input(): AsyncGenerator<number> {
      yield 1;
      reached.resolve();
      await new Promise<void>((resolve) => stop.signal.addEventListener('abort', () => resolve()));
    }
    const running = session.from(input()).pipe(CopyIt, { asJob: true }).with({ signal: stop.signal }).run();
    await reached.promise;
    stop.abort();
    expect((await running).state).toBe('Stopped');
    const [job] = session.jobs.jobs;
    await job?.finished;
    expect([job?.state, job?.output]).toEqual(['Completed', [1]]);
    expect(log).not.toContain('stop');
  });

  it('is not stopping the job: that stops its work', async () => {
    const job = await session.invoke(WaitForStop, { asJob: true });
    while (log.length === 0) await turn();
    await job.stop();
    expect([job.state, log]).toEqual(['Stopped', ['waiting', 'stopped', 'dispose']]);
  });
});

describe('Downstream', () => {
  it('gets the job object', async () => {
    const Receive = defineCmdlet({
      verb: 'Receive',
      noun: 'It',
      parameters: { job: { type: Job, mandatory: true, valueFromPipeline: true } },
      async process() {
        await this.job.finished;
        await this.writeObject(this.job.output, true);
      },
    });
    expect(await session.from([1, 2]).pipe(CopyIt, { asJob: true }).pipe(Receive)).toEqual([1, 2]);
  });

  it('may have enough of it: the job goes on with what it got', async () => {
    const First = defineCmdlet({
      verb: 'Select',
      noun: 'First',
      parameters: { inputObject: { type: Object, valueFromPipeline: true } },
      async process() {
        await this.writeObject(this.inputObject);
        this.stopUpstream();
      },
    });
    const [job] = await session.from([1, 2]).pipe(CopyIt, { asJob: true }).pipe(First);
    await (job as Job).finished;
    expect((job as Job).state).toBe('Completed');
  });
});

/** One child for each record. */
class RecordJob extends Job<string> {
  protected override async run(work: JobWork<string, string>): Promise<void> {
    for await (const record of work.input) {
      this.startChild({ name: `for ${record}`, run: (sink) => work.invoke([record], sink) });
    }
  }
}

/** One child for each name that was given. */
class NameJob extends Job<string> {
  protected override run(work: JobWork<unknown, string>): void {
    for (const name of work.parameters.names as readonly string[]) {
      this.startChild({ name, run: (sink) => work.invoke(undefined, sink, { names: [name] }) });
    }
  }
}

@Cmdlet('Split', 'Record', { job: RecordJob, throttleLimit: true, supportsShouldProcess: true })
class SplitByRecord extends PSCmdlet<string> {
  @Parameter({ mandatory: true, valueFromPipeline: true }) name!: string;
  @Parameter({ type: [String] }) names: string[] = [];
  override beginProcessing(): void {
    log.push('begin');
  }
  override async processRecord(): Promise<void> {
    if (await this.shouldProcess(this.name)) await this.writeObject(`record ${this.name}`);
  }
  override dispose(): void {
    log.push('dispose');
  }
}

@Cmdlet('Split', 'Name', { job: NameJob })
class SplitByName extends PSCmdlet<string> {
  @Parameter({ type: [String], mandatory: true, position: 0 }) names!: string[];
  override async processRecord(): Promise<void> {
    for (const name of this.names) await this.writeObject(`name ${name}`);
  }
  override dispose(): void {
    log.push('dispose');
  }
}

describe('A job class of the author', () => {
  it('splits the work by records', async () => {
    const [job] = await session.from(['a', 'b', 'c']).pipe(SplitByRecord, { asJob: true, throttleLimit: 2 });
    expect(job).toBeInstanceOf(RecordJob);
    await job?.finished;
    expect(job?.childJobs.map((child) => [child.name, child.state, child.output])).toEqual([
      ['for a', 'Completed', ['record a']],
      ['for b', 'Completed', ['record b']],
      ['for c', 'Completed', ['record c']],
    ]);
    expect([job?.psJobTypeName, job?.throttleLimit]).toEqual(['RecordJob', 2]);
    expect(log.filter((line) => line === 'dispose')).toHaveLength(log.filter((line) => line === 'begin').length);
  });

  it('splits the work by parameters', async () => {
    const job = await session.invoke(SplitByName, { names: ['x', 'y'], asJob: true });
    await job.finished;
    expect(job.childJobs.map((child) => [child.name, child.output])).toEqual([
      ['x', ['name x']],
      ['y', ['name y']],
    ]);
    await turn();
    expect(log).toEqual(['dispose', 'dispose', 'dispose']);
  });

  it('that gives the parts what they cannot take fails their children', async () => {
    class BadJob extends Job {
      protected override run(work: JobWork): void {
        this.startChild({ run: (sink) => work.invoke(undefined, sink, { nonsense: 1 }) });
      }
    }
    const Bad = defineCmdlet({ verb: 'Test', noun: 'Bad', job: BadJob });
    const job = await session.invoke(Bad, { asJob: true });
    const { reason } = await job.finished;
    expect(reason).toMatchObject({ errorId: 'NamedParameterNotFound' });
  });

  it('makes the call again as it was made: each part transforms, converts and asks for dynamic parameters once', async () => {
    class TwiceJob extends Job<string> {
      protected override run(work: JobWork<unknown, string>): void {
        log.push(`given ${JSON.stringify(work.parameters)}`);
        this.startChild({ run: (sink) => work.invoke(work.input, sink) });
        this.startChild({ run: (sink) => work.invoke(['b'], sink, { Heading: 'other' }) });
      }
    }
    @Cmdlet('Split', 'Twice', { job: TwiceJob })
    class SplitTwice extends PSCmdlet<string> {
      @Parameter({ name: 'Heading' }) title = '';
      @Parameter() @Transform((value) => `<${String(value)}>`) marked = '';
      @Parameter({ valueFromPipeline: true }) letter = '';
      @Parameter({ valueFromPipelineByPropertyName: true }) delayed = '';
      readonly extra = { depth: { type: Int32, value: undefined } };
      override getDynamicParameters(): object {
        return this.extra;
      }
      override processRecord(): void {
        const { title, marked, letter, delayed, extra } = this;
        void this.writeObject([title, marked, letter, delayed, String(extra.depth.value)].join(' '));
      }
    }
    const parameters = { Heading: 'h', marked: 'm', delayed: (letter: unknown) => `d${String(letter)}`, depth: '3' };
    await session.import(definePack({ name: 'twice', cmdlets: [SplitTwice] }));
    const [job] = await session.from(['a']).pipe('Split-Twice', { ...parameters, asJob: true });
    await (job as Job).finished;
    expect(log).toEqual(['given {"Heading":"h","marked":"<m>","depth":3}']);
    expect((job as Job).childJobs.map(({ output }) => output)).toEqual([['h <m> a da 3'], ['other <m> b db 3']]);
  });

  it('whose parts lack what only the whole was given fails them, and asks nobody', async () => {
    class PartJob extends Job {
      protected override run(work: JobWork): void {
        this.startChild({ run: (sink) => work.invoke(undefined, sink, { names: undefined }) });
      }
    }
    const Part = defineCmdlet({
      verb: 'Test',
      noun: 'Part',
      job: PartJob,
      parameters: { names: { type: String, mandatory: true } },
    });
    const own = await Session.create({ host: { prompt: () => Promise.resolve({ Names: 'answered' }) } });
    const job = await own.invoke(Part, { names: 'x', asJob: true });
    expect((await job.finished).reason).toMatchObject({ errorId: 'MissingMandatoryParameter' });
    await own.dispose();
  });

  it('whose constructor throws ends the call', async () => {
    class NoJob extends Job {
      constructor(init: ConstructorParameters<typeof Job>[0]) {
        super(init);
        throw new RangeError('no job');
      }
    }
    const Bad = defineCmdlet({ verb: 'Test', noun: 'Bad', job: NoJob, dispose: () => void log.push('dispose') });
    await expect(session.invoke(Bad, { asJob: true })).rejects.toMatchObject({
      errorRecord: { errorId: 'RangeError' },
    });
    expect(log).toEqual(['dispose']);
  });
});

describe('The cmdlet is disposed exactly once', () => {
  const disposals = () => log.filter((line) => line === 'dispose').length;

  it.each<[string, (own: Session) => Promise<unknown>]>([
    ['when the job has completed', async (own) => (await own.invoke(CopyIt, { asJob: true })).finished],
    [
      'when it has failed',
      async (own) => (await own.invoke(CopyIt, { asJob: true, inputObject: 1, fail: 1 })).finished,
    ],
    ['when it was stopped before it worked', async (own) => (await own.invoke(CopyIt, { asJob: true })).stop()],
    [
      'when it was stopped while it worked',
      async (own) => {
        const job = await own.invoke(WaitForStop, { asJob: true });
        while (!log.includes('waiting')) await turn();
        await job.stop();
      },
    ],
    ['when the session was disposed', (own) => own.invoke(WaitForStop, { asJob: true })],
    ['when there was no record', async (own) => own.from([]).pipe(CopyIt, { asJob: true })],
    [
      'when the call was stopped',
      (own) => own.pipeline(CopyIt, { asJob: true }).with({ signal: AbortSignal.abort() }).run(),
    ],
    [
      'when the next command failed at the job',
      (own) =>
        own
          .pipeline(CopyIt, { asJob: true })
          .pipe(
            defineCmdlet({ verb: 'Test', noun: 'None', parameters: { n: { type: Int32, valueFromPipeline: true } } }),
            {
              errorAction: 'Stop',
            },
          )
          .run(),
    ],
  ])('%s', async (_, act) => {
    const own = await Session.create();
    await act(own);
    await own.dispose();
    await turn();
    expect(disposals()).toBe(1);
  });
});

describe('Disposing the session', () => {
  it('stops its jobs', async () => {
    const own = await Session.create();
    const job = await own.invoke(WaitForStop, { asJob: true });
    await own.dispose();
    expect(job.state).toBe('Stopped');
    expect(() => own.pipeline(CopyIt)).not.toThrow();
    await expect(own.invoke(CopyIt, { asJob: true })).rejects.toMatchObject({ errorId: 'InvalidOperation' });
  });
});

describe('A job that never waits', () => {
  it('leaves turns of the event loop to others', async () => {
    const Count = defineCmdlet({
      verb: 'Measure',
      noun: 'It',
      parameters: { number: { type: Int32, mandatory: true, valueFromPipeline: true } },
      process() {
        last = this.number;
      },
    });
    let last = 0;
    function* million(): Generator<number> {
      for (let number = 1; number <= 1_000_000; number++) yield number;
    }
    let turns = 0;
    let running = true;
    const others = (async () => {
      for (; running; turns++) await turn();
    })();
    const [job] = await session.from(million()).pipe(Count, { asJob: true });
    await job?.finished;
    running = false;
    await others;
    expect(last).toBe(1_000_000);
    expect(turns).toBeGreaterThan(3);
  });
});
