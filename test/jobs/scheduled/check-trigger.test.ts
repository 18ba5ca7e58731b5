import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CmdletException } from '@cmdlet/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type JobTriggerFacts, ScheduledJobTrigger } from '../../../packages/jobs/src/scheduled/job-trigger.js';
import { errorIds } from '../job-session.js';
import { removeDirectories, ScheduledSession } from './scheduled-session.js';

afterEach(removeDirectories);

const at = new Date('2024-01-03T03:30');
const never = new Date(Number.NaN);

/** What is wrong, as from a file or from JavaScript: types do not keep it out. */
function trigger(facts: object): ScheduledJobTrigger {
  return new ScheduledJobTrigger(facts as JobTriggerFacts);
}

describe('a trigger', () => {
  it.each([
    [{ frequency: 'Hourly', at }, 'frequency'],
    [{ frequency: 'Once' }, 'at'],
    [{ frequency: 'Daily', at: never }, 'at'],
    [{ frequency: 'Weekly', at: '2024-01-03', daysOfWeek: ['Monday'] }, 'at'],
    [{ frequency: 'Cron', cron: '0 0 * * *', at: never }, 'at'],
    [{ frequency: 'Daily', at, daysInterval: 0 }, 'daysInterval'],
    [{ frequency: 'Daily', at, daysInterval: Number.NaN }, 'daysInterval'],
    [{ frequency: 'Daily', at, daysInterval: 1.5 }, 'daysInterval'],
    [{ frequency: 'Weekly', at, daysOfWeek: ['Monday'], weeksInterval: -1 }, 'weeksInterval'],
    [{ frequency: 'Weekly', at, daysOfWeek: ['Someday'] }, 'daysOfWeek'],
    [{ frequency: 'Weekly', at, daysOfWeek: 'Monday' }, 'daysOfWeek'],
    [{ frequency: 'Once', at, repetitionInterval: 0 }, 'repetitionInterval'],
    [{ frequency: 'Once', at, repetitionInterval: Number.NaN }, 'repetitionInterval'],
    [{ frequency: 'Once', at, repetitionInterval: Number.POSITIVE_INFINITY }, 'repetitionInterval'],
    [{ frequency: 'Once', at, repetitionInterval: 60_000, repetitionDuration: -1 }, 'repetitionDuration'],
    [{ frequency: 'Once', at, randomDelay: '00:05:00' }, 'randomDelay'],
    [{ frequency: 'AtLogOn', user: '' }, 'user'],
    [{ frequency: 'Cron', cron: '0 0 * * *', timeZone: 'Mars/X' }, 'timeZone'],
    [{ frequency: 'Cron', cron: '0 0 * * *', timeZone: 7 }, 'timeZone'],
  ])('of %j is refused by the name of its property %s', (facts, property) => {
    const refused = (): unknown => trigger(facts);
    expect(refused).toThrow(CmdletException);
    expect(refused).toThrow(expect.objectContaining({ errorId: 'InvalidJobTrigger', category: 'InvalidArgument' }));
    expect(refused).toThrow(new RegExp(`^The property ${property} of the trigger is .+\\. It must be .+\\.$`));
  });

  it.each([
    { frequency: 'Daily', at, daysInterval: Number.MAX_SAFE_INTEGER },
    { frequency: 'Weekly', at, daysOfWeek: ['Monday'], weeksInterval: Number.MAX_SAFE_INTEGER },
    { frequency: 'Daily', at: new Date(8.64e15) },
  ])('of %j has no time that no date can be', (facts) => {
    expect(trigger(facts).nextAfter(8.64e15)).toBeUndefined();
    expect(trigger({ ...facts, at }).nextAfter(at.getTime() + 1e12)).toSatisfy(
      (time) => time === undefined || Number.isFinite(time),
    );
  });

  it.each(['AtStartup', 'AtLogOn'])('%s has no times', (frequency) => {
    expect(trigger({ frequency }).nextAfter(0)).toBeUndefined();
  });
});

describe('the file of a definition', () => {
  const changed = async (change: (definition: Record<string, unknown>) => void): Promise<ScheduledSession> => {
    const session = await ScheduledSession.create();
    await session.register('n', { trigger: [trigger({ frequency: 'Daily', at })] });
    const path = join(session.directory, 'n', 'definition.json');
    const definition = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
    change(definition);
    await writeFile(path, JSON.stringify(definition));
    return session.restarted();
  };

  it.each([
    [{ frequency: 'Daily', at: 'tomorrow' }, 'at'],
    [{ frequency: 'Daily', at: null }, 'at'],
    [{ frequency: 'Daily', at: at.toISOString(), daysInterval: null }, 'daysInterval'],
    [{ frequency: 'Once', at: at.toISOString(), repetitionInterval: 0 }, 'repetitionInterval'],
  ])('with a trigger of %j is an error that names %s, and keeps no scheduler busy', async (facts, property) => {
    const session = await changed((definition) => {
      definition['jobTriggers'] = [facts];
    });
    const result = await session.run('Get-ScheduledJob');
    expect([result.output, errorIds(result)]).toEqual([
      [],
      ['CantLoadScheduledJobDefinitionFromStore,@cmdlet/jobs.GetScheduledJob'],
    ]);
    expect(String(result.errors[0])).toContain(`The property ${property} of the trigger is `);
    await session.scheduler.start();
    expect(session.warnings).toEqual([expect.stringContaining(property)]);
    await session.session.dispose();
  });

  it.each([['soon'], [null], [undefined], [5]])('that was registered at %j is an error', async (registered) => {
    const session = await changed((definition) => {
      definition['registered'] = registered;
    });
    const result = await session.run('Get-ScheduledJob', { name: 'n' });
    expect(errorIds(result)).toEqual(['CantLoadScheduledJobDefinitionFromStore,@cmdlet/jobs.GetScheduledJob']);
    expect(String(result.errors[0])).toContain('The property registered is ');
    await session.session.dispose();
  });

  it('and a time that triggers were seen to that is none counts from when it was registered', async () => {
    const session = await ScheduledSession.create();
    const soon = new Date(session.clock.now() + 60_000);
    await session.register('n', { trigger: [trigger({ frequency: 'Once', at: soon })], argumentList: ['x'] });
    await writeFile(join(session.directory, 'n', 'schedule.json'), '{ "handledUntil": 1e300 }');
    await session.clock.advance(60_000);
    await session.scheduler.settled();
    expect(session.jobs.adapter.active).toHaveLength(1);
    await session.session.dispose();
  });
});

describe('the scheduler', () => {
  it('finds the last of very many times that were missed at once', async () => {
    const session = await ScheduledSession.create();
    const start = session.clock.now();
    const often = { frequency: 'Once', at: new Date(start + 1000), repetitionInterval: 1 };
    const day = 86_400_000;
    await session.register('n', { trigger: [trigger({ ...often, repetitionDuration: day })], missedRun: 'RunOnce' });
    const later = await session.restarted();
    await later.clock.advance(500 * day);
    const asked = vi.spyOn(ScheduledJobTrigger.prototype, 'nextAfter');
    await later.scheduler.start();
    await later.scheduler.settled();
    expect(asked.mock.calls.length).toBeLessThan(200);
    asked.mockRestore();
    expect(later.jobs.adapter.active.map(({ directory }) => directory)).toEqual([
      expect.stringContaining(new Date(start + 1000 + day).toISOString().replaceAll(':', '-')),
    ]);
    await later.session.dispose();
  });
});
