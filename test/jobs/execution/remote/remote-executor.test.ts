import type { Clock } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { getOrigin } from '../../../../packages/jobs/src/execution/envelope/origin.js';
import type { WorkRequest } from '../../../../packages/jobs/src/execution/executor.js';
import { farEndProgram } from '../../../../packages/jobs/src/execution/remote/far-end.js';
import type { RemoteTarget } from '../../../../packages/jobs/src/execution/remote/remote-target.js';
import type { RemoteTransport } from '../../../../packages/jobs/src/execution/remote/remote-transport.js';
import { spawnConnection } from '../../../../packages/jobs/src/execution/remote/spawned-connection.js';
import { HandClock } from '../hand-clock.js';
import { LoopbackTransport } from './loopback-transport.js';
import { begin as beginOn, type RemoteWork, request, runs, until } from './remote-work.js';

const begin = (
  work: WorkRequest,
  target: Partial<RemoteTarget> = {},
  transport: RemoteTransport = new LoopbackTransport(),
  clock?: Clock,
): RemoteWork => beginOn(work, { hostName: 'far', ...target }, transport, clock);

const shell = (script: string): RemoteTransport => ({
  failureCode: 255,
  connect: () => spawnConnection('sh', ['-c', script]),
});

describe('the program of the far end', () => {
  it('has nothing in it that a shell would read otherwise', () => {
    expect(farEndProgram).not.toMatch(/["$\\`!%\n]/);
  });
});

describe('work on another computer', () => {
  it('gets its arguments and values, and its records come back with where they came from', async () => {
    const { sink, execution, executor } = begin(
      request(({ args, using }) => ({ sum: (args as number[]).reduce((a, b) => a + b), using }), {
        args: [1, 2, 3],
        using: { name: 'n' },
      }),
    );
    expect(await execution.finished).toEqual({ exitCode: undefined });
    expect([executor.kind, executor.location, sink.output]).toEqual([
      'remote',
      'far',
      [{ sum: 6, using: { name: 'n' } }],
    ]);
    expect(getOrigin(sink.output[0])).toMatchObject({ computerName: 'far' });
  });

  it('reads input, as Observable too, though no rxjs is installed there', async () => {
    const input = (async function* () {
      yield* [1, 2, 3];
    })();
    const { sink, execution } = begin(
      request(
        async ({ input$, writeObject }) => {
          await new Promise<void>((resolve, reject) => {
            input$.subscribe({ next: (value) => void writeObject(value), complete: resolve, error: reject });
          });
        },
        { input },
      ),
    );
    await execution.finished;
    expect(sink.output).toEqual([1, 2, 3]);
  });

  it('begins in the home directory of the user there, whatever the directory here', async () => {
    const { execution } = begin(request(() => 1, { workingDirectory: '/nowhere' }));
    await execution.finished;
  });

  it('may print whatever it likes, by programs too: that is no part of the protocol', async () => {
    const { sink, execution } = begin(
      request(async () => {
        const { spawnSync } = await import('node:child_process');
        spawnSync('sh', ['-c', 'echo out; echo err >&2; echo three >&3'], { stdio: 'inherit' });
        return 'done';
      }),
    );
    await execution.finished;
    expect(sink.output).toEqual(['done']);
  });

  it('fails with what the script threw', async () => {
    const { execution } = begin(
      request(() => {
        throw new RangeError('too far');
      }),
    );
    await expect(execution.finished).rejects.toMatchObject({ message: 'too far' });
  });

  it('ends with its exit code', async () => {
    const { execution } = begin(request(({ exit }) => exit(3)));
    expect(await execution.finished).toEqual({ exitCode: 3 });
  });

  it('is told to stop, and may clean up', async () => {
    const { sink, execution, written } = begin(
      request(async ({ signal, writeObject, writeWarning }) => {
        await writeObject(1);
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
        await writeWarning('cleaned up');
      }),
    );
    await written;
    sink.stop();
    await execution.finished;
    expect(sink.of('Warning').map(String)).toEqual(['cleaned up']);
  });
});

describe('work that is ended by force', () => {
  it('is gone, with the programs it started, though it never gives the event loop a turn', async () => {
    const transport = new LoopbackTransport();
    const { sink, execution, written } = begin(
      request(async ({ writeObject }) => {
        const { spawn } = await import('node:child_process');
        const sleeper = spawn('sleep', ['600']);
        await writeObject([process.pid, sleeper.pid]);
        await new Promise((resolve) => setTimeout(resolve, 20));
        for (;;);
      }),
      {},
      transport,
    );
    await written;
    const [pids] = sink.output as number[][];
    await execution.terminate();
    await expect(execution.finished).rejects.toMatchObject({ errorId: '2101,PSSessionStateBroken' });
    expect(pids?.map(runs)).toEqual([false, false]);
  });

  it('is killed by the far end, which is waited for', async () => {
    const clock = new HandClock();
    const { sink, execution, written } = begin(
      request(async ({ writeObject }) => {
        await writeObject(process.pid);
        for (;;);
      }),
      {},
      new LoopbackTransport(),
      clock,
    );
    await written;
    const [pid] = sink.output as number[];
    void execution.terminate();
    await execution.kill?.();
    expect(runs(pid)).toBe(false);
    await expect(execution.finished).rejects.toMatchObject({ message: expect.stringContaining('by force') as string });
  });

  it.each(['terminate', 'kill'] as const)('is given up at once before the far end is there: %s', async (how) => {
    const { execution } = begin(
      request(() => 1),
      {},
      shell('exec sleep 600'),
      new HandClock(),
    );
    await execution[how]?.();
    await expect(execution.finished).rejects.toMatchObject({ message: expect.stringContaining('by force') as string });
  });

  it('is gone when the connection is cut', async () => {
    const transport = new LoopbackTransport();
    const { sink, execution, written } = begin(
      request(async ({ writeObject, signal }) => {
        await writeObject(process.pid);
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
      }),
      {},
      transport,
    );
    await written;
    const [pid] = sink.output as number[];
    transport.connections[0]?.close();
    const failure = await execution.finished.catch((error: unknown) => error);
    expect(failure).toMatchObject({ errorId: '2101,PSSessionStateBroken', category: 'OpenError', target: 'far' });
    await until(() => !runs(pid));
  });
});

describe('a connection that fails', () => {
  it('names the host and what ssh said', async () => {
    const { execution } = begin(
      request(() => 1),
      { hostName: 'no1.invalid' },
    );
    await expect(execution.finished).rejects.toMatchObject({
      errorId: '2100,PSSessionStateBroken',
      category: 'OpenError',
      target: 'no1.invalid',
      message: 'The job was not started: no1.invalid could not be reached: cannot resolve no1.invalid.',
    });
  });

  it.each([
    ['node: not found', 'echo x >&2; exit 127', '2100', 'there is no command node on far'],
    [
      'a Node that is too old',
      "echo '@cmdlet/jobs v16.1.0'; cat >/dev/null",
      '2100',
      'v16.1.0, and jobs need v20.16 or later',
    ],
    ['a shell that prints and ends', 'echo only text', '2100', 'far could not be reached'],
    [
      'noise',
      "echo '@cmdlet/jobs v20.19.0'; printf '\\377\\377\\377\\377\\377\\377\\377\\377'; cat >/dev/null",
      '2102',
      'broken',
    ],
    ['an end behind the greeting', "echo '@cmdlet/jobs v20.19.0'; echo last words >&2; exit 4", '2101', 'exit code 4'],
    ['a signal', "echo '@cmdlet/jobs v20.19.0'; exit 137", '2101', 'SIGKILL'],
    ['a lost connection', "echo '@cmdlet/jobs v20.19.0'; exit 255", '2101', 'the connection was lost'],
  ])('by %s', async (_what, script, id, message) => {
    const { execution } = begin(
      request(() => 1),
      {},
      shell(script),
    );
    await expect(execution.finished).rejects.toMatchObject({
      errorId: `${id},PSSessionStateBroken`,
      message: expect.stringContaining(message) as string,
    });
  });

  it('by a subsystem that never begins, with what was said instead', async () => {
    const { execution } = begin(
      request(() => 1),
      { subsystem: 'jobs' },
      shell("echo 'subsystem request failed' >&2; exit 255"),
    );
    await expect(execution.finished).rejects.toMatchObject({
      errorId: '2100,PSSessionStateBroken',
      message: expect.stringContaining('far could not be reached: subsystem request failed') as string,
    });
  });

  it('by a program that cannot be started', async () => {
    const { execution } = begin(
      request(() => 1),
      {},
      {
        failureCode: 255,
        connect: () => spawnConnection('/nowhere/ssh', []),
      },
    );
    await expect(execution.finished).rejects.toMatchObject({
      errorId: '2100,PSSessionStateBroken',
      message: expect.stringContaining('ssh could not be started') as string,
    });
  });

  it('by taking longer than it may', async () => {
    const { execution } = begin(
      request(() => 1),
      { connectingTimeout: 30 },
      shell('sleep 600'),
    );
    await expect(execution.finished).rejects.toMatchObject({
      errorId: '2100,PSSessionStateBroken',
      message: expect.stringContaining('within 30 milliseconds') as string,
    });
  });
});
