import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DayOfWeek, daysOfWeek } from '../../../packages/jobs/src/scheduled/day-of-week.js';
import { ScheduledJobTrigger } from '../../../packages/jobs/src/scheduled/job-trigger.js';
import { errorIds, JobSession } from '../job-session.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The times of a trigger by the clock on the wall, so many of them. */
function times(trigger: ScheduledJobTrigger, after: Date, count: number): string[] {
  const found: string[] = [];
  let time: number | undefined = after.getTime();
  while (found.length < count) {
    time = trigger.nextAfter(time);
    if (time === undefined) break;
    found.push(wall(new Date(time)));
  }
  return found;
}

function wall(date: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

const at = new Date('2024-01-03T03:30'); // a Wednesday

describe('the times of a trigger', () => {
  it('that is for once are one', () => {
    const trigger = new ScheduledJobTrigger({ frequency: 'Once', at });
    expect(times(trigger, new Date('2024-01-01'), 3)).toEqual(['2024-01-03 03:30']);
    expect(trigger.nextAfter(at.getTime())).toBeUndefined();
  });

  it('that is repeated come after one another until the duration is over', () => {
    const repeated = { frequency: 'Once', at, repetitionInterval: 15 * MINUTE } as const;
    const trigger = new ScheduledJobTrigger({ ...repeated, repetitionDuration: 40 * MINUTE });
    expect(times(trigger, new Date('2024-01-01'), 9)).toEqual([
      '2024-01-03 03:30',
      '2024-01-03 03:45',
      '2024-01-03 04:00',
    ]);
    const forEver = new ScheduledJobTrigger(repeated);
    expect(times(forEver, new Date('2030-06-01T00:01'), 2)).toEqual(['2030-06-01 00:15', '2030-06-01 00:30']);
  });

  it('that is daily are at the same time of day, whatever is done to the clocks', () => {
    const trigger = new ScheduledJobTrigger({ frequency: 'Daily', at });
    for (const from of ['2024-03-29', '2024-10-25', '2025-03-07', '2025-11-01']) {
      const found = times(trigger, new Date(`${from}T12:00`), 5);
      expect(found.map((time) => time.slice(11))).toEqual(Array(5).fill('03:30'));
      expect(new Set(found).size).toBe(5);
    }
  });

  it('that is for every few days leave out the others', () => {
    const trigger = new ScheduledJobTrigger({ frequency: 'Daily', at, daysInterval: 3 });
    expect(times(trigger, new Date('2024-01-04'), 3)).toEqual([
      '2024-01-06 03:30',
      '2024-01-09 03:30',
      '2024-01-12 03:30',
    ]);
  });

  it('that is weekly are on its days, not before the first', () => {
    const days: DayOfWeek[] = ['Friday', 'Monday'];
    const weekly = { frequency: 'Weekly', at, daysOfWeek: days } as const;
    expect(times(new ScheduledJobTrigger(weekly), new Date('2023-12-01'), 4)).toEqual([
      '2024-01-05 03:30',
      '2024-01-08 03:30',
      '2024-01-12 03:30',
      '2024-01-15 03:30',
    ]);
    const everyOther = new ScheduledJobTrigger({ ...weekly, weeksInterval: 2 });
    expect(times(everyOther, new Date('2024-01-01'), 3)).toEqual([
      '2024-01-05 03:30',
      '2024-01-15 03:30',
      '2024-01-19 03:30',
    ]);
  });

  it('that is a cron pattern are those of its zone', () => {
    const trigger = new ScheduledJobTrigger({ frequency: 'Cron', cron: '0 6 * * MON-FRI', timeZone: 'Asia/Tokyo' });
    const time = trigger.nextAfter(Date.UTC(2024, 0, 5, 0)) ?? 0;
    expect(new Date(time).toISOString()).toBe('2024-01-07T21:00:00.000Z'); // Monday 6 o'clock in Tokyo
    const seconds = new ScheduledJobTrigger({ frequency: 'Cron', cron: '*/10 * * * * *' });
    expect(seconds.nextAfter(1000)).toBe(10_000);
  });

  const triggers = fc.oneof(
    fc.record({ interval: fc.integer({ min: 1, max: 40 }) }).map(({ interval }) => ({
      trigger: new ScheduledJobTrigger({ frequency: 'Daily', at, daysInterval: interval }),
      longest: (interval + 1) * DAY,
    })),
    fc
      .record({
        interval: fc.integer({ min: 1, max: 6 }),
        days: fc.uniqueArray(fc.constantFrom(...daysOfWeek), { minLength: 1 }),
      })
      .map(({ interval, days }) => ({
        trigger: new ScheduledJobTrigger({ frequency: 'Weekly', at, weeksInterval: interval, daysOfWeek: days }),
        longest: (interval * 7 + 7) * DAY,
      })),
    fc.integer({ min: 1, max: 10_000 }).map((minutes) => ({
      trigger: new ScheduledJobTrigger({ frequency: 'Once', at, repetitionInterval: minutes * MINUTE }),
      longest: minutes * MINUTE,
    })),
  );

  it('follow one another without a gap that is too long, and none is left out', () => {
    fc.assert(
      fc.property(
        triggers,
        fc.integer({ min: 0, max: 4000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (one, days, part) => {
          const after = at.getTime() + days * DAY;
          const next = one.trigger.nextAfter(after) ?? 0;
          expect(next).toBeGreaterThan(after);
          expect(next - after).toBeLessThanOrEqual(one.longest);
          // Whoever asks for the next time from anywhere between gets the same.
          expect(one.trigger.nextAfter(after + Math.floor((next - after - 1) * part))).toBe(next);
        },
      ),
    );
  });
});

describe('New-JobTrigger', () => {
  it.each([
    [
      { once: true, at },
      { frequency: 'Once', at, repetitionInterval: undefined },
    ],
    [
      { once: true, at, repetitionInterval: '00:15:00', repetitionDuration: '01:00:00' },
      { frequency: 'Once', repetitionInterval: 15 * MINUTE, repetitionDuration: 60 * MINUTE },
    ],
    [
      { once: true, at, repetitionInterval: 'PT1M', repeatIndefinitely: true },
      { repetitionInterval: MINUTE, repetitionDuration: undefined },
    ],
    [
      { daily: true, at, daysInterval: 2, randomDelay: '00:05:00' },
      { daysInterval: 2, randomDelay: 5 * MINUTE },
    ],
    [
      { weekly: true, at, daysOfWeek: ['mon', 5] },
      { frequency: 'Weekly', daysOfWeek: ['Monday', 'Friday'] },
    ],
    [
      { cron: '5 4 * * *', timeZone: 'Europe/Oslo' },
      { frequency: 'Cron', cron: '5 4 * * *', timeZone: 'Europe/Oslo' },
    ],
  ])('makes of %j a trigger', async (parameters, expected) => {
    const result = await (await JobSession.create()).run('New-JobTrigger', parameters);
    expect(errorIds(result)).toEqual([]);
    expect(result.output[0]).toBeInstanceOf(ScheduledJobTrigger);
    expect(result.output).toMatchObject([{ id: 0, enabled: true, ...expected }]);
  });

  it.each([
    [{}, 'MissingMandatoryParameter'],
    [{ once: true }, 'MissingMandatoryParameter'],
    [{ once: true, daily: true, at }, 'AmbiguousParameterSet'],
    [{ daily: true, at, daysInterval: 0 }, 'Argument'],
    [{ weekly: true, at, daysOfWeek: 'Monday', weeksInterval: 0 }, 'Argument'],
    [{ weekly: true, at }, 'MissingMandatoryParameter'],
    [{ weekly: true, at, daysOfWeek: 'Someday' }, 'CannotConvertArgumentNoMessage'],
    [{ once: true, at, repetitionInterval: '00:10:00' }, 'Argument'],
    [{ once: true, at, repetitionDuration: '00:10:00' }, 'Argument'],
    [{ once: true, at, repeatIndefinitely: true }, 'Argument'],
    [
      { once: true, at, repeatIndefinitely: true, repetitionInterval: '00:10:00', repetitionDuration: '01:00:00' },
      'Argument',
    ],
    [{ once: true, at, repetitionInterval: '00:00:59', repeatIndefinitely: true }, 'Argument'],
    [{ once: true, at, repetitionInterval: '-00:10:00', repeatIndefinitely: true }, 'Argument'],
    [{ once: true, at, repetitionInterval: '02:00:00', repetitionDuration: '01:00:00' }, 'Argument'],
    [{ cron: 'every day' }, 'Argument'],
    [{ cron: '* * *' }, 'Argument'],
    [{ cron: '0 0 * * *', timeZone: 'Moon/Base' }, 'Argument'],
  ])('refuses %j: %s', async (parameters, id) => {
    const result = await (await JobSession.create()).run('New-JobTrigger', parameters);
    expect(errorIds(result)).toEqual([expect.stringMatching(new RegExp(`^${id},`))]);
  });

  it.each([
    [
      { cron: '99 * * * *' },
      "The cron pattern '99 * * * *' cannot be read: Invalid value for minute: 99. Give five fields, minute hour day month weekday, as '0 6 * * MON-FRI', or six with seconds in front.",
    ],
    [
      { cron: '0 0 * * *', timeZone: 'Moon/Base' },
      'The property timeZone of the trigger is "Moon/Base". It must be the name of a time zone, as Europe/Oslo or UTC.',
    ],
  ])('says what is wrong with %j', async (parameters, message) => {
    const { failure } = await (await JobSession.create()).run('New-JobTrigger', parameters);
    expect(failure?.exception.message).toBe(message);
  });
});
