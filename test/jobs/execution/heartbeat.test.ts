import { spawn } from 'node:child_process';
import type { Clock } from '@cmdlet/core';
import { expect, it } from 'vitest';
import { childEntryPath } from '../../../packages/jobs/src/execution/child-entry.js';
import { processLink } from '../../../packages/jobs/src/execution/process/process-link.js';
import { ChannelExecutor } from '../../../packages/jobs/src/execution/remote/channel-executor.js';
import { farSideCommand } from '../../../packages/jobs/src/execution/remote/far-side-command.js';
import { CollectingSink } from './collecting-sink.js';
import { rejection, source, turn } from './executor-contract.js';
import { HandClock } from './hand-clock.js';

function over(command: string, clock: Clock): ChannelExecutor {
  return new ChannelExecutor({
    location: 'far',
    clock,
    open: () => processLink(spawn('/bin/sh', ['-c', command], { detached: true })),
  });
}

it('tells the reader once of a far side that is silent, and does not give it up', async () => {
  const clock = new HandClock();
  const sink = new CollectingSink();
  const execution = over('exec sleep 1000', clock).execute({ source: source(() => 1), args: [], using: {} }, sink);
  for (let beat = 0; beat < 6; beat++) clock.pass();
  expect(sink.of('Warning').map(String)).toEqual([expect.stringContaining('60 seconds')]);
  await execution.kill?.();
  expect(await rejection(execution.finished)).toMatchObject({ signal: 'SIGKILL' });
  expect(clock.waiting).toBe(0);
});

it('has nothing to tell of work that answers between two turns', async () => {
  const clock = new HandClock();
  const sink = new CollectingSink();
  let beats = 0;
  sink.hold = () => {
    beats++;
    return undefined;
  };
  const waiting = async ({
    signal,
    writeObject,
  }: {
    signal: AbortSignal;
    writeObject(value: unknown): Promise<void>;
  }) => {
    await writeObject('started');
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
  };
  const command = farSideCommand(process.execPath, childEntryPath());
  const execution = over(command, clock).execute({ source: source(waiting), args: [], using: {} }, sink);
  while (beats === 0) await turn();
  clock.pass();
  sink.stop();
  await execution.finished;
  expect(sink.of('Warning')).toEqual([]);
});
