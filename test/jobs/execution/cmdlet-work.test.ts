import { afterAll, expect, it } from 'vitest';
import { ProcessExecutor } from '../../../packages/jobs/src/execution/process/process-executor.js';
import { ThreadExecutor } from '../../../packages/jobs/src/execution/thread/thread-executor.js';
import { CollectingSink } from './collecting-sink.js';
import { inputOf, rejection } from './executor-contract.js';

const executors = [new ThreadExecutor(), new ProcessExecutor()];
afterAll(async () => {
  for (const executor of executors) await executor[Symbol.asyncDispose]();
});

const source = {
  kind: 'cmdlet',
  module: new URL('./fixtures/cmdlets.mjs', import.meta.url).href,
  exportName: 'GetGreeting',
  parameters: {},
  expectingInput: false,
} as const;

it.each(executors)('invokes a cmdlet with parameters: $kind', async (executor) => {
  const sink = new CollectingSink();
  await executor.execute({ source: { ...source, parameters: { name: 'Ada' } }, args: [], using: {} }, sink).finished;
  expect(sink.records.map(([stream, record]) => [stream, String(record)])).toEqual([
    ['Output', 'Hello, Ada'],
    ['Warning', 'greeted Ada'],
  ]);
});

it.each(executors)('sends input down the pipeline, and fails with the error of the cmdlet: $kind', async (executor) => {
  const sink = new CollectingSink();
  const input = inputOf(['Ada', 'Eve', 'Bob']);
  const { finished } = executor.execute(
    { source: { ...source, expectingInput: true }, input, args: [], using: {} },
    sink,
  );
  expect(await rejection(finished)).toMatchObject({ message: 'not her' });
  expect(sink.output).toEqual(['Hello, Ada', 'Hello, Eve']);
});

it('names the module that exports no such class', async () => {
  const [executor] = executors;
  const { finished } = (executor as ThreadExecutor).execute(
    { source: { ...source, exportName: 'GetNothing' }, args: [], using: {} },
    new CollectingSink(),
  );
  expect(await rejection(finished)).toMatchObject({
    message: expect.stringContaining('cmdlets.mjs exports no class GetNothing'),
    errorRecord: { fullyQualifiedErrorId: 'CmdletNotFoundException' },
  });
});
