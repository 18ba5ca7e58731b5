import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, it } from 'vitest';
import { ThreadExecutor } from '../../../../packages/jobs/src/execution/thread/thread-executor.js';
import type { ScriptBlockFunction } from '../../../../packages/jobs/src/script-block/script-block.js';
import { bundleProgram } from '../bundled-program.js';
import { CollectingSink } from '../collecting-sink.js';
import { rejection, source, turn } from '../executor-contract.js';
import { runs, until } from '../remote/remote-work.js';

const threads = new ThreadExecutor();
afterAll(() => threads[Symbol.asyncDispose]());

function begin(block: ScriptBlockFunction) {
  const sink = new CollectingSink();
  return { sink, execution: threads.execute({ source: source(block), args: [], using: {} }, sink) };
}

/** Starts programs in the ways that Node has, and goes on. */
const starting: ScriptBlockFunction = async ({ writeObject }) => {
  const { spawn, exec, execFile } = await import('node:child_process');
  const children = [
    spawn('sleep', ['1000']),
    spawn('sleep', ['1000'], { stdio: 'inherit' }),
    exec('sleep 1000; echo over'),
    execFile('sleep', ['1000']),
  ];
  await writeObject(children.map(({ pid }) => pid));
  await new Promise(() => setInterval(() => undefined, 1000));
};

describe('programs that the work of a thread has started', () => {
  it.each(['terminate', 'kill'] as const)('end with it when it is ended by force: %s', async (how) => {
    const { sink, execution } = begin(starting);
    while (sink.output.length === 0) await turn();
    await execution[how]?.();
    expect((sink.output[0] as number[]).map(runs)).toEqual([false, false, false, false]);
    expect(await rejection(execution.finished)).toMatchObject({ name: 'WorkLostException' });
  });

  it('end with it though it computes without a pause, and they take no notice of a mild signal', async () => {
    const { sink, execution } = begin(async ({ writeObject }) => {
      const { spawn } = await import('node:child_process');
      const child = spawn('/bin/sh', ['-c', 'trap "" TERM; echo ready; while :; do sleep 1; done']);
      await new Promise((resolve) => child.stdout.once('data', resolve));
      await writeObject(child.pid);
      for (;;) {
        // For ever.
      }
    });
    while (sink.output.length === 0) await turn();
    await execution.terminate();
    expect(runs(sink.output[0] as number)).toBe(false);
  });

  it.runIf(process.platform === 'linux')('end with it though it waits for them', async () => {
    const { sink, execution } = begin(async ({ writeObject }) => {
      const { execSync } = await import('node:child_process');
      await writeObject('waits');
      execSync('sleep 1000; echo over');
    });
    while (sink.output.length === 0) await turn();
    await execution.terminate();
    expect(await rejection(execution.finished)).toMatchObject({ name: 'WorkLostException' });
  });

  it.runIf(process.platform === 'linux')(
    'end with it though they take no notice of a mild signal, and start others after it',
    async () => {
      const { sink, execution } = begin(async ({ writeObject }) => {
        const { execSync } = await import('node:child_process');
        await writeObject('waits');
        execSync('trap : TERM; while :; do sleep 1000; done');
      });
      while (sink.output.length === 0) await turn();
      await execution.terminate();
      expect(await rejection(execution.finished)).toMatchObject({ name: 'WorkLostException' });
    },
  );

  it('end with it when it ends by itself, with what they have left behind', async () => {
    const { sink, execution } = begin(async ({ writeObject }) => {
      const { spawn } = await import('node:child_process');
      const child = spawn('/bin/sh', ['-c', 'sleep 1000 >/dev/null 2>&1 & echo $!']);
      const left = await new Promise<string>((resolve) => child.stdout.once('data', (text) => resolve(String(text))));
      await new Promise((resolve) => child.once('close', resolve));
      await writeObject([Number(left), spawn('sleep', ['1000']).pid]);
    });
    await execution.finished;
    const pids = sink.output[0] as number[];
    await until(() => !pids.some(runs));
    expect(pids.length).toBe(2);
  });

  it('get and give what they are given by their streams, and end by a signal', async () => {
    const { sink, execution } = begin(async ({ writeObject }) => {
      const { spawn, fork } = await import('node:child_process');
      const cat = spawn('cat', { stdio: ['pipe', 'pipe', 'inherit'] });
      cat.stdin.end('through the pipe');
      await writeObject(String(await new Promise((resolve) => cat.stdout.once('data', resolve))));
      const sleep = spawn('sleep', ['1000']);
      sleep.kill('SIGINT');
      await writeObject(await new Promise((resolve) => sleep.once('exit', (_code, signal) => resolve(signal))));
      const worker = fork('/dev/null', [], { execArgv: ['-e', 'process.send(process.argv.length)'] });
      await writeObject(typeof (await new Promise((resolve) => worker.once('message', resolve))));
    });
    await execution.finished;
    expect(sink.output).toEqual(['through the pipe', 'SIGINT', 'number']);
  });

  it('go on where they were started to outlive it', async () => {
    const { sink, execution } = begin(async () => {
      const { spawn } = await import('node:child_process');
      return spawn('sleep', ['1000'], { detached: true, stdio: 'ignore' }).pid;
    });
    await execution.finished;
    const [pid] = sink.output as [number];
    expect(runs(pid)).toBe(true);
    process.kill(pid, 'SIGKILL');
  });

  it('end when the whole program is killed', async () => {
    const file = bundleProgram(new URL('../fixtures/thread-host.ts', import.meta.url));
    const host = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'inherit'] });
    const lines = createInterface(host.stdout)[Symbol.asyncIterator]();
    const pid = Number((await lines.next()).value);
    expect(runs(pid)).toBe(true);
    host.kill('SIGKILL');
    await until(() => !runs(pid));
  });
});
