import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PipelineResult, Session, type SessionOptions } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { getOrigin } from '../../../packages/jobs/src/execution/envelope/origin.js';
import { RemoteTransport } from '../../../packages/jobs/src/execution/remote/remote-transport.js';
import { RemoteJob } from '../../../packages/jobs/src/invoke-command/remote-job.js';
import { jobPack } from '../../../packages/jobs/src/job-pack.js';
import type { ScriptBlockContext } from '../../../packages/jobs/src/script-block/script-block.js';
import { ScriptBlockCompiler } from '../../../packages/jobs/src/script-block/script-block-compiler.js';
import { LoopbackTransport } from '../execution/remote/loopback-transport.js';
import { errorIds } from '../job-session.js';

/** A session whose other computers are this one, reached without ssh. */
class RemoteSession {
  static async create(options: SessionOptions = {}): Promise<RemoteSession> {
    const transport = new LoopbackTransport();
    const session = await Session.create({
      packs: [{ ...jobPack, name: 'jobs' }],
      services: [[RemoteTransport, transport]],
      ...options,
    });
    return new RemoteSession(session, transport);
  }

  private constructor(
    readonly session: Session,
    readonly transport: LoopbackTransport,
  ) {}

  run(parameters: Readonly<Record<string, unknown>>): Promise<PipelineResult<unknown>> {
    return this.session.pipeline('Invoke-Command', parameters).run();
  }

  async job(parameters: Readonly<Record<string, unknown>>): Promise<RemoteJob> {
    const [job] = await this.session.invoke('Invoke-Command', { asJob: true, ...parameters });
    if (!(job instanceof RemoteJob)) throw new Error('there is no job');
    return job;
  }
}

const one = (): number => 1;

describe('Invoke-Command without a target', () => {
  it('runs the block here and now, on live objects', async () => {
    const { session } = await RemoteSession.create();
    const shared = { count: 0 };
    const output = await session.invoke('Invoke-Command', {
      scriptBlock: ({ args: [given] }: ScriptBlockContext) => {
        (given as typeof shared).count++;
        return given;
      },
      argumentList: [shared],
    });
    expect(output[0]).toBe(shared);
    expect([shared.count, session.jobs.jobs]).toEqual([1, []]);
  });

  it('takes the block at the first position', async () => {
    const { session } = await RemoteSession.create();
    expect(await session.invoke('icm', { scriptBlock: () => [1, 2], noNewScope: true })).toEqual([1, 2]);
  });

  it('feeds the block with what comes through the pipeline, while it runs', async () => {
    const { session } = await RemoteSession.create();
    const scriptBlock = async function* ({ input }: ScriptBlockContext<number>): AsyncGenerator<number> {
      for await (const number of input) yield number * 2;
    };
    const records = Array.from({ length: 5000 }, (_, index) => index);
    const output = await session.from(records).pipe('Invoke-Command', { scriptBlock });
    expect(output).toEqual(records.map((number) => number * 2));
  });

  it('does not wait for a block that reads no more', async () => {
    const { session } = await RemoteSession.create();
    const records = Array.from({ length: 5000 }, (_, index) => index);
    expect(await session.from(records).pipe('Invoke-Command', { scriptBlock: one })).toEqual([1]);
  });

  it('gives the block one object where one is given by name, a list too', async () => {
    const { session } = await RemoteSession.create();
    const scriptBlock = async function* ({ input }: ScriptBlockContext): AsyncGenerator<unknown> {
      for await (const value of input) yield JSON.stringify(value);
    };
    expect(await session.invoke('Invoke-Command', { scriptBlock, inputObject: [1, 2] })).toEqual(['[1,2]']);
    expect(await session.invoke('Invoke-Command', { scriptBlock })).toEqual([]);
  });

  it('writes what the block writes to its streams', async () => {
    const remote = await RemoteSession.create();
    const result = await remote.run({
      scriptBlock: async (context: ScriptBlockContext) => {
        await context.writeError('e');
        await context.writeWarning('w');
        await context.writeInformation('i');
        await context.writeObject('o');
      },
    });
    expect([result.output, result.errors.map(String)]).toEqual([['o'], ['e']]);
    expect([result.warnings.map(String), result.information.map(String)]).toEqual([['w'], ['i']]);
  });

  it('fails with what the block throws', async () => {
    const { session } = await RemoteSession.create();
    const scriptBlock = (): never => {
      throw new RangeError('bad');
    };
    await expect(session.invoke('Invoke-Command', { scriptBlock })).rejects.toMatchObject({ message: 'bad' });
  });

  it('runs text by the compiler of the session', async () => {
    const compiler = { compile: () => ({ source: { kind: 'live', run: () => 'compiled' }, using: {} }) };
    const { session } = await RemoteSession.create({ services: [[ScriptBlockCompiler, compiler]] as never });
    expect(await session.invoke('Invoke-Command', { scriptBlock: ' 1 ' })).toEqual(['compiled']);
  });

  it('ends when it is stopped', async () => {
    const { session } = await RemoteSession.create();
    const controller = new AbortController();
    const scriptBlock = async ({ signal }: ScriptBlockContext): Promise<void> => {
      const aborted = new Promise((resolve) => signal.addEventListener('abort', resolve));
      controller.abort();
      await aborted;
    };
    await expect(
      session.invoke('Invoke-Command', { scriptBlock }, { signal: controller.signal }),
    ).rejects.toMatchObject({ name: 'PipelineStoppedException' });
  });

  it.each([
    ['-NoNewScope', { noNewScope: true }],
    ['nothing else', {}],
  ])('with %s cannot be a job', async (_what, parameters) => {
    const remote = await RemoteSession.create();
    const result = await remote.run({ scriptBlock: one, asJob: true, ...parameters });
    expect(errorIds(result)).toEqual(['AmbiguousParameterSet,jobs.InvokeCommand']);
  });
});

