import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { childEntryPath } from '../../../packages/jobs/src/execution/child-entry.js';
import type { Executor } from '../../../packages/jobs/src/execution/executor.js';
import { ProcessExecutor } from '../../../packages/jobs/src/execution/process/process-executor.js';
import { ThreadExecutor } from '../../../packages/jobs/src/execution/thread/thread-executor.js';
import type { ScriptBlockFunction } from '../../../packages/jobs/src/script-block/script-block.js';
import { CollectingSink } from './collecting-sink.js';
import { rejection, source, turn } from './executor-contract.js';

const processes = new ProcessExecutor();

function begin(executor: Executor, block: ScriptBlockFunction, sink = new CollectingSink()) {
  return { sink, execution: executor.execute({ source: source(block), args: [], using: {} }, sink) };
}

/** Whether a process is there. One that has ended and was not waited for is not. */
async function runs(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const { readFile } = await import('node:fs/promises');
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ') Z');
  return !status.split(') ')[1]?.startsWith('Z');
}

async function ends(pid: number): Promise<void> {
  while (await runs(pid)) await turn();
}

describe('work whose process ends before it', () => {
  it('fails at once with the signal, and keeps what was written before', async () => {
    const sink = new CollectingSink();
    const { execution } = begin(
      processes,
      async ({ writeObject }) => {
        await writeObject('before');
        await writeObject('x'.repeat(50_000_000));
        await new Promise(() => setInterval(() => undefined, 1000));
      },
      sink,
    );
    while (sink.output.length === 0) await turn();
    process.kill(execution.processId as number, 'SIGKILL');
    expect(await rejection(execution.finished)).toMatchObject({
      name: 'WorkLostException',
      signal: 'SIGKILL',
      message: expect.stringContaining('SIGKILL'),
      errorRecord: {
        fullyQualifiedErrorId: '2101,PSSessionStateBroken',
        categoryInfo: { category: 'OpenError' },
        targetObject: 'localhost',
      },
    });
    expect(sink.output[0]).toBe('before');
  });

  it('fails with the exit code and the last lines of standard error', async () => {
    const { execution } = begin(processes, async () => {
      const { writeSync } = await import('node:fs');
      writeSync(2, 'the disk is gone\n');
      (process as unknown as { reallyExit(code: number): void }).reallyExit(7);
    });
    expect(await rejection(execution.finished)).toMatchObject({
      exitCode: 7,
      message: expect.stringMatching(/exit code 7.*the disk is gone/s),
    });
  });

  it('fails when there is no memory left in a process', async () => {
    const small = new ProcessExecutor({ nodeArguments: ['--max-old-space-size=30'] });
    const { execution } = begin(small, () => {
      const kept: unknown[] = [];
      for (;;) kept.push(new Array(10_000).fill(kept.length));
    });
    expect(await rejection(execution.finished)).toMatchObject({
      name: 'WorkLostException',
      message: expect.stringContaining('heap'),
    });
  });

  it('fails when the program cannot be started', async () => {
    const { execution } = begin(new ProcessExecutor({ executable: '/does/not/exist/node' }), () => 1);
    expect(await rejection(execution.finished)).toMatchObject({
      name: 'WorkLostException',
      message: expect.stringMatching(/could not be started.*ENOENT/),
    });
  });

  it('fails when the working directory is not there', async () => {
    const { finished } = processes.execute(
      { source: source(() => 1), args: [], using: {}, workingDirectory: '/does/not/exist' },
      new CollectingSink(),
    );
    expect(await rejection(finished)).toMatchObject({ code: 'ENOENT' });
  });
});

