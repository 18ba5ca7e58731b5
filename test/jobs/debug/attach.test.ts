import { type Job, Session } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
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

describe('Debug-Job', { timeout: 30_000 }, () => {
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
