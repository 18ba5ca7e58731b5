import {
  Alias,
  Cmdlet,
  Duration,
  Int32,
  inject,
  type NeverAsJob,
  Parameter,
  PSCmdlet,
  rounding,
  Session,
} from '@cmdlet/core';

const DATES = 'Date';
const PARTS = 'Time';
const whole = rounding(Int32);

/** Makes a length of time: between two dates, or of days, hours, minutes, seconds and milliseconds. */
@Cmdlet('New', 'TimeSpan', {
  defaultParameterSetName: DATES,
  outputType: Duration,
  asJob: false,
  synopsis: 'Makes a length of time.',
  examples: [{ title: 'Until a date', code: 'New-TimeSpan -End 2030-01-01' }],
})
export class NewTimeSpan extends PSCmdlet<Duration> implements NeverAsJob {
  declare readonly ['~asJob']: false;

  /** When it begins. Default now. */
  @Alias('LastWriteTime')
  @Parameter({
    parameterSetName: DATES,
    position: 0,
    valueFromPipeline: true,
    valueFromPipelineByPropertyName: true,
    type: Date,
  })
  start?: Date;

  /** When it ends. Default now. */
  @Parameter({ parameterSetName: DATES, position: 1, valueFromPipelineByPropertyName: true, type: Date })
  end?: Date;

  /** How many days. */
  @Parameter({ parameterSetName: PARTS, type: whole })
  days = 0;

  /** How many hours. */
  @Parameter({ parameterSetName: PARTS, type: whole })
  hours = 0;

  /** How many minutes. */
  @Parameter({ parameterSetName: PARTS, type: whole })
  minutes = 0;

  /** How many seconds. */
  @Parameter({ parameterSetName: PARTS, type: whole })
  seconds = 0;

  /** How many milliseconds. */
  @Parameter({ parameterSetName: PARTS, type: whole })
  milliseconds = 0;

  readonly #now = inject(Session).clock.now();

  override processRecord(): void {
    void this.writeObject(new Duration(this.parameterSetName === PARTS ? this.#ofParts() : this.#betweenDates()));
  }

  #ofParts(): number {
    const hours = this.days * 24 + this.hours;
    return ((hours * 60 + this.minutes) * 60 + this.seconds) * 1_000 + this.milliseconds;
  }

  #betweenDates(): number {
    const now = this.#now.valueOf();
    return (this.end?.getTime() ?? now) - (this.start?.getTime() ?? now);
  }
}
