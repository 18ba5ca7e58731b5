import { afterEach, describe, expect, it } from 'vitest';
import { ThreadExecutor } from '../../../../packages/jobs/src/execution/thread/thread-executor.js';
import type { ScriptBlockFunction } from '../../../../packages/jobs/src/script-block/script-block.js';
import { CollectingSink } from '../collecting-sink.js';
import { inputOf, source } from '../executor-contract.js';

let threads: ThreadExecutor;
afterEach(() => threads[Symbol.asyncDispose]());

async function outputOf(block: ScriptBlockFunction, input?: AsyncIterable<unknown>): Promise<unknown> {
  const sink = new CollectingSink();
  await threads.execute({ source: source(block), args: [], using: {}, input }, sink).finished;
  return sink.output[0];
}

/** Tells whether the thread has done this before, by a trace that the comparison of the scope cannot see. */
const countRuns: ScriptBlockFunction = () => {
  const trace = Array.prototype as unknown as { map: { runs?: number } };
  trace.map.runs = (trace.map.runs ?? 0) + 1;
  return trace.map.runs;
};

describe('a thread that has done work', () => {
  it.each<[string, ScriptBlockFunction, boolean]>([
    ['only computed', () => 1, true],
    ['thrown nothing but written', ({ writeObject }) => writeObject(1), true],
    [
      'set a global variable',
      () => {
        Reflect.set(globalThis, 'left', 1);
      },
      false,
    ],
    [
      'changed what all objects inherit',
      () => {
        Reflect.set(Object.prototype, 'extra', 1);
      },
      false,
    ],
    [
      'replaced a function of the language',
      () => {
        Math.max = () => 0;
      },
      false,
    ],
    [
      'added a property that is not enumerated',
      () => {
        Object.defineProperty(Array.prototype, 'extra', { value: 1 });
      },
      false,
    ],
    [
      'added a property under a symbol',
      () => {
        Reflect.set(Map.prototype, Symbol.toPrimitive, 1);
      },
      false,
    ],
    [
      'replaced an accessor',
      () => {
        Object.defineProperty(Map.prototype, 'size', { get: () => 0 });
      },
      false,
    ],
    [
      'changed what all objects inherit by a name that it was given',
      ({ args: [name = 'prototype'] }) => {
        const classes = [Array as unknown as Record<string, Record<string, number>>];
        for (const each of classes) Object.assign(each[String(name)] ?? {}, { extra: 1 });
      },
      false,
    ],
    [
      'made a variable that it has not declared',
      () => {
        // @ts-expect-error -- In code that is not strict this makes a property of the global object.
        undeclared = 1;
      },
      false,
    ],
    [
      'left a timer',
      () => {
        setInterval(() => undefined, 1000);
      },
      false,
    ],
    [
      'mentioned the process',
      () => {
        process.version;
      },
      false,
    ],
  ])('is used again if nothing is left of it: it has %s', async (_what, block, reused) => {
    threads = new ThreadExecutor({ pool: { size: 1 }, reuse: 1 });
    await threads.warmUp();
    await outputOf(countRuns);
    await outputOf(block);
    expect(await outputOf(countRuns)).toBe(reused ? 2 : 1);
  });

  it('knows nothing of input that the work before it has not read', async () => {
    threads = new ThreadExecutor({ pool: { size: 1 }, reuse: 1 });
    await threads.warmUp();
    async function* many() {
      for (let number = 0; ; number++) yield number;
    }
    await outputOf(async ({ input }) => {
      for await (const record of input) if (record === 3) break;
    }, many());
    const block: ScriptBlockFunction = async ({ input }) => {
      const records: unknown[] = [];
      for await (const record of input) records.push(record);
      return records.join();
    };
    expect(await outputOf(block, inputOf(['a', 'b']))).toBe('a,b');
  });
});
