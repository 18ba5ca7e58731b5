import { Session } from '@cmdlet/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { childEntryPath } from '../../../../packages/jobs/src/execution/child-entry.js';
import { getOrigin } from '../../../../packages/jobs/src/execution/envelope/origin.js';
import type { RemoteTarget } from '../../../../packages/jobs/src/execution/remote/remote-target.js';
import { RemoteTransport } from '../../../../packages/jobs/src/execution/remote/remote-transport.js';
import { SshTransport } from '../../../../packages/jobs/src/execution/remote/ssh-transport.js';
import type { RemoteJob } from '../../../../packages/jobs/src/invoke-command/remote-job.js';
import { jobPack } from '../../../../packages/jobs/src/job-pack.js';
import type { ScriptBlockContext } from '../../../../packages/jobs/src/script-block/script-block.js';
import { ancestor, begin, request, runs, until } from './remote-work.js';
import { SshServer, sshServerPath } from './ssh-server.js';

const path = sshServerPath();
if (path === undefined) console.warn('The tests over SSH are left out: there is no sshd on this machine.');

const transport = new SshTransport({ node: process.execPath });
const failure = (execution: { readonly finished: Promise<unknown> }): Promise<unknown> =>
  execution.finished.then(
    () => undefined,
    (error: unknown) => error,
  );
const saying = (text: string): string => expect.stringContaining(text) as string;

describe.runIf(path !== undefined)('work over SSH', { timeout: 30_000 }, () => {
  let server: SshServer;
  const run = (block: (context: ScriptBlockContext) => unknown, target: Partial<RemoteTarget> = {}) =>
    begin(request(block), { ...server.target(), ...target }, transport);

  beforeAll(async () => {
    server = await SshServer.start(path ?? '', `${process.execPath} ${childEntryPath()} 3<&0 4>&1 0</dev/null 1>&2`);
  });
  afterAll(() => server[Symbol.asyncDispose]());

  it('runs at the other end and comes back', async () => {
    const { sink, execution } = run(({ writeWarning }) =>
      writeWarning('w').then(() => ({
        connection: process.env['SSH_CONNECTION'] !== undefined,
        map: new Map([[1, 2]]),
      })),
    );
    await execution.finished;
    expect(sink.output).toEqual([{ connection: true, map: new Map([[1, 2]]) }]);
    expect(sink.of('Warning').map(String)).toEqual(['w']);
    expect(getOrigin(sink.output[0])).toMatchObject({ computerName: '127.0.0.1' });
  });

  it('runs by a subsystem of the server', async () => {
    const { sink, execution } = run(
      async () => {
        const { spawnSync } = await import('node:child_process');
        spawnSync('echo', ['printed'], { stdio: 'inherit' });
        return 'by subsystem';
      },
      { subsystem: 'jobs' },
    );
    await execution.finished;
    expect(sink.output).toEqual(['by subsystem']);
  });

  it('fails for a host that is not known', async () => {
    const { execution } = run(() => 1, { hostName: 'no1.invalid' });
    expect(await failure(execution)).toMatchObject({
      errorId: '2100,PSSessionStateBroken',
      category: 'OpenError',
      target: 'no1.invalid',
      message: saying('no1.invalid could not be reached: ssh: Could not resolve hostname no1.invalid'),
    });
  });

  it('fails for a key that is refused', async () => {
    const { execution } = run(() => 1, server.target('stranger'));
    expect(await failure(execution)).toMatchObject({
      errorId: '2100,PSSessionStateBroken',
      message: saying('Permission denied (publickey)'),
    });
  });

  it('fails for a host key that nobody vouches for', async () => {
    const { options } = server.target();
    const { execution } = run(() => 1, { options: { ...options, StrictHostKeyChecking: 'yes' } });
    expect(await failure(execution)).toMatchObject({
      errorId: '2100,PSSessionStateBroken',
      message: saying('Host key verification failed'),
    });
  });

  it('fails where nobody listens', async () => {
    const { execution } = run(() => 1, { port: 1 });
    expect(await failure(execution)).toMatchObject({
      errorId: '2100,PSSessionStateBroken',
      message: saying('Connection refused'),
    });
  });

  it('fails when the connection is dropped, and the job ends there', async () => {
    const { sink, execution, written } = run(async ({ writeObject, signal }) => {
      await writeObject(process.pid);
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
    });
    await written;
    const [pid] = sink.output as number[];
    process.kill(ancestor(pid, 'sshd'), 'SIGKILL');
    expect(await failure(execution)).toMatchObject({
      errorId: '2101,PSSessionStateBroken',
      message: saying('the connection was lost'),
    });
    await until(() => !runs(pid));
  });

  it('fails when the process of the job is killed there, with the signal', async () => {
    const { sink, execution, written } = run(async ({ writeObject }) => {
      await writeObject(process.pid);
      await new Promise(() => setInterval(() => undefined, 1000));
    });
    await written;
    const [pid] = sink.output as [number];
    process.kill(pid, 'SIGKILL');
    expect(await failure(execution)).toMatchObject({
      errorId: '2101,PSSessionStateBroken',
      signal: 'SIGKILL',
    });
  });

  it('ends a job by force that does not listen, with the programs it started', async () => {
    const { sink, execution, written } = run(async ({ writeObject }) => {
      const { spawn } = await import('node:child_process');
      await writeObject(process.pid);
      await writeObject(spawn('sleep', ['600']).pid);
      await new Promise((resolve) => setTimeout(resolve, 20));
      for (;;);
    });
    await written;
    await until(() => sink.output.length === 2);
    await execution.terminate();
    expect((sink.output as number[]).map(runs)).toEqual([false, false]);
    expect(await failure(execution)).toMatchObject({ message: saying('ended by force') });
  });

  it('is a job with a child for each host, of which only those fail that cannot be reached', async () => {
    const packs = [jobPack];
    await using session = await Session.create({ packs, services: [[RemoteTransport, transport]] });
    const { port, userName, keyFilePath, options } = server.target();
    const [job] = (await session.invoke('Invoke-Command', {
      hostName: ['127.0.0.1', 'no1.invalid', 'localhost'],
      ...{ port, userName, keyFilePath, options },
      scriptBlock: ({ args: [name] }: ScriptBlockContext) => ({ name }),
      argumentList: ['x'],
      jobName: 'Nightly',
    })) as [RemoteJob];
    expect((await job.finished).state).toBe('Failed');
    expect(job.childJobs.map(({ location, state }) => `${location} ${state}`)).toEqual([
      '127.0.0.1 Completed',
      'no1.invalid Failed',
      'localhost Completed',
    ]);
    const received = await session.pipeline('Receive-Job', { job }).run();
    expect(received.output.map((value) => getOrigin(value)?.computerName)).toEqual(['127.0.0.1', 'localhost']);
    expect(received.errors.map(({ fullyQualifiedErrorId }) => fullyQualifiedErrorId)).toEqual([
      '2100,PSSessionStateBroken',
    ]);
  });
});
