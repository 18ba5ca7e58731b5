import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CompiledCode } from '../../../../packages/jobs/src/execution/child/compiled-code.js';
import { ThreadExecutor } from '../../../../packages/jobs/src/execution/thread/thread-executor.js';
import { CollectingSink } from '../collecting-sink.js';
import { source } from '../executor-contract.js';

it('A thread whose work is done ends by itself, with what its code wants to be done then', async () => {
  const threads = new ThreadExecutor();
  const folder = await mkdtemp(join(tmpdir(), 'exit-'));
  const file = join(folder, 'left');
  const block = source(({ args }) => {
    process.on('exit', () => process.getBuiltinModule('node:fs').writeFileSync(String(args[0]), 'left'));
  });
  await threads.execute({ source: block, args: [file], using: {} }, new CollectingSink()).finished;
  expect(await readFile(file, 'utf8')).toBe('left');
  await rm(folder, { recursive: true });
  await threads[Symbol.asyncDispose]();
});

describe('what the engine has compiled', () => {
  it('is there for whoever has the same memory, once it was written', () => {
    const first = new CompiledCode();
    const second = new CompiledCode(first.memory);
    expect([first.read(), second.isEmpty]).toEqual([undefined, true]);
    first.write(Uint8Array.of(1, 2, 3));
    expect([second.read(), second.isEmpty]).toEqual([Uint8Array.of(1, 2, 3), false]);
  });

  it('is written once', () => {
    const code = new CompiledCode();
    code.write(Uint8Array.of(1));
    code.write(Uint8Array.of(2));
    expect(code.read()).toEqual(Uint8Array.of(1));
  });

  it('is not written where there is no room for it', () => {
    const code = new CompiledCode();
    code.write(new Uint8Array(code.memory.byteLength));
    expect(code.read()).toBeUndefined();
  });

  it('is a copy: nothing that one thread does to it is seen by another', () => {
    const code = new CompiledCode();
    code.write(Uint8Array.of(1));
    code.read()?.fill(9);
    expect(code.read()).toEqual(Uint8Array.of(1));
  });

  it('is not found by the work of a thread, which can import, be it the first or a later one', async () => {
    const threads = new ThreadExecutor();
    for (let thread = 0; thread < 3; thread++) {
      const sink = new CollectingSink();
      const block = source(async () => {
        const { workerData } = await import('node:worker_threads');
        const required = require('node:worker_threads') as typeof import('node:worker_threads');
        return [workerData as unknown, required.workerData as unknown];
      });
      await threads.execute({ source: block, args: [], using: {} }, sink).finished;
      expect(sink.output).toEqual([null, null]);
    }
    await threads[Symbol.asyncDispose]();
  });
});
