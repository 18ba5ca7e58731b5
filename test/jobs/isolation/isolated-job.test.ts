import { Cmdlet, Int32, type Job, Parameter, PSCmdlet, Session, Transform, Version } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { type Isolation, isolatedJob } from '../../../packages/jobs/src/isolation/isolated-job.js';
import { jobPack } from '../../../packages/jobs/src/job-pack.js';
import { JobExecutors } from '../../../packages/jobs/src/start-job/job-executors.js';
import { type JobOptions, JobSettings } from '../../../packages/jobs/src/start-job/job-settings.js';
import { FakeExecutors } from '../start-job/fake-executors.js';

const place = { module: '/pack/get-square.js' } as const;

@Cmdlet('Get', 'Square', { job: isolatedJob({ in: 'thread', ...place }) })
class GetSquare extends PSCmdlet<number> {
  @Parameter({ position: 0, mandatory: true, valueFromPipeline: true, type: Int32 }) number!: number;

  override beginProcessing(): void {
    if (this.number === 13) throw new Error('unlucky');
  }

  override processRecord(): Promise<void> {
    return this.writeObject(this.number ** 2);
  }
}

@Cmdlet('Get', 'Cube', { job: isolatedJob({ in: 'process', module: 'file:///pack/get-cube.js', exportName: 'Other' }) })
class GetCube extends GetSquare {}

const endless = ({ signal }: { signal: AbortSignal }) =>
  new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

async function sessionWith(executors: FakeExecutors, options: JobOptions = {}): Promise<Session> {
  return Session.create({
    packs: [jobPack, { name: 'squares', cmdlets: [GetSquare, GetCube] }],
    services: [
      [JobExecutors, executors],
      [JobSettings, new JobSettings(options)],
    ],
  });
}

describe('a cmdlet that is marked to run elsewhere', () => {
  it('runs here when it is no job', async () => {
    const executors = new FakeExecutors();
    await using session = await sessionWith(executors);
    expect([await session.invoke(GetSquare, { number: 3 }), executors.requests]).toEqual([[9], []]);
  });

  it.each([
    [GetSquare, { module: 'file:///pack/get-square.js', exportName: 'GetSquare' }, 'PowerShell'],
    [GetCube, { module: 'file:///pack/get-cube.js', exportName: 'Other' }, 'localhost'],
  ])('is sent as what its module exports', async (cmdlet, source, location) => {
    const executors = new FakeExecutors();
    await using session = await sessionWith(executors);
    const job = await session.invoke(cmdlet, { number: 3, asJob: true, jobName: 'mine' });
    expect([job.name, job.psJobTypeName, job.location, job.childJobs.length]).toEqual([
      'mine',
      'CmdletJob',
      location,
      1,
    ]);
    await job.finished;
    expect(executors.requests).toMatchObject([
      { source: { kind: 'cmdlet', ...source, parameters: { number: 3 }, expectingInput: false }, input: undefined },
    ]);
  });

  it('takes the records of the pipeline along', async () => {
    const executors = new FakeExecutors();
    await using session = await sessionWith(executors);
    const [job] = (await session.from([1, 2, 3]).pipe('Get-Square', { asJob: true })) as Job[];
    await job?.finished;
    const [request] = executors.requests;
    expect(request?.source).toMatchObject({ expectingInput: true, parameters: {} });
    expect(request?.input).toBeDefined();
  });

  it('is done as a job of Start-Job is: where the caller is, in the first runtime, with the id of its job', async () => {
    const executors = new FakeExecutors();
    const runtime = { version: new Version(20, 1), architecture: 'x64', path: '/opt/node' };
    await using session = await sessionWith(executors, { runtimes: [runtime] });
    session.variables.set('PWD', '/home/user');
    const job = await session.invoke(GetCube, { number: 3, asJob: true });
    await job.finished;
    const [child] = job.childJobs;
    expect(executors.needs).toEqual([{ runtime }]);
    expect(executors.requests).toMatchObject([{ workingDirectory: '/home/user', jobInstanceId: child?.instanceId }]);
  });

  it.each([
    [GetSquare, { threadLimit: 1 }],
    [GetCube, { processLimit: 1 }],
  ])('waits for its turn among the jobs of the session', async (cmdlet, options) => {
    const executors = new FakeExecutors();
    await using session = await sessionWith(executors, options);
    const command = cmdlet === GetSquare ? 'Start-ThreadJob' : 'Start-Job';
    const [first] = (await session.invoke(command, { scriptBlock: endless })) as [Job];
    const job = await session.invoke(cmdlet, { number: 3, asJob: true });
    expect([job.state, job.childJobs[0]?.state, executors.requests.length]).toEqual(['Running', 'NotStarted', 1]);
    await first.stop();
    await job.finished;
    expect(executors.requests).toHaveLength(2);
  });

  it('fails by its exit code where the session says so', async () => {
    const executors = new FakeExecutors();
    await using session = await sessionWith(executors, { failOnExitCode: true });
    executors.exitCode = 3;
    const { state, reason } = await (await session.invoke(GetCube, { number: 3, asJob: true })).finished;
    expect([state, reason?.message]).toEqual(['Failed', expect.stringContaining('ended with exit code 3')]);
  });

  it('reports what is wrong with the call inline', async () => {
    const executors = new FakeExecutors();
    await using session = await sessionWith(executors);
    await expect(session.invoke(GetSquare, { number: 13, asJob: true })).rejects.toThrow('unlucky');
    expect([session.jobs.jobs, executors.requests]).toEqual([[], []]);
  });
});

