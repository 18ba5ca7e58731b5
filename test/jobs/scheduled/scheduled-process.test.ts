import { type Job, Session, systemClock } from '@cmdlet/core';
import { afterEach, describe, expect, it } from 'vitest';
import { jobPack } from '../../../packages/jobs/src/job-pack.js';
import { ScheduledJobSettings } from '../../../packages/jobs/src/scheduled/scheduled-job-settings.js';
import { newDirectory, removeDirectories } from './scheduled-session.js';

afterEach(removeDirectories);

const open = (directory: string): Promise<Session> =>
  Session.create({
    packs: [jobPack],
    clock: systemClock,
    services: [[ScheduledJobSettings, new ScheduledJobSettings({ directory })]],
  });

describe('a scheduled job in a process of its own', () => {
  it('writes what a later session receives', async () => {
    const directory = await newDirectory();
    const session = await open(directory);
    const scriptBlock = ({ args }: { args: readonly unknown[] }) => [process.pid, new Map([['args', args]])];
    await session.invoke('Register-ScheduledJob', { name: 'n', scriptBlock, argumentList: [1n] });
    const [job] = (await session.invoke('Start-Job', { definitionName: 'n' })) as Job[];
    await job?.finished;
    expect([job?.state, job?.location]).toEqual(['Completed', 'localhost']);
    await session.dispose();
    const later = await open(directory);
    const [pid, map] = await later.invoke('Receive-Job', { name: 'n' });
    expect([pid === process.pid, typeof pid, map]).toEqual([false, 'number', new Map([['args', [1n]]])]);
    await later.dispose();
  });

  it('whose process is killed is Failed, and keeps what it wrote until then', async () => {
    const directory = await newDirectory();
    const session = await open(directory);
    const scriptBlock = async ({ writeObject }: { writeObject(value: unknown): Promise<void> }) => {
      await writeObject('before');
      await writeObject(process.pid);
      await new Promise(() => setInterval(() => {}, 1000));
    };
    await session.invoke('Register-ScheduledJob', { name: 'n', scriptBlock });
    const [job] = (await session.invoke('Start-Job', { definitionName: 'n' })) as Job[];
    const written: unknown[] = [];
    for await (const value of session.pipeline('Receive-Job', { job, wait: true })) {
      written.push(value);
      if (typeof value === 'number') process.kill(value, 'SIGKILL');
    }
    expect([job?.state, job?.jobStateInfo.reason?.message]).toEqual(['Failed', expect.stringContaining('SIGKILL')]);
    await session.dispose();
    const later = await open(directory);
    const [past] = (await later.invoke('Get-Job')) as Job[];
    expect([past?.state, past?.output]).toEqual(['Failed', written]);
    await later.dispose();
  });
});
