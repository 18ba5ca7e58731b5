import { type Job, Session } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { InspectorClient } from '../../../packages/jobs/src/debug/inspector-client.js';
import type { JobInspector } from '../../../packages/jobs/src/debug/job-inspector.js';
import { jobPack } from '../../../packages/jobs/src/job-pack.js';
import type { ScriptBlockContext } from '../../../packages/jobs/src/script-block/script-block.js';

/** What an inspector tells whoever asks by HTTP: the addresses to attach to. */
async function targetsAt(url: string): Promise<string[]> {
  const response = await fetch(`http://${new URL(url).host}/json/list`);
  const targets = (await response.json()) as { webSocketDebuggerUrl: string }[];
  return targets.map(({ webSocketDebuggerUrl }) => webSocketDebuggerUrl);
}

/** Resolves when a job has written something. */
async function written(job: Job): Promise<void> {
  if (job.output.length > 0) return;
  await new Promise<void>((resolve) => {
    const forget = job.observe({
      recordWritten: () => {
        forget();
        resolve();
      },
    });
  });
}

const waiting = async ({ signal, writeObject }: ScriptBlockContext): Promise<void> => {
  await writeObject('begun');
  await new Promise((resolve) => signal.addEventListener('abort', resolve));
};

/** Writes a number in each turn, until it is stopped. */
const counting = async ({ signal, writeObject }: ScriptBlockContext): Promise<void> => {
  for (let number = 1; !signal.aborted; number++) {
    await writeObject(number);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
};

describe('Debug-Job', { timeout: 30_000 }, () => {
  it('with -BreakAll pauses a process until a debugger lets it go on', async () => {
    await using session = await Session.create({ packs: [jobPack] });
    const [job] = (await session.invoke('Start-Job', { scriptBlock: counting })) as [Job];
    await written(job);
    const result = await session.pipeline('Debug-Job', { job, breakAll: true }).run();
    expect([result.errors, result.warnings]).toEqual([[], []]);
    const [{ url }] = result.output as [JobInspector];
    const events: string[] = [];
    let paused = (): void => undefined;
    const isPaused = new Promise<void>((resolve) => {
      paused = resolve;
    });
    const listen = (event: string): void => {
      events.push(event);
      if (event === 'Debugger.paused') paused();
    };
    // Another debugger, which finds it paused as soon as it attaches, or is there when it is.
    using debuggerOfUser = await InspectorClient.connect(url, listen, new AbortController().signal);
    await debuggerOfUser.command('Debugger.enable');
    await isPaused;
    const { length } = job.output;
    await debuggerOfUser.command('Runtime.enable');
    expect(job.output.length).toBe(length);
    const more = new Promise<void>((resolve) => {
      const forget = job.observe({
        recordWritten: () => {
          forget();
          resolve();
        },
      });
    });
    await debuggerOfUser.command('Debugger.resume');
    await more;
    expect(job.state).toBe('Running');
    await job.stop();
    // The debugger that is still there does not keep it.
    expect([job.state, job.stopMethod]).toEqual(['Stopped', 'Signal']);
  });

  it('with -BreakAll keeps nobody from stopping the job', async () => {
    await using session = await Session.create({ packs: [jobPack] });
    const [job] = (await session.invoke('Start-Job', { scriptBlock: counting })) as [Job];
    await written(job);
    await session.invoke('Debug-Job', { job, breakAll: true });
    await job.stop(undefined, { force: true });
    expect(job.state).toBe('Stopped');
  });

  it.each(['Start-Job', 'Start-ThreadJob'])('says where to attach to a job of %s, which goes on', async (command) => {
    await using session = await Session.create({ packs: [jobPack] });
    const [job] = (await session.invoke(command, { scriptBlock: waiting })) as [Job];
    await written(job);
    const [inspector] = (await session.invoke('Debug-Job', { job })) as [JobInspector];
    expect(await targetsAt(inspector.url)).toContain(inspector.url);
    expect(inspector.id).toBe((job.childJobs[0] ?? job).id);
    expect(job.state).toBe('Running');
    await job.stop();
  });
});
