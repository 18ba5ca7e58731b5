import { Cron } from 'croner';
import { checkTrigger } from './check-trigger.js';
import { type DayOfWeek, daysOfWeek } from './day-of-week.js';
import { nextDaily, nextOnce, nextWeekly } from './trigger-times.js';

/**
 * What kind of times a trigger means: given ones, or the start of the computer (`AtStartup`) and the log on of the user
 * (`AtLogOn`), for which see {@link JobScheduler}.
 */
export type TriggerFrequency = 'Once' | 'Daily' | 'Weekly' | 'Cron' | 'AtStartup' | 'AtLogOn';

/** What a trigger is made of. */
export interface JobTriggerFacts {
  readonly frequency: TriggerFrequency;
  /** The first time; its time of day is that of the later ones. Needed for `Once`, `Daily` and `Weekly`. */
  readonly at?: Date | undefined;
  /** Every so many days. Default 1. */
  readonly daysInterval?: number | undefined;
  /** Every so many weeks. Default 1. */
  readonly weeksInterval?: number | undefined;
  /** On which days of these weeks. */
  readonly daysOfWeek?: readonly DayOfWeek[] | undefined;
  /** `Once`, and again whenever so many milliseconds have passed. */
  readonly repetitionInterval?: number | undefined;
  /** For how many milliseconds it is repeated; undefined for ever. */
  readonly repetitionDuration?: number | undefined;
  /** The job begins up to so many milliseconds later. Default 0. */
  readonly randomDelay?: number | undefined;
  /** Five or six fields: [second] minute hour day month weekday. */
  readonly cron?: string | undefined;
  /** The zone that the cron pattern means, as `Europe/Oslo`. Default: that of the computer. */
  readonly timeZone?: string | undefined;
  /** `AtLogOn` of this user only, by the name that the system has for him. Default: whoever's scheduler starts. */
  readonly user?: string | undefined;
  /** Default true. */
  readonly enabled?: boolean | undefined;
}

/**
 * Tells when a scheduled job is to run. `New-JobTrigger` makes one in a command.
 *
 * @example
 * const nights = new ScheduledJobTrigger({ frequency: 'Daily', at: new Date('2025-01-01T03:00') });
 * const workdays = new ScheduledJobTrigger({ frequency: 'Cron', cron: '0 6 * * MON-FRI', timeZone: 'Europe/Oslo' });
 * await session.invoke('Register-ScheduledJob', { name: 'Backup', filePath: './backup.ts', trigger: [nights, workdays] });
 */
export class ScheduledJobTrigger {
  /** Number of the trigger in its definition, from 1; 0 for one that is in none yet. */
  readonly id: number;
  readonly enabled: boolean;
  readonly frequency: TriggerFrequency;
  readonly at: Date | undefined;
  readonly daysInterval: number;
  readonly weeksInterval: number;
  readonly daysOfWeek: readonly DayOfWeek[];
  readonly repetitionInterval: number | undefined;
  readonly repetitionDuration: number | undefined;
  readonly randomDelay: number;
  readonly cron: string | undefined;
  readonly timeZone: string | undefined;
  readonly user: string | undefined;
  readonly #pattern: Cron | undefined;

  /**
   * @throws CmdletException `InvalidJobTrigger` for a property that means no times; TypeError for a cron pattern that
   *   cannot be read
   */
  constructor(facts: JobTriggerFacts, id = 0) {
    checkTrigger(facts);
    this.id = id;
    this.enabled = facts.enabled ?? true;
    this.frequency = facts.frequency;
    this.at = facts.at;
    this.daysInterval = facts.daysInterval ?? 1;
    this.weeksInterval = facts.weeksInterval ?? 1;
    this.daysOfWeek = facts.daysOfWeek ?? [];
    this.repetitionInterval = facts.repetitionInterval;
    this.repetitionDuration = facts.repetitionDuration;
    this.randomDelay = facts.randomDelay ?? 0;
    this.cron = facts.cron;
    this.timeZone = facts.timeZone;
    this.user = facts.user;
    if (facts.frequency === 'Cron') this.#pattern = cronPattern(facts.cron ?? '', facts.timeZone);
  }

  /**
   * The first time after another one, both in milliseconds since 1970; undefined if there is none any more, or the trigger
   * means no times.
   */
  nextAfter(time: number): number | undefined {
    if (this.#pattern !== undefined) return this.#pattern.nextRun(new Date(time))?.getTime();
    if (this.at === undefined) return undefined;
    switch (this.frequency) {
      case 'Daily':
        return nextDaily(this.at, this.daysInterval, time);
      case 'Weekly':
        return nextWeekly(
          this.at,
          this.weeksInterval,
          this.daysOfWeek.map((day) => daysOfWeek.indexOf(day)),
          time,
        );
      default:
        return nextOnce(this.at, this.repetitionInterval, this.repetitionDuration, time);
    }
  }
}

/** Never runs anything by itself: it is only asked for times. */
function cronPattern(pattern: string, timeZone: string | undefined): Cron {
  return new Cron(pattern, {
    paused: true,
    mode: '5-or-6-parts',
    ...(timeZone === undefined ? {} : { timezone: timeZone }),
  });
}
