import { spawn } from 'node:child_process';
import { afterAll } from 'vitest';
import { childEntryPath } from '../../../packages/jobs/src/execution/child-entry.js';
import { InlineExecutor } from '../../../packages/jobs/src/execution/inline/inline-executor.js';
import { ProcessExecutor } from '../../../packages/jobs/src/execution/process/process-executor.js';
import { processLink } from '../../../packages/jobs/src/execution/process/process-link.js';
import { ChannelExecutor } from '../../../packages/jobs/src/execution/remote/channel-executor.js';
import { farSideCommand } from '../../../packages/jobs/src/execution/remote/far-side-command.js';
import { ThreadExecutor } from '../../../packages/jobs/src/execution/thread/thread-executor.js';
import { executorContract } from './executor-contract.js';

/** A shell takes the place of ssh. */
const overStandardStreams = new ChannelExecutor({
  location: 'far',
  open: () =>
    processLink(spawn('/bin/sh', ['-c', farSideCommand(process.execPath, childEntryPath())], { detached: true })),
});

executorContract('inline', () => new InlineExecutor(), { force: false, copies: false, ownProcess: false });
const threads = new ThreadExecutor({ pool: { size: 1 } });
const processes = new ProcessExecutor({ pool: { size: 2 } });
afterAll(async () => {
  await threads[Symbol.asyncDispose]();
  await processes[Symbol.asyncDispose]();
});

executorContract('thread', () => threads, { force: true, copies: true, ownProcess: false });
executorContract('process', () => processes, { force: true, copies: true, ownProcess: true });
executorContract('remote', () => overStandardStreams, { force: true, copies: true, ownProcess: true });
