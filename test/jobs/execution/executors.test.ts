import { afterAll } from 'vitest';
import { InlineExecutor } from '../../../packages/jobs/src/execution/inline/inline-executor.js';
import { ProcessExecutor } from '../../../packages/jobs/src/execution/process/process-executor.js';
import { ThreadExecutor } from '../../../packages/jobs/src/execution/thread/thread-executor.js';
import { executorContract } from './executor-contract.js';

const threads = new ThreadExecutor({ pool: { size: 1 } });
const processes = new ProcessExecutor({ pool: { size: 2 } });
afterAll(async () => {
  await threads[Symbol.asyncDispose]();
  await processes[Symbol.asyncDispose]();
});

executorContract('inline', () => new InlineExecutor(), { force: false, copies: false, cheap: true });
executorContract('thread', () => threads, { force: true, copies: true, cheap: true });
executorContract('process', () => processes, { force: true, copies: true, cheap: false });