/** As `fixtures/get-mark.mjs`, which is what runs. */
const markModule = new URL('./fixtures/get-mark.mjs', import.meta.url).href;

@Cmdlet('Get', 'Mark', {
  job: isolatedJob({ in: 'thread', module: markModule }),
  supportsShouldProcess: true,
  confirmImpact: 'High',
})
class GetMark extends PSCmdlet<string> {
  @Parameter({ position: 0, valueFromPipeline: true }) @Transform((value) => `<${String(value)}>`) mark = '';
  @Parameter({ position: 1, type: URL }) page: URL | undefined;
}

it.each<[title: string, isolation: object, message: string]>([
  [
    'a place that there is not',
    { in: 'moon', ...place },
    'given "moon" as the place where work runs. It must be one of thread, process.',
  ],
  ['no module', { in: 'thread' }, 'given undefined as the module of the cmdlet. Give import.meta.url'],
  ['a module beside nothing', { in: 'thread', module: './get-square.js' }, 'given "./get-square.js" as the module'],
])('isolatedJob refuses %s', (_title, isolation, message) => {
  expect(() => isolatedJob(isolation as Isolation)).toThrow(
    expect.objectContaining({ errorId: 'Argument', message: expect.stringContaining(message) as string }),
  );
});

describe('what such a cmdlet was given', () => {
  it('is transformed and converted once, and nobody is asked twice', async () => {
    const questions: string[] = [];
    const promptForChoice = (_caption: string, message: string) => Promise.resolve(questions.push(message) && 0);
    await using session = await Session.create({
      packs: [jobPack, { name: 'marks', cmdlets: [GetMark] }],
      host: { promptForChoice },
      defaultParameterValues: { 'Get-Mark:Page': 'https://example.org/' },
    });
    const job = await session.invoke(GetMark, { mark: 'a', asJob: true });
    expect(await job.finished).toMatchObject({ state: 'Completed', reason: undefined });
    expect([job.output, questions.length]).toEqual([['<a> https://example.org/'], 1]);
  }, 30_000);

  it('may not be a function, which cannot be sent', async () => {
    const executors = new FakeExecutors();
    await using session = await sessionWith(executors);
    const [job] = await session.from([{ n: 2 }]).pipe(GetSquare, { number: () => 3, asJob: true });
    const { state, reason } = (await job?.finished) ?? {};
    expect([state, reason?.message, executors.requests]).toEqual([
      'Failed',
      "The work of this command runs elsewhere, where the function given for 'number' cannot be sent. Give a value, or run the command without -AsJob.",
      [],
    ]);
  });
});

const module = new URL('./fixtures/get-place.mjs', import.meta.url).href;

@Cmdlet('Get', 'Place', { job: isolatedJob({ in: 'thread', module }) })
class GetPlace extends PSCmdlet<unknown> {
  @Parameter({ mandatory: true, valueFromPipeline: true, type: Int32 }) number!: number;
}

@Cmdlet('Get', 'FarPlace', { job: isolatedJob({ in: 'process', module, exportName: 'GetPlace' }) })
class GetFarPlace extends GetPlace {}

it.each([
  ['a thread', GetPlace, true, false],
  ['a process', GetFarPlace, false, true],
])(
  'the cmdlet really runs in %s',
  async (_where, cmdlet, sameProcess, isMainThread) => {
    await using session = await Session.create({ packs: [jobPack] });
    const job = await session.invoke(cmdlet, { number: 3, asJob: true });
    const ended = await job.finished;
    expect(ended).toMatchObject({ state: 'Completed', reason: undefined });
    const [place] = job.output as { square: number; processId: number; isMainThread: boolean }[];
    expect([place?.square, place?.processId === process.pid, place?.isMainThread]).toEqual([
      9,
      sameProcess,
      isMainThread,
    ]);
  },
  30_000,
);

it('the records of the pipeline go there, and what the cmdlet writes comes back in order', async () => {
  await using session = await Session.create({ packs: [jobPack] });
  const [job] = await session.from([1, 2, 3]).pipe(GetPlace, { asJob: true });
  await job?.finished;
  expect(job?.output).toMatchObject([{ square: 1 }, { square: 4 }, { square: 9 }]);
}, 30_000);