describe('Invoke-Command -HostName', () => {
  it('writes what comes from all targets, and where it came from', async () => {
    const remote = await RemoteSession.create();
    const result = await remote.run({
      hostName: ['one', 'two'],
      scriptBlock: ({ args: [name] }: ScriptBlockContext) => ({ name }),
      argumentList: ['x'],
    });
    expect(result.output).toEqual([{ name: 'x' }, { name: 'x' }]);
    expect(result.output.map((value) => getOrigin(value)?.computerName).sort()).toEqual(['one', 'two']);
    expect([result.hadErrors, remote.session.jobs.jobs]).toEqual([false, []]);
  });

  it('reports a target that cannot be reached, and goes on with the others', async () => {
    const remote = await RemoteSession.create();
    const result = await remote.run({ hostName: ['no1.invalid', 'two'], scriptBlock: one });
    expect([result.output, errorIds(result), result.failure]).toEqual([[1], ['2100,PSSessionStateBroken'], undefined]);
    expect(result.errors).toMatchObject([{ targetObject: 'no1.invalid', categoryInfo: { category: 'OpenError' } }]);
  });

  it('gives each target all that comes through the pipeline', async () => {
    const remote = await RemoteSession.create();
    const scriptBlock = async ({ input }: ScriptBlockContext<number>): Promise<number> => {
      let sum = 0;
      for await (const number of input) sum += number;
      return sum;
    };
    const records = Array.from({ length: 3000 }, () => 1);
    const output = await remote.session
      .from(records)
      .pipe('Invoke-Command', { hostName: ['one', 'two', 'three'], scriptBlock, throttleLimit: 1 });
    expect(output).toEqual([3000, 3000, 3000]);
  });

  it('does nothing for a pipeline that brings nothing', async () => {
    const remote = await RemoteSession.create();
    expect(await remote.session.from([]).pipe('Invoke-Command', { hostName: 'one', scriptBlock: one })).toEqual([]);
    expect(remote.transport.targets).toEqual([]);
  });

  it('sends a file that was read here', async () => {
    const remote = await RemoteSession.create();
    const filePath = join(tmpdir(), `invoke-command-${process.pid}.mjs`);
    await writeFile(filePath, 'export default ({ args: [a, b] }) => a + b;\n');
    const output = await remote.session.invoke('Invoke-Command', { hostName: 'one', filePath, argumentList: [1, 2] });
    expect(output).toEqual([3]);
  });

  it('ends what runs elsewhere when it is stopped', async () => {
    const remote = await RemoteSession.create();
    const controller = new AbortController();
    const running = remote.session.invoke(
      'Invoke-Command',
      {
        hostName: 'one',
        scriptBlock: ({ signal }: ScriptBlockContext) =>
          new Promise((resolve) => signal.addEventListener('abort', resolve)),
      },
      { signal: controller.signal },
    );
    while (remote.transport.connections.length === 0) await new Promise((resolve) => setImmediate(resolve));
    controller.abort();
    await expect(running).rejects.toMatchObject({ name: 'PipelineStoppedException' });
    await Promise.all(remote.transport.connections.map(({ closed }) => closed));
  });

  it('hands on how a target is reached', async () => {
    const remote = await RemoteSession.create({ variables: { PWD: '/home/user' } });
    await remote.run({
      hostName: ['user@a.invalid:2222', 'b.invalid'],
      scriptBlock: one,
      port: 22,
      userName: 'other',
      identityFilePath: 'key',
      connectingTimeout: 5000,
      options: { StrictHostKeyChecking: 'no' },
    });
    const common = { keyFilePath: '/home/user/key', connectingTimeout: 5000, options: { StrictHostKeyChecking: 'no' } };
    expect(remote.transport.targets).toEqual([
      { ...common, hostName: 'a.invalid', userName: 'user', port: 2222 },
      { ...common, hostName: 'b.invalid', userName: 'other', port: 22 },
    ]);
  });

  it('takes targets as tables', async () => {
    const remote = await RemoteSession.create();
    await remote.run({
      SSHConnection: [
        { ComputerName: 'a.invalid', Port: 23 },
        { hostname: 'b.invalid', username: 'u' },
      ],
      scriptBlock: one,
    });
    expect(remote.transport.targets).toEqual([
      { hostName: 'a.invalid', port: 23 },
      { hostName: 'b.invalid', userName: 'u' },
    ]);
  });

  it.each([
    [{ hostName: 'two words' }, 'PSSessionInvalidComputerName'],
    [{ hostName: '-oProxyCommand=x' }, 'PSSessionInvalidComputerName'],
    [{ hostName: '@host' }, 'PSSessionInvalidComputerName'],
    [{ hostName: 'host:many' }, 'PSSessionInvalidComputerName'],
    [{ hostName: 'host:70000' }, 'PSSessionInvalidComputerName'],
    [{ SSHConnection: [{ Port: 1 }] }, 'Argument'],
    [{ SSHConnection: [{ HostName: 'h', Colour: 1 }] }, 'Argument'],
    [{ SSHConnection: [{ HostName: 'h', ComputerName: 'h' }] }, 'Argument'],
    [{ SSHConnection: [{ HostName: 'h', Port: 0 }] }, 'Argument'],
    [{ hostName: 'host', port: 0 }, 'ParameterArgumentValidationError'],
    [{ computerName: 'abc', asJob: true, inDisconnectedSession: true }, 'System.InvalidOperationException'],
    [{ computerName: 'abc', sessionName: 's' }, 'System.InvalidOperationException'],
    [{ computerName: 'abc' }, 'System.Management.Automation.Remoting.PSRemotingDataStructureException'],
  ])('refuses %j before anything starts', async (parameters, id) => {
    const remote = await RemoteSession.create();
    const result = await remote.run({ scriptBlock: one, ...parameters });
    expect(errorIds(result)).toEqual([`${id},jobs.InvokeCommand`]);
    expect([remote.transport.targets, result.failure === undefined]).toEqual([[], false]);
  });

  it('refuses a block that uses variables of this place', async () => {
    const remote = await RemoteSession.create();
    const outer = 5;
    const result = await remote.run({ hostName: 'h', scriptBlock: () => outer });
    expect(errorIds(result)).toEqual(['ScriptBlockCapturesVariable,jobs.InvokeCommand']);
  });

  it('refuses a file that is not there, before a job exists', async () => {
    const remote = await RemoteSession.create();
    const result = await remote.run({ hostName: 'h', filePath: '/nowhere.ts', asJob: true });
    expect([errorIds(result), remote.session.jobs.jobs]).toEqual([['PathNotFound,jobs.InvokeCommand'], []]);
  });
});

