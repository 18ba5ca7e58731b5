import {
  Cmdlet,
  CmdletException,
  Duration,
  Int32,
  Parameter,
  type ParameterType,
  PSCmdlet,
  Switch,
  ValidateNotNullOrEmpty,
} from '@cmdlet/core';
import { messageOf } from '../job-error.js';
import { type DayOfWeek, daysOfWeek } from './day-of-week.js';
import { type JobTriggerFacts, ScheduledJobTrigger } from './job-trigger.js';
import { text } from './text.js';

const ONCE = 'Once';
const DAILY = 'Daily';
const WEEKLY = 'Weekly';
const CRON = 'Cron';
const AT_STARTUP = 'AtStartup';
const AT_LOG_ON = 'AtLogOn';
const MINUTE = 60_000;

const dayOfWeekType: ParameterType<DayOfWeek> = {
  kind: 'enum',
  name: 'DayOfWeek',
  members: daysOfWeek.map((name, number) => ({ name, value: name, number })),
  flags: false,
};

/** Makes a trigger, for `Register-ScheduledJob`: the times at which a job is to run. */
@Cmdlet('New', 'JobTrigger', {
  defaultParameterSetName: ONCE,
  outputType: ScheduledJobTrigger,
  asJob: false,
  synopsis: 'Makes a trigger of a scheduled job.',
  examples: [
    { title: 'Each night', code: "New-JobTrigger -Daily -At '2025-01-01T03:00'" },
    {
      title: 'Each quarter of an hour',
      code: "New-JobTrigger -Once -At '2025-01-01' -RepetitionInterval 00:15:00 -RepeatIndefinitely",
    },
    { title: 'When the computer has started', code: 'New-JobTrigger -AtStartup -RandomDelay 00:05:00' },
    { title: 'By a cron pattern', code: "New-JobTrigger -Cron '0 6 * * MON-FRI' -TimeZone Europe/Oslo" },
  ],
})
export class NewJobTrigger extends PSCmdlet<ScheduledJobTrigger> {
  /** One time, and if asked for again and again after it. */
  @Parameter({ parameterSetName: ONCE, mandatory: true, position: 0, type: Switch })
  once!: boolean;

  /** Every day, or every few days. */
  @Parameter({ parameterSetName: DAILY, mandatory: true, position: 0, type: Switch })
  daily!: boolean;

  /** On some days of every week, or of every few weeks. */
  @Parameter({ parameterSetName: WEEKLY, mandatory: true, position: 0, type: Switch })
  weekly!: boolean;

  /** A pattern of five fields, minute hour day month weekday, or of six with seconds in front. */
  @ValidateNotNullOrEmpty()
  @Parameter({ parameterSetName: CRON, mandatory: true, type: String })
  cron!: string;

  /** The zone that the pattern means, as `Europe/Oslo`. Default: that of the computer. */
  @ValidateNotNullOrEmpty()
  @Parameter({ parameterSetName: CRON, type: String })
  timeZone?: string;

  /**
   * When the computer has started: once for each time that it did, when the first `JobScheduler` after that starts.
   */
  @Parameter({ parameterSetName: AT_STARTUP, mandatory: true, position: 0, type: Switch })
  atStartup!: boolean;

  /** When the user has logged on: once for each time that he did, when his first `JobScheduler` after that starts. */
  @Parameter({ parameterSetName: AT_LOG_ON, mandatory: true, position: 0, type: Switch })
  atLogOn!: boolean;

  /** Only this user. Default: whoever's scheduler starts. */
  @ValidateNotNullOrEmpty()
  @Parameter({ parameterSetName: AT_LOG_ON, type: String })
  user?: string;

  /** The first time; its time of day is that of the later ones. */
  @Parameter({ parameterSetName: [ONCE, DAILY, WEEKLY], mandatory: true, type: Date })
  at!: Date;

  /** Every so many days. */
  @Parameter({ parameterSetName: DAILY, type: Int32 })
  daysInterval = 1;

  /** Every so many weeks. */
  @Parameter({ parameterSetName: WEEKLY, type: Int32 })
  weeksInterval = 1;

  /** On which days. */
  @ValidateNotNullOrEmpty()
  @Parameter({ parameterSetName: WEEKLY, mandatory: true, type: [dayOfWeekType] })
  daysOfWeek!: DayOfWeek[];

  /** The job begins up to so much later, at random. */
  @Parameter({ type: Duration })
  randomDelay?: Duration;

  /** Again whenever so much time has passed; a minute or more. */
  @Parameter({ parameterSetName: ONCE, type: Duration })
  repetitionInterval?: Duration;

  /** For how long it is repeated. */
  @Parameter({ parameterSetName: ONCE, type: Duration })
  repetitionDuration?: Duration;

  /** It is repeated for ever. */
  @Parameter({ parameterSetName: ONCE, type: Switch })
  repeatIndefinitely = false;

  override beginProcessing(): void {
    if (this.daysInterval < 1) throw argumentError(text.days);
    if (this.weeksInterval < 1) throw argumentError(text.weeks);
  }

  override *processRecord() {
    yield this.#trigger({ ...this.#facts(), randomDelay: this.randomDelay?.milliseconds });
  }

  #facts(): JobTriggerFacts {
    const { at, daysInterval, weeksInterval, daysOfWeek, cron, timeZone } = this;
    switch (this.parameterSetName) {
      case DAILY:
        return { frequency: 'Daily', at, daysInterval };
      case WEEKLY:
        return { frequency: 'Weekly', at, weeksInterval, daysOfWeek };
      case AT_STARTUP:
        return { frequency: 'AtStartup' };
      case AT_LOG_ON:
        return { frequency: 'AtLogOn', user: this.user };
      case CRON:
        return { frequency: 'Cron', cron, timeZone };
      default:
        return { frequency: 'Once', at, ...this.#repetition() };
    }
  }

  #repetition(): Pick<JobTriggerFacts, 'repetitionInterval' | 'repetitionDuration'> {
    const { repeatIndefinitely } = this;
    const repetitionInterval = this.repetitionInterval?.milliseconds;
    const repetitionDuration = this.repetitionDuration?.milliseconds;
    if (repetitionInterval === undefined && repetitionDuration === undefined && !repeatIndefinitely) return {};
    if (repeatIndefinitely) {
      if (repetitionDuration !== undefined) throw argumentError(text.repetitionForEver);
      if (repetitionInterval === undefined) throw argumentError(text.repetitionNeedsInterval);
    } else if (repetitionInterval === undefined || repetitionDuration === undefined) {
      throw argumentError(text.repetitionNeedsBoth);
    }
    if (repetitionInterval < 0 || (repetitionDuration ?? 0) < 0) throw argumentError(text.repetitionNegative);
    if (repetitionInterval < MINUTE) throw argumentError(text.repetitionTooShort);
    if (repetitionDuration !== undefined && repetitionInterval > repetitionDuration) {
      throw argumentError(text.repetitionTooLong);
    }
    return { repetitionInterval, repetitionDuration };
  }

  #trigger(facts: JobTriggerFacts): ScheduledJobTrigger {
    try {
      return new ScheduledJobTrigger(facts);
    } catch (error) {
      const isCron = facts.frequency === 'Cron' && !(error instanceof CmdletException);
      throw argumentError(isCron ? text.badCron(facts.cron ?? '', messageOf(error)) : messageOf(error), error);
    }
  }
}

function argumentError(message: string, cause?: unknown): CmdletException {
  return new CmdletException(message, { errorId: 'Argument', category: 'InvalidArgument', cause });
}
