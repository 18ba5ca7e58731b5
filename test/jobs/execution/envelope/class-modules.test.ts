import { typeNamesOf } from '@cmdlet/core';
import { afterAll, describe, expect, it } from 'vitest';
import type { Executor } from '../../../../packages/jobs/src/execution/executor.js';
import { ProcessExecutor } from '../../../../packages/jobs/src/execution/process/process-executor.js';
import { RemoteExecutor } from '../../../../packages/jobs/src/execution/remote/remote-executor.js';
import { ThreadExecutor } from '../../../../packages/jobs/src/execution/thread/thread-executor.js';
import type { ScriptBlockFunction } from '../../../../packages/jobs/src/script-block/script-block.js';
import { CollectingSink } from '../collecting-sink.js';
import { inputOf, source } from '../executor-contract.js';
import { LoopbackTransport } from '../remote/loopback-transport.js';

type Amounts = new (amount: number) => object;
const fixture = (name: string): string => new URL(`../fixtures/${name}.mjs`, import.meta.url).href;
const { Money } = (await import(fixture('money'))) as { Money: Amounts };

const executors = [new ThreadExecutor(), new ProcessExecutor()];
afterAll(async () => {
  for (const executor of executors) await executor[Symbol.asyncDispose]();
});

async function outputOf(executor: Executor, block: ScriptBlockFunction, args: unknown[], input?: unknown[]) {
  const sink = new CollectingSink();
  const request = { source: source(block), args, using: {}, input: input === undefined ? undefined : inputOf(input) };
  await executor.execute(request, sink).finished;
  return sink.output;
}

describe('a class whose module is registered', () => {
  it.each(executors)('is loaded where arguments and input have instances of it: $kind', async (executor) => {
    const block: ScriptBlockFunction = async ({ args, input, writeObject }) => {
      await writeObject((args[0] as { doubled(): object }).doubled());
      for await (const record of input) await writeObject((record as { doubled(): object }).doubled());
    };
    const output = await outputOf(executor, block, [new Money(2)], [new Money(5)]);
    expect(output).toEqual([new Money(4), new Money(10)]);
    expect(output[0]).toBeInstanceOf(Money);
  });

  it('is loaded here where what is written has instances of it', async () => {
    const coins = fixture('coin');
    const block: ScriptBlockFunction = async ({ args: [url] }) => {
      const { Coin } = (await import(String(url))) as { Coin: new (amount: number) => object };
      return [new Coin(1), { name: 'between' }, new Coin(3)];
    };
    // Another computer may name what it likes: nothing of that is loaded.
    const [far] = await outputOf(new RemoteExecutor({ hostName: 'far' }, new LoopbackTransport()), block, [coins]);
    expect(typeNamesOf(far)[0]).toBe('Deserialized.Test.Coin');
    const [first, between, last] = await outputOf(executors[0] as Executor, block, [coins]);
    const { Coin } = (await import(coins)) as { Coin: Amounts };
    expect([first, last]).toEqual([new Coin(1), new Coin(3)]);
    expect([first instanceof Coin, last instanceof Coin]).toEqual([true, true]);
    expect(between).toEqual({ name: 'between' });
  });

  it('is Deserialized where the module cannot be loaded', async () => {
    const block: ScriptBlockFunction = () => {
      class Lost {
        readonly amount = 1;
      }
      const reference = { name: 'Test.Lost', module: 'file:///does/not/exist.mjs' };
      const serialization = { name: 'Test.Lost', reference, serialize: (lost: object) => ({ ...lost }) };
      Object.defineProperty(Lost.prototype, Symbol.for('@cmdlet/jobs/serialization'), { value: serialization });
      return new Lost();
    };
    const [lost] = await outputOf(executors[0] as Executor, block, []);
    expect(lost).toEqual({ amount: 1 });
    expect(typeNamesOf(lost)[0]).toBe('Deserialized.Test.Lost');
  });
});
