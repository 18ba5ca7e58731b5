import { afterEach, describe, expect, it } from 'vitest';
import { ThreadExecutor } from '../../../../packages/jobs/src/execution/thread/thread-executor.js';
import type { ScriptBlockFunction } from '../../../../packages/jobs/src/script-block/script-block.js';
import { CollectingSink } from '../collecting-sink.js';
import { rejection, source, turn } from '../executor-contract.js';

let threads: ThreadExecutor;
afterEach(() => threads[Symbol.asyncDispose]());

function begin(block: ScriptBlockFunction, args: readonly unknown[] = []) {
  const sink = new CollectingSink();
  return { sink, execution: threads.execute({ source: source(block), args, using: {} }, sink) };
}

/** Tells how often its thread has done this. */
const countRuns: ScriptBlockFunction = () => {
  const trace = Array.prototype as unknown as { map: { runs?: number } };
  trace.map.runs = (trace.map.runs ?? 0) + 1;
  return trace.map.runs;
};

async function runsOfThread(): Promise<unknown> {
  const { sink, execution } = begin(countRuns);
  await execution.finished;
  return sink.output[0];
}

describe('the place of work in a thread', () => {
  it('is not taken for arguments that cannot be sent', async () => {
    threads = new ThreadExecutor({ pool: { size: 1 }, reuse: 1 });
    await threads.warmUp();
    expect(await runsOfThread()).toBe(1);
    const unsendable = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('nobody may look');
        },
      },
    );
    expect(() => begin(() => 1, [unsendable])).toThrow(
      expect.objectContaining({ errorId: 'SerializationFailed', message: expect.stringContaining('nobody may look') }),
    );
    expect(await runsOfThread()).toBe(2);
  });

  const blocking: ScriptBlockFunction = async ({ writeObject }) => {
    await writeObject('done');
    setImmediate(() => {
      for (;;) {
        // For ever.
      }
    });
  };

  it('is ended by force while what the work has left keeps it busy', async () => {
    threads = new ThreadExecutor({ pool: { size: 1 }, reuse: 1 });
    await threads.warmUp();
    const { execution, sink } = begin(blocking);
    while (sink.output.length === 0) await turn();
    await execution.terminate();
    expect(await rejection(execution.finished)).toMatchObject({ name: 'WorkLostException' });
  });

  it('is refused once the session has ended', async () => {
    threads = new ThreadExecutor();
    await threads[Symbol.asyncDispose]();
    expect(() => begin(() => 1)).toThrow(expect.objectContaining({ errorId: 'ObjectDisposed' }));
  });

  it('is given no live function', () => {
    threads = new ThreadExecutor();
    const request = { source: { kind: 'live', run: () => 1 }, args: [], using: {} } as const;
    expect(() => threads.execute(request, new CollectingSink())).toThrow(
      expect.objectContaining({ errorId: 'LiveFunctionNotSupported', message: expect.stringContaining('thread') }),
    );
  });
});
