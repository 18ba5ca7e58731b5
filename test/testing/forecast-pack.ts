import {
  Alias,
  Cmdlet,
  CmdletException,
  definePack,
  ErrorRecord,
  Int32,
  inject,
  Parameter,
  PSCmdlet,
  Session,
  ValidateRange,
} from '@cmdlet/core';

export class Forecast {
  constructor(
    readonly city: string,
    readonly celsius: number,
  ) {}

  toString(): string {
    return `${this.city}: ${this.celsius} °C`;
  }
}

/** The weather service of the pack; a test puts its own in the place. */
export abstract class WeatherApi {
  abstract forecast(city: string, days: number): Promise<Forecast>;
}

/** A service that knows everything at once. */
export class FakeWeather extends WeatherApi {
  readonly asked: string[] = [];

  override forecast(city: string, days: number): Promise<Forecast> {
    this.asked.push(city);
    if (city === 'Nowhere') throw new CmdletException('no such city', { errorId: 'Gone', category: 'InvalidResult' });
    return Promise.resolve(new Forecast(city, city.length * days));
  }
}

@Cmdlet('Get', 'Forecast', {
  defaultParameterSetName: 'City',
  outputType: Forecast,
  aliases: ['gfc'],
  synopsis: 'Gets the weather of the days to come.',
  examples: [
    { title: 'Of one city', code: 'Get-Forecast Oslo -Days 2', output: ['Oslo: 8 °C'] },
    { title: 'Of several', code: "'Oslo', 'Rome' | Get-Forecast", output: ['Oslo: 4 °C', 'Rome: 4 °C'] },
    { title: 'In the background', code: 'Get-Forecast Oslo -AsJob' },
  ],
})
export class GetForecast extends PSCmdlet<Forecast> {
  @Parameter({
    parameterSetName: 'City',
    mandatory: true,
    position: 0,
    valueFromPipeline: true,
    description: 'The city.',
  })
  @Alias('Town')
  city!: string;

  @Parameter({ parameterSetName: 'Coordinates', mandatory: true, description: 'North is positive.' })
  @ValidateRange(-90, 90)
  latitude!: number;

  @Parameter({ parameterSetName: 'Coordinates', mandatory: true, description: 'East is positive.' })
  @ValidateRange(-180, 180)
  longitude!: number;

  @Parameter({ type: Int32, description: 'How many days to look ahead.' })
  @ValidateRange(1, 9)
  days = 1;

  readonly #api = inject(WeatherApi);

  override async processRecord(): Promise<void> {
    const city = this.parameterSetName === 'City' ? this.city : `${this.latitude}/${this.longitude}`;
    if (city === 'Olso') {
      await this.writeError(new ErrorRecord(new Error('no such city: Olso'), 'CityNotFound', 'ObjectNotFound', city));
      return;
    }
    if (this.days > 7) await this.writeWarning('nobody knows what is later than a week');
    await this.writeVerbose(`asking about ${city}`);
    await this.writeObject(await this.#api.forecast(city, this.days));
  }
}

@Cmdlet('Remove', 'Station', {
  supportsShouldProcess: true,
  confirmImpact: 'High',
  outputType: String,
  synopsis: 'Removes weather stations.',
  examples: [{ code: 'Remove-Station Oslo -WhatIf', output: [] }],
})
export class RemoveStation extends PSCmdlet<string> {
  @Parameter({ mandatory: true, position: 0, valueFromPipeline: true, description: 'Name of the station.' })
  name!: string;

  @Parameter({ description: 'Removes stations that are in use, too.' })
  force = false;

  override async processRecord(): Promise<void> {
    if (!(await this.shouldProcess(this.name, 'Remove station'))) return;
    const inUse = this.name.startsWith('Used');
    if (inUse && !this.force && !(await this.shouldContinue(`${this.name} is in use.`, 'In use'))) return;
    await this.writeObject(`removed ${this.name}`);
  }
}

/** Waits for the session's clock. */
@Cmdlet('Wait', 'Weather', {
  outputType: String,
  synopsis: 'Waits for better weather.',
  examples: [{ code: 'Wait-Weather -Minutes 5' }],
})
export class WaitWeather extends PSCmdlet<string> {
  @Parameter({ type: Int32, description: 'How long.' })
  minutes = 1;

  readonly #session = inject(Session);

  override async processRecord(): Promise<void> {
    for (let minute = 1; minute <= this.minutes; minute++) {
      await this.#minute();
      await this.writeObject(`minute ${minute}`);
    }
  }

  #minute(): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#session.clock.after(60_000, resolve);
      this.stopping.addEventListener('abort', () => {
        cancel();
        resolve();
      });
    });
  }
}

export const forecastPack = definePack({
  name: 'forecast',
  version: '1.0.0',
  cmdlets: [GetForecast, RemoveStation, WaitWeather],
  services: [{ token: WeatherApi, factory: () => new FakeWeather() }],
});
