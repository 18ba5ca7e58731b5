import { afterEach, describe, expect, it } from 'vitest';
import { type JobTriggerFacts, ScheduledJobTrigger } from '../../../packages/jobs/src/scheduled/job-trigger.js';
import { currentSystemSession, type SystemSession } from '../../../packages/jobs/src/scheduled/system-session.js';
import { newDirectory, removeDirectories, ScheduledSession } from './scheduled-session.js';

afterEach(removeDirectories);

const first: SystemSession = { boot: 'boot-1', logOn: 'log-on-1', userName: 'Ann' };
const nextLogOn = { ...first, logOn: 'log-on-2' };
const nextBoot = { ...first, boot: 'boot-2', logOn: 'log-on-3' };

/** How many runs begin when a scheduler starts in each of some sessions, one after the other. */
async function begun(directory: string, ...systems: readonly SystemSession[]): Promise<number[]> {
  const counts: number[] = [];
  for (const systemSession of systems) {
    const session = await ScheduledSession.create({ directory, systemSession });
    await session.scheduler.start();
    await session.scheduler.settled();
    counts.push(session.jobs.adapter.active.length);
    await session.session.dispose();
  }
  return counts;
}

async function registered(...facts: readonly Partial<JobTriggerFacts>[]): Promise<string> {
  const directory = await newDirectory();
  const session = await ScheduledSession.create({ directory, systemSession: first });
  const trigger = facts.map((each) => new ScheduledJobTrigger({ frequency: 'AtStartup', ...each }));
  expect((await session.register('n', { trigger })).errors).toEqual([]);
  await session.scheduler.settled();
  expect(session.jobs.adapter.active).toEqual([]);
  await session.session.dispose();
  return directory;
}

describe('a trigger', () => {
  it('AtStartup runs the job once for each start of the computer, from the next one on', async () => {
    const directory = await registered({ frequency: 'AtStartup' });
    expect(await begun(directory, first, nextLogOn, nextBoot, nextBoot, { ...nextBoot, logOn: 'x' })).toEqual([
      0, 0, 1, 0, 0,
    ]);
  });

  it('AtLogOn runs the job once for each log on, from the next one on', async () => {
    const directory = await registered({ frequency: 'AtLogOn' });
    expect(await begun(directory, first, nextLogOn, nextLogOn, nextBoot, nextBoot)).toEqual([0, 1, 0, 1, 0]);
  });

  it('AtLogOn of a user runs the job for nobody else', async () => {
    const directory = await registered({ frequency: 'AtLogOn', user: 'bob' });
    const bob = { ...nextBoot, userName: 'Bob' };
    expect(await begun(directory, nextLogOn, bob, bob)).toEqual([0, 1, 0]);
  });

  it('that is disabled, or of a definition that is, runs nothing', async () => {
    const directory = await registered({ frequency: 'AtStartup', enabled: false });
    expect(await begun(directory, nextBoot)).toEqual([0]);
    const other = await registered({ frequency: 'AtStartup' });
    const session = await ScheduledSession.create({ directory: other, systemSession: first });
    await session.run('Disable-ScheduledJob', { name: 'n' });
    expect(await begun(other, nextBoot)).toEqual([0]);
    const later = await ScheduledSession.create({ directory: other, systemSession: nextBoot });
    await later.run('Enable-ScheduledJob', { name: 'n' });
    expect(await begun(other, nextBoot, { ...nextBoot, boot: 'boot-3' })).toEqual([0, 1]);
  });

  it('of both kinds runs the job once when both have happened', async () => {
    const directory = await registered({ frequency: 'AtStartup' }, { frequency: 'AtLogOn' });
    expect(await begun(directory, nextBoot, nextBoot, { ...nextBoot, logOn: 'log-on-4' })).toEqual([1, 0, 1]);
  });

  it('of several schedulers that start at the same time is taken by one', async () => {
    const directory = await registered({ frequency: 'AtStartup' });
    const sessions = await Promise.all(
      [1, 2, 3].map(() => ScheduledSession.create({ directory, systemSession: nextBoot })),
    );
    await Promise.all(sessions.map(({ scheduler }) => scheduler.start()));
    await Promise.all(sessions.map(({ scheduler }) => scheduler.settled()));
    expect(sessions.reduce((sum, { jobs }) => sum + jobs.adapter.active.length, 0)).toBe(1);
    for (const { session } of sessions) await session.dispose();
  });
});

describe('New-JobTrigger', () => {
  it.each([
    [
      { atStartup: true, randomDelay: '00:01:00' },
      { frequency: 'AtStartup', randomDelay: 60_000 },
    ],
    [{ atLogOn: true }, { frequency: 'AtLogOn', user: undefined }],
    [
      { atLogOn: true, user: 'ann' },
      { frequency: 'AtLogOn', user: 'ann' },
    ],
  ])('makes of %j a trigger', async (parameters, expected) => {
    const session = await ScheduledSession.create();
    expect((await session.run('New-JobTrigger', parameters)).output).toMatchObject([expected]);
  });
});

it('this program has one start of the computer, one log on and a user', () => {
  const system = currentSystemSession();
  expect(currentSystemSession()).toEqual(system);
  for (const text of [system.boot, system.logOn, system.userName]) expect(text).not.toBe('');
});
