import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Session } from '@cmdlet/core';
import { afterEach, describe, expect, it } from 'vitest';
import type { Executor } from '../../../packages/jobs/src/execution/executor.js';
import { InlineExecutor } from '../../../packages/jobs/src/execution/inline/inline-executor.js';
import { jobPack } from '../../../packages/jobs/src/job-pack.js';
import { ScheduledJobSettings } from '../../../packages/jobs/src/scheduled/scheduled-job-settings.js';
import { ScheduledJobs } from '../../../packages/jobs/src/scheduled/scheduled-jobs.js';
import { JobExecutors } from '../../../packages/jobs/src/start-job/job-executors.js';
import { errorIds } from '../job-session.js';
import { newDirectory, removeDirectories, ScheduledSession } from './scheduled-session.js';

afterEach(removeDirectories);

const forever = ({ signal }: { signal: AbortSignal }) =>
  new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

describe('the scheduled jobs of a session', () => {
  it('are stopped before what they run in is taken away', async () => {
    const atTheEnd: unknown[] = [];
    class Executors extends JobExecutors implements AsyncDisposable {
      override inline = (): Executor => new InlineExecutor();
      override thread = (): Executor => new InlineExecutor();
      override process = (): Executor => new InlineExecutor();

      async [Symbol.asyncDispose](): Promise<void> {
        for (const { state, isSaved } of jobs.adapter.active) atTheEnd.push([state, isSaved]);
      }
    }
    const directory = join(await newDirectory(), 'jobs');
    const session = await Session.create({
      packs: [jobPack],
      services: [
        [ScheduledJobSettings, new ScheduledJobSettings({ directory })],
        { token: JobExecutors, factory: () => new Executors() },
      ],
    });
    const jobs = session.resolve(ScheduledJobs);
    await session.invoke('Register-ScheduledJob', { name: 'n', scriptBlock: forever, runNow: true });
    await session.dispose();
    expect(atTheEnd).toEqual([['Stopped', true]]);
  });

  it('tell by its id that a session knows no compiler for text of a command language', async () => {
    const session = await ScheduledSession.create();
    const path = join(await newDirectory(), 'work.ps1');
    await writeFile(path, 'Get-Date');
    await session.run('Register-ScheduledJob', { name: 'n', filePath: path });
    const result = await session.run('Start-Job', { definitionName: 'n' });
    expect(errorIds(result)).toEqual(['ScriptBlockCompilerNotFound,@cmdlet/jobs.StartJob']);
    expect(result.failure?.categoryInfo.category).toBe('NotImplemented');
    expect(String(result.failure)).toContain(path);
  });
});
