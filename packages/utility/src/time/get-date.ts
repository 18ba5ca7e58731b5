import {
  Alias,
  ArgumentCompletions,
  Cmdlet,
  enumOf,
  Int32,
  Int64,
  inject,
  type NeverAsJob,
  Parameter,
  PSCmdlet,
  Session,
  Switch,
  ValidateRange,
} from '@cmdlet/core';
import { dateText } from '../views/date-text.js';
import { unixDateText } from './unix-format.js';

const DATE_FORMAT = 'DateAndFormat';
const DATE_UFORMAT = 'DateAndUFormat';
const UNIX_FORMAT = 'UnixTimeSecondsAndFormat';
const UNIX_UFORMAT = 'UnixTimeSecondsAndUFormat';

/** What of a date is shown by default. */
export type DisplayHint = 'Date' | 'Time' | 'DateTime';

/** Formats for names of files. */
const FILE_FORMATS: Readonly<Record<string, string>> = {
  FILEDATE: 'yyyyMMdd',
  FILEDATEUNIVERSAL: 'yyyyMMddZ',
  FILEDATETIME: 'yyyyMMddTHHmmssffff',
  FILEDATETIMEUNIVERSAL: 'yyyyMMddTHHmmssffffZ',
};

/** Gets the date and time of now, or changes parts of another date, or writes it by a format. */
@Cmdlet('Get', 'Date', {
  defaultParameterSetName: DATE_FORMAT,
  outputType: [Date, String],
  asJob: false,
  synopsis: 'Gets the date and time.',
  examples: [
    { title: 'For the name of a file', code: 'Get-Date -Format FileDateTime' },
    { title: 'The first of the month', code: 'Get-Date -Day 1 -Hour 0 -Minute 0 -Second 0' },
  ],
})
export class GetDate extends PSCmdlet<Date | string> implements NeverAsJob {
  declare readonly ['~asJob']: false;

  /** The date in the place of now. */
  @Alias('LastWriteTime')
  @Parameter({
    parameterSetName: [DATE_FORMAT, DATE_UFORMAT],
    position: 0,
    valueFromPipeline: true,
    valueFromPipelineByPropertyName: true,
    type: Date,
  })
  date?: Date;

  /** The date as seconds since 1970. */
  @Alias('UnixTime')
  @ValidateRange(-62_135_596_800, 253_402_300_799)
  @Parameter({ parameterSetName: [UNIX_FORMAT, UNIX_UFORMAT], mandatory: true, type: Int64 })
  unixTimeSeconds?: number;

  /** The year in the place of that of the date. */
  @ValidateRange(1, 9999)
  @Parameter({ type: Int32 })
  year?: number;

  /** The month in the place of that of the date, 1 for January. */
  @ValidateRange(1, 12)
  @Parameter({ type: Int32 })
  month?: number;

  /** The day of the month in the place of that of the date. */
  @ValidateRange(1, 31)
  @Parameter({ type: Int32 })
  day?: number;

  /** The hour in the place of that of the date. */
  @ValidateRange(0, 23)
  @Parameter({ type: Int32 })
  hour?: number;

  /** The minute in the place of that of the date. */
  @ValidateRange(0, 59)
  @Parameter({ type: Int32 })
  minute?: number;

  /** The second in the place of that of the date. */
  @ValidateRange(0, 59)
  @Parameter({ type: Int32 })
  second?: number;

  /** The millisecond in the place of that of the date. */
  @ValidateRange(0, 999)
  @Parameter({ type: Int32 })
  millisecond?: number;

  /** What of the date is shown by default. */
  @Parameter({ type: enumOf(['Date', 'Time', 'DateTime'], 'DisplayHintType') })
  displayHint: DisplayHint = 'DateTime';

  /** A format of Unix: `%Y-%m-%d`. */
  @Parameter({ parameterSetName: [DATE_UFORMAT, UNIX_UFORMAT], mandatory: true, name: 'UFormat', type: String })
  uFormat?: string;

  /** A format such as `o`, `yyyy-MM-dd`, or one for names of files: `FileDateTime`. */
  @ArgumentCompletions('FileDate', 'FileDateUniversal', 'FileDateTime', 'FileDateTimeUniversal')
  @Parameter({ parameterSetName: [DATE_FORMAT, UNIX_FORMAT], type: String })
  format?: string;

  /** Formats by the clocks of UTC. */
  @Parameter({ name: 'AsUTC', type: Switch })
  asUTC = false;

  readonly #clock = inject(Session).clock;

  override processRecord(): void {
    void this.writeObject(this.#result(this.#changed()));
  }

  #result(date: Date): Date | string {
    if (this.uFormat !== undefined) {
      return unixDateText(this.asUTC ? asUtcClock(date) : date, this.uFormat);
    }
    if (this.format === undefined) return Object.assign(date, { DisplayHint: this.displayHint });
    const name = this.format.toUpperCase();
    const isUniversal = this.asUTC || (name in FILE_FORMATS && name.endsWith('UNIVERSAL'));
    const format = FILE_FORMATS[name] ?? (this.format === '' ? 'G' : this.format);
    return dateText(isUniversal ? asUtcClock(date) : date, format);
  }

  /** The date with the parts that were given; a copy. */
  #changed(): Date {
    const { year, month, day, hour, minute, second, millisecond } = this;
    const date = this.#given();
    if (year !== undefined) setMonth(date, year, date.getMonth());
    if (month !== undefined) setMonth(date, date.getFullYear(), month - 1);
    if (day !== undefined) date.setDate(day);
    if (hour !== undefined) date.setHours(hour);
    if (minute !== undefined) date.setMinutes(minute);
    if (second !== undefined) date.setSeconds(second);
    if (millisecond !== undefined) date.setMilliseconds(millisecond);
    return date;
  }

  #given(): Date {
    if (this.unixTimeSeconds !== undefined) return new Date(this.unixTimeSeconds * 1_000);
    return new Date(this.date ?? this.#clock.now());
  }
}

/** A day that the month does not have becomes its last. */
function setMonth(date: Date, year: number, month: number): void {
  const last = new Date(year, month + 1, 0);
  last.setFullYear(year, month + 1, 0);
  date.setFullYear(year, month, Math.min(date.getDate(), last.getDate()));
}

/** A date whose local parts are those of UTC. */
function asUtcClock(date: Date): Date {
  return new Date(date.getTime() + date.getTimezoneOffset() * 60_000);
}