describe('Invoke-Command -AsJob', () => {
  it('gives a RemoteJob with a child for each target, in their order', async () => {
    const remote = await RemoteSession.create();
    const job = await remote.job({ hostName: ['one', 'two', 'one'], scriptBlock: () => 5, jobName: 'Nightly' });
    expect(job).toMatchObject({
      id: 1,
      name: 'Nightly',
      psJobTypeName: 'RemoteJob',
      state: 'Running',
      location: 'one,two,one',
      statusMessage: '',
      hasMoreData: true,
      command: '5',
    });
    expect(job.childJobs.map(({ id, name, location }) => [id, name, location])).toEqual([
      [2, 'Job2', 'one'],
      [3, 'Job3', 'two'],
      [4, 'Job4', 'one'],
    ]);
    expect(remote.session.jobs.jobs).toEqual([job]);
    expect((await job.finished).state).toBe('Completed');
    expect(job.output).toEqual([5, 5, 5]);
  });

  it('is implied by a name', async () => {
    const remote = await RemoteSession.create();
    const parameters = { hostName: 'h', scriptBlock: one, jobName: 'n', hideComputerName: true };
    const [job] = await remote.session.invoke('Invoke-Command', parameters);
    expect(job).toBeInstanceOf(RemoteJob);
    expect(job).toMatchObject({ hideComputerName: true });
    await (job as RemoteJob).finished;
  });

  it('tells whose child wrote an object, and lets a receiver choose by computer', async () => {
    const remote = await RemoteSession.create();
    const job = await remote.job({ hostName: ['one', 'two'], scriptBlock: () => ({}) });
    await job.finished;
    const [child] = job.childJobs;
    expect(getOrigin(child?.output[0])).toMatchObject({ computerName: 'one', jobInstanceId: child?.instanceId });
    const received = await remote.session.invoke('Receive-Job', { job, computerName: 'two' });
    expect(received.map((value) => getOrigin(value)?.computerName)).toEqual(['two']);
  });

  it('works on so many targets as the limit allows, the others wait', async () => {
    const remote = await RemoteSession.create();
    const scriptBlock = ({ signal, writeObject }: ScriptBlockContext): Promise<void> =>
      writeObject(1).then(() => new Promise((resolve) => signal.addEventListener('abort', () => resolve())));
    const job = await remote.job({ hostName: ['a', 'b', 'c', 'd'], scriptBlock, throttleLimit: 2 });
    const states = (): string[] => job.childJobs.map(({ state }) => state);
    expect([job.state, states()]).toEqual(['Running', ['Running', 'Running', 'NotStarted', 'NotStarted']]);
    await job.childJobs[0]?.stop();
    expect(states()).toEqual(['Stopped', 'Running', 'Running', 'NotStarted']);
    await job.stop();
    expect([job.state, states()]).toEqual(['Stopped', Array(4).fill('Stopped')]);
  });

  it.each([undefined, 0, -1])('works on 32 at a time with a limit of %s', async (throttleLimit) => {
    const remote = await RemoteSession.create();
    const hostName = Array.from({ length: 34 }, (_, index) => `h${index}.invalid`);
    const job = await remote.job({
      hostName,
      scriptBlock: one,
      ...(throttleLimit === undefined ? {} : { throttleLimit }),
    });
    expect(job.childJobs.filter(({ state }) => state === 'Running')).toHaveLength(32);
    await job.finished;
  });

  it('fails the child of a target that cannot be reached, and only that; the parent when all are done', async () => {
    const remote = await RemoteSession.create();
    const job = await remote.job({ hostName: ['no1.invalid', 'two'], scriptBlock: one });
    expect((await job.finished).state).toBe('Failed');
    expect(job.childJobs.map(({ state }) => state)).toEqual(['Failed', 'Completed']);
    const result = await remote.session.pipeline('Receive-Job', { job }).run();
    expect([errorIds(result), result.output]).toEqual([['2100,PSSessionStateBroken'], [1]]);
  });

  it('is written at the first record, and fed with all of them', async () => {
    const remote = await RemoteSession.create();
    const scriptBlock = async ({ input }: ScriptBlockContext): Promise<unknown[]> => {
      const all: unknown[] = [];
      for await (const value of input) all.push(value);
      return [all.length];
    };
    const output = await remote.session
      .from([1, 2, 3])
      .pipe('Invoke-Command', { hostName: ['one', 'two'], scriptBlock, asJob: true, throttleLimit: 1 })
      .pipe('Receive-Job', { wait: true });
    expect(output).toEqual([3, 3]);
  });

  it('keeps no more records of a child than jobs of the session may', async () => {
    const remote = await RemoteSession.create({ jobRetention: { maxRecords: 2 } });
    const job = await remote.job({ hostName: 'one', scriptBlock: () => [1, 2, 3, 4] });
    await job.finished;
    expect(job.output).toEqual([3, 4]);
  });

  it('keeps the exit code of each child', async () => {
    const remote = await RemoteSession.create();
    const job = await remote.job({ hostName: 'one', scriptBlock: ({ exit }: ScriptBlockContext) => exit(3) });
    expect((await job.finished).state).toBe('Completed');
    expect(job.childJobs[0]?.exitCode).toBe(3);
  });
});
