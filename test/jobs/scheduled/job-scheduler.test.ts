import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Job } from '@cmdlet/core';
import { afterEach, describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../../../packages/jobs/src/scheduled/file-system.js';
import { type JobTriggerFacts, ScheduledJobTrigger } from '../../../packages/jobs/src/scheduled/job-trigger.js';
import { removeDirectories, ScheduledSession } from './scheduled-session.js';

afterEach(removeDirectories);

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Moves the time of the session minute by minute, and waits for what the scheduler then does, and for the runs. */
async function pass(session: ScheduledSession, milliseconds: number): Promise<void> {
  for (let left = milliseconds; left > 0; left -= MINUTE) {
    await session.clock.advance(Math.min(left, MINUTE));
    await session.scheduler.settled();
    await Promise.all(session.jobs.adapter.active.map(({ saved }) => saved));
  }
}

async function runs(session: ScheduledSession): Promise<Job[]> {
  return (await session.run('Get-Job')).output as Job[];
}

/** A trigger that says so from a minute after now on, every ten minutes. */
function everyTenMinutes({ clock }: ScheduledSession, facts: Partial<JobTriggerFacts> = {}): ScheduledJobTrigger[] {
  const at = new Date(clock.now() + MINUTE);
  return [new ScheduledJobTrigger({ frequency: 'Once', at, repetitionInterval: 10 * MINUTE, ...facts })];
}

const forever = ({ signal }: { signal: AbortSignal }) =>
  new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

describe('the scheduler of a session', () => {
  it('runs a job each time its trigger says so', async () => {
    const session = await ScheduledSession.create();
    await session.register('n', { trigger: everyTenMinutes(session), argumentList: ['x'] });
    expect(await runs(session)).toEqual([]);
    await pass(session, 25 * MINUTE);
    const found = await runs(session);
    expect(found.map(({ state, output }) => [state, output])).toEqual(Array(3).fill(['Completed', ['x']]));
    await session.session.dispose();
    expect(session.clock.pending).toBe(0);
  });

  it('runs -RunEvery from now on, and -RunNow at once', async () => {
    const session = await ScheduledSession.create();
    await session.register('n', { runEvery: '00:10:00', runNow: true });
    await pass(session, 21 * MINUTE);
    expect(await runs(session)).toHaveLength(3);
    await session.session.dispose();
  });

  it('runs nothing where nobody has started it', async () => {
    const session = await ScheduledSession.create();
    await session.register('n', { trigger: everyTenMinutes(session) });
    const later = await session.restarted();
    await later.clock.advance(DAY);
    expect([await runs(later), later.scheduler.isRunning]).toEqual([[], false]);
  });

  it('leaves disabled definitions and triggers out, and counts from when they are enabled', async () => {
    const session = await ScheduledSession.create();
    await session.register('a', { trigger: everyTenMinutes(session) });
    await session.register('b', { trigger: everyTenMinutes(session, { enabled: false }) });
    await session.run('Disable-ScheduledJob', { name: 'a' });
    await pass(session, 30 * MINUTE);
    expect(await runs(session)).toEqual([]);
    await session.run('Enable-ScheduledJob', { name: 'a' });
    await pass(session, 0.5 * MINUTE);
    expect(await runs(session)).toEqual([]);
    await pass(session, 10 * MINUTE);
    expect((await runs(session)).map(({ name }) => name)).toEqual(['a']);
    await session.session.dispose();
  });

  it.each([
    ['Skip', 0],
    ['RunOnce', 1],
  ] as const)('with %s makes up for missed times so often: %i', async (missedRun, expected) => {
    const session = await ScheduledSession.create();
    await session.register('n', { trigger: everyTenMinutes(session), missedRun });
    const later = await session.restarted();
    await later.clock.advance(3 * DAY + 5 * MINUTE);
    await later.scheduler.start();
    await pass(later, 0.1 * MINUTE);
    expect(await runs(later)).toHaveLength(expected);
    await pass(later, 10 * MINUTE);
    expect(await runs(later)).toHaveLength(expected + 1);
    const again = await later.restarted();
    await again.scheduler.start();
    await pass(again, 0.1 * MINUTE);
    expect(await runs(again)).toHaveLength(expected + 1);
    await again.session.dispose();
  });

  it('of several sessions leaves each run to one', async () => {
    const one = await ScheduledSession.create();
    await one.register('n', { trigger: everyTenMinutes(one) });
    const two = await ScheduledSession.create({ directory: one.directory, clock: one.clock });
    await two.scheduler.start();
    for (let minute = 0; minute < 12; minute++) {
      await one.clock.advance(MINUTE);
      await Promise.all([one.scheduler.settled(), two.scheduler.settled()]);
    }
    const own = [one, two].map(({ jobs }) => jobs.adapter.active.length);
    expect((own[0] ?? 0) + (own[1] ?? 0)).toBe(2);
    await one.session.dispose();
    await two.session.dispose();
    expect(await runs(await ScheduledSession.create({ directory: one.directory }))).toHaveLength(2);
  });

  it('sees what other sessions register and remove meanwhile', async () => {
    const session = await ScheduledSession.create();
    await session.scheduler.start();
    const other = await ScheduledSession.create({ directory: session.directory, clock: session.clock });
    await other.register('n', { trigger: everyTenMinutes(session) });
    await other.session.dispose();
    await pass(session, 2 * MINUTE);
    expect(session.jobs.adapter.active).toHaveLength(1);
    await other.restarted().then((third) => third.run('Unregister-ScheduledJob', { name: 'n' }));
    await pass(session, 20 * MINUTE);
    expect(await runs(session)).toEqual([]);
    await session.session.dispose();
  });

  it.each([
    ['IgnoreNew', ['Running']],
    ['Parallel', ['Running', 'Running', 'Running']],
    ['StopExisting', ['Stopped', 'Stopped', 'Running']],
  ] as const)('with %s does not end the last run: %j', async (multipleInstancePolicy, expected) => {
    const session = await ScheduledSession.create();
    await session.run('Register-ScheduledJob', {
      name: 'n',
      scriptBlock: forever,
      trigger: everyTenMinutes(session),
      multipleInstancePolicy,
    });
    for (let minute = 0; minute < 22; minute++) {
      await session.clock.advance(MINUTE);
      await session.scheduler.settled();
    }
    const states = (await runs(session)).map(({ state }) => state);
    expect(states).toEqual(expected);
    await session.session.dispose();
  });

  it('with Queue starts the next run when the last has ended', async () => {
    const session = await ScheduledSession.create();
    const trigger = everyTenMinutes(session);
    const parameters = { name: 'n', scriptBlock: forever, trigger, multipleInstancePolicy: 'Queue' };
    await session.run('Register-ScheduledJob', parameters);
    await session.clock.advance(MINUTE);
    await session.scheduler.settled();
    const [first] = session.jobs.adapter.active;
    await session.clock.advance(10 * MINUTE);
    await session.scheduler.check();
    expect(session.jobs.adapter.active).toEqual([first]);
    await first?.stop();
    await session.scheduler.settled();
    expect(session.jobs.adapter.active.map(({ state }) => state)).toEqual(['Stopped', 'Running']);
    await session.session.dispose();
  });

  it('waits with a random delay for no longer than that', async () => {
    const session = await ScheduledSession.create();
    const trigger = everyTenMinutes(session, { randomDelay: 5 * MINUTE, repetitionInterval: undefined });
    await session.register('n', { trigger });
    await pass(session, MINUTE);
    await pass(session, 5 * MINUTE);
    expect(await runs(session)).toHaveLength(1);
    await session.session.dispose();
  });

  it('tells of a definition that it cannot read, once, and runs the others', async () => {
    const session = await ScheduledSession.create();
    for (const name of ['a', 'b']) await session.register(name, { trigger: everyTenMinutes(session) });
    const path = join(session.directory, 'a', 'definition.json');
    await writeFile(path, (await readFile(path, 'utf8')).slice(0, 99));
    await pass(session, 12 * MINUTE);
    expect((await runs(session)).map(({ name }) => name)).toEqual(['b', 'b']);
    expect(session.warnings).toEqual([expect.stringContaining(path)]);
    await session.session.dispose();
  });

  it('tells of a run that cannot be started, and goes on', async () => {
    let full = true;
    const directory = (await ScheduledSession.create()).directory;
    const session = await ScheduledSession.create({
      directory,
      fileSystem: {
        ...nodeFileSystem,
        makeDirectory: (path, recursive) =>
          full && path.includes('runs')
            ? Promise.reject(Object.assign(new Error('ENOSPC: full'), { code: 'ENOSPC' }))
            : nodeFileSystem.makeDirectory(path, recursive),
      },
    });
    await session.register('n', { trigger: everyTenMinutes(session) });
    await pass(session, 5 * MINUTE);
    expect([await runs(session), session.warnings]).toEqual([[], [expect.stringMatching(/job n .*ENOSPC/)]]);
    full = false;
    await pass(session, 10 * MINUTE);
    expect(await runs(session)).toHaveLength(1);
    await session.session.dispose();
  });
});