describe('work in a process of its own', () => {
  it('has the working directory and environment that it was given', async () => {
    const sink = new CollectingSink();
    const request = {
      source: source(() => [process.cwd(), process.env['COLOUR'], process.env['HOME']]),
      args: [],
      using: {},
      workingDirectory: '/',
      environment: { COLOUR: 'blue', PATH: process.env['PATH'] },
    };
    const warm = new ProcessExecutor({ pool: { size: 1 } });
    await processes.execute(request, sink).finished;
    await warm.warmUp();
    await warm.execute(request, sink).finished;
    await warm[Symbol.asyncDispose]();
    expect(sink.output).toEqual(['/', 'blue', undefined, '/', 'blue', undefined].filter((each) => each !== undefined));
  });

  it('makes records of what its programs print', async () => {
    const { execution, sink } = begin(processes, async () => {
      const { spawnSync } = await import('node:child_process');
      spawnSync('/bin/sh', ['-c', 'echo printed; echo failed >&2'], { stdio: 'inherit' });
    });
    await execution.finished;
    expect(sink.information.map(String)).toEqual(['printed']);
    expect(sink.information[0]?.tags).toEqual(['PSHOST']);
    expect(sink.errors.map(String)).toEqual(['failed']);
  });

  it.each(['terminate', 'kill'] as const)('takes its programs along when it is ended: %s', async (how) => {
    const sink = new CollectingSink();
    const { execution } = begin(
      processes,
      async ({ writeObject }) => {
        const { spawn } = await import('node:child_process');
        const child = spawn('/bin/sh', ['-c', 'trap "" TERM; while :; do sleep 1; done'], { stdio: 'inherit' });
        await writeObject(child.pid);
        for (;;) {
          // For ever.
        }
      },
      sink,
    );
    while (sink.output.length === 0) await turn();
    await execution[how]?.();
    await ends(sink.output[0] as number);
    expect(await rejection(execution.finished)).toMatchObject({ name: 'WorkLostException' });
  });

  it('takes along what it left behind when it ends by itself', async () => {
    const { execution, sink } = begin(processes, async () => {
      const { spawn } = await import('node:child_process');
      return spawn('/bin/sleep', ['1000'], { stdio: 'inherit' }).pid;
    });
    await execution.finished;
    await ends(sink.output[0] as number);
    expect(sink.output.length).toBe(1);
  });

  it('loses nothing that was printed while this process was busy', async () => {
    const sink = new CollectingSink();
    let blocked = false;
    const busy = (): void => {
      // Longer than anybody would wait for more.
      const until = performance.now() + 700;
      while (performance.now() < until);
      blocked = true;
    };
    sink.hold = () => {
      if (!blocked) busy();
      return undefined;
    };
    const { execution } = begin(
      processes,
      async ({ writeObject }) => {
        const { spawnSync } = await import('node:child_process');
        await writeObject('now');
        spawnSync('/bin/sh', ['-c', 'i=0; while [ $i -lt 3000 ]; do echo line $i; i=$((i+1)); done'], {
          stdio: 'inherit',
        });
      },
      sink,
    );
    await execution.finished;
    expect(sink.information.map(String)).toEqual(Array.from({ length: 3000 }, (_, line) => `line ${line}`));
  });

  it('does not wait for programs that hold its streams and say nothing', async () => {
    const { execution, sink } = begin(processes, async () => {
      const { spawn } = await import('node:child_process');
      return spawn('sleep', ['1000'], { stdio: 'inherit', detached: true }).pid;
    });
    await execution.finished;
    const [pid] = sink.output as [number];
    expect(await runs(pid)).toBe(true);
    process.kill(pid, 'SIGKILL');
  });

  it('opens its inspector, though it has just been started', async () => {
    const { execution } = begin(processes, () => new Promise(() => setInterval(() => undefined, 1000)));
    expect(await execution.openInspector?.()).toMatch(/^ws:/);
    await execution.kill?.();
  });

  it('has no inspector once it has ended, be that while it is asked for', async () => {
    const { execution } = begin(processes, () => new Promise(() => setInterval(() => undefined, 1000)));
    const asked = rejection(execution.openInspector?.() ?? Promise.resolve());
    process.kill(execution.processId as number, 'SIGKILL');
    expect(await asked).toMatchObject({ message: expect.stringContaining('before its inspector was open') });
    expect(await rejection(execution.finished)).toMatchObject({ signal: 'SIGKILL' });
    expect(await rejection(execution.openInspector?.() ?? Promise.resolve())).toMatchObject({
      message: expect.stringContaining('before its inspector was open'),
    });
  });

  it('opens its inspector, though it computes without a pause', async () => {
    const sink = new CollectingSink();
    const { execution } = begin(
      processes,
      async ({ writeObject }) => {
        await writeObject('started');
        for (;;) {
          // For ever.
        }
      },
      sink,
    );
    while (sink.output.length === 0) await turn();
    const url = await execution.openInspector?.();
    expect(url).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/[0-9a-f-]{36}$/);
    await execution.kill?.();
    expect(sink.errors).toEqual([]);
  });
});

it('fails when there is no memory left in a thread', async () => {
  const { execution } = begin(new ThreadExecutor({ resourceLimits: { maxOldGenerationSizeMb: 20 } }), () => {
    const kept: unknown[] = [];
    for (;;) kept.push(new Array(10_000).fill(kept.length));
  });
  expect(await rejection(execution.finished)).toMatchObject({
    name: 'WorkLostException',
    message: expect.stringContaining('ran out of memory'),
  });
});

describe('a host that ends', () => {
  /** A program that starts work in a process, tells its id, and goes on; as JavaScript, without the sources. */
  const host = (block: string) => `
    const { spawn } = require('node:child_process');
    const v8 = require('node:v8');
    const child = spawn(process.execPath, [${JSON.stringify(childEntryPath())}], {
      stdio: ['ignore', 'inherit', 'inherit', 'pipe', 'pipe'], detached: true,
    });
    const serializer = new v8.Serializer();
    serializer.writeRawBytes(new Uint8Array(8));
    serializer.writeHeader();
    serializer.writeValue({
      type: 'start', source: { kind: 'function', text: ${JSON.stringify(block)} }, args: [], using: {},
      hasInput: false, largestRecord: 1e9,
    });
    const frame = serializer.releaseBuffer();
    frame.writeUInt32LE(frame.length - 8, 0);
    child.stdio[3].write(frame);
    child.stdio[4].resume();
    setInterval(() => undefined, 1000);
  `;

  it('takes a job along that has been told, and has cleaned up', async () => {
    const block = `async ({ signal }) => {
      const { writeSync } = await import('node:fs');
      const native = (await import('node:child_process')).spawn('/bin/sleep', ['1000']);
      writeSync(1, process.pid + ' ' + native.pid + '\\n');
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      writeSync(1, 'cleaned up\\n');
      throw signal.reason;
    }`;
    const program = spawn(process.execPath, ['-e', host(block)], { stdio: ['ignore', 'pipe', 'inherit'] });
    const closed = once(program, 'close');
    const lines = createInterface(program.stdout)[Symbol.asyncIterator]();
    const pids = String((await lines.next()).value)
      .split(' ')
      .map(Number);
    program.kill('SIGKILL');
    expect((await lines.next()).value).toBe('cleaned up');
    for (const pid of pids) await ends(pid);
    await closed;
  });
});
