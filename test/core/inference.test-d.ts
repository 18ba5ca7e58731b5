/** What calls from TypeScript give, and which do not compile. */
import {
  Cmdlet,
  type CmdletClass,
  Duration,
  defineCmdlet,
  Int32,
  type Job,
  type NeverAsJob,
  Parameter,
  type ParametersOf,
  type PassThrough,
  type Pipeline,
  PSCmdlet,
  type Session,
  Switch,
} from '@cmdlet/core';
import type { Observable } from 'rxjs';
import { expectTypeOf } from 'vitest';

class Forecast {
  constructor(
    readonly city: string,
    readonly degrees: number,
  ) {}
}
interface Place {
  readonly name: string;
  readonly size: number;
}

@Cmdlet('Get', 'Forecast')
class GetForecast extends PSCmdlet<Forecast> {
  @Parameter({ mandatory: true, valueFromPipeline: true }) city!: string;
  @Parameter({ type: Int32 }) days = 1;
  @Parameter({ type: Switch }) detailed!: boolean;
  @Parameter({ type: [String] }) tags: string[] = [];
  @Parameter({ type: String }) note?: string;
  @Parameter({ type: String }) unit?: 'C' | 'F';
  @Parameter({ type: Object }) extra: unknown;
  @Parameter({ type: Duration }) patience!: Duration;
  @Parameter() readonly source: string = 'sky';
  private readonly cache = new Map<string, Forecast>();
  protected log(): void {
    this.cache.clear();
  }
  override async processRecord(): Promise<void> {
    this.log();
    await this.writeObject(new Forecast(this.city, 20));
    // @ts-expect-error: it writes forecasts
    await this.writeObject('sunny');
  }
}

@Cmdlet('Measure', 'Degrees')
class MeasureDegrees extends PSCmdlet<number> {
  @Parameter({ mandatory: true, valueFromPipeline: true }) inputObject!: Forecast;
}

@Cmdlet('Select', 'First')
class SelectFirst extends PSCmdlet implements PassThrough {
  declare readonly ['~passThrough']: true;
  @Parameter({ valueFromPipeline: true, type: Object }) inputObject: unknown;
  @Parameter({ type: Int32 }) first?: number;
}

@Cmdlet('Enter', 'Place', { asJob: false })
class EnterPlace extends PSCmdlet<string> implements NeverAsJob {
  declare readonly ['~asJob']: false;
  @Parameter() place = '';
}

const GetPlace = defineCmdlet({
  verb: 'Get',
  noun: 'Place',
  parameters: { name: { type: String, valueFromPipelineByPropertyName: true }, upTo: { type: Int32, default: 1 } },
  *process() {
    yield { name: this.name ?? '', size: this.upTo } satisfies Place;
  },
});

const ExitPlace = defineCmdlet({ verb: 'Exit', noun: 'Place', asJob: false, parameters: { force: { type: Switch } } });

export async function calls(session: Session, flag: boolean, name: string): Promise<void> {
  // -- results
  expectTypeOf(session.invoke(GetForecast, { city: 'Oslo' })).toEqualTypeOf<Promise<Forecast[]>>();
  expectTypeOf(session.invoke(GetForecast)).toEqualTypeOf<Promise<Forecast[]>>();
  expectTypeOf(session.invoke(GetForecast, { city: 'Oslo', asJob: false })).toEqualTypeOf<Promise<Forecast[]>>();
  expectTypeOf(session.invoke('Get-Forecast', { city: 'Oslo' })).toEqualTypeOf<Promise<unknown[]>>();
  expectTypeOf(session.invoke(GetPlace, { upTo: 3 })).toEqualTypeOf<Promise<{ name: string; size: number }[]>>();

  // -- jobs
  expectTypeOf(session.invoke(GetForecast, { city: 'Oslo', asJob: true })).toEqualTypeOf<Promise<Job<Forecast>>>();
  expectTypeOf(session.invoke(GetForecast, { jobName: 'j' })).toEqualTypeOf<Promise<Job<Forecast>>>();
  expectTypeOf(session.invoke(GetForecast, { jobName: name, asJob: true, throttleLimit: 2 })).toEqualTypeOf<
    Promise<Job<Forecast>>
  >();
  expectTypeOf(await session.invoke(GetForecast, { asJob: true })).toEqualTypeOf<Job<Forecast>>();
  expectTypeOf((await session.invoke(GetForecast, { asJob: true })).output$).toEqualTypeOf<Observable<Forecast>>();
  expectTypeOf(session.invoke(GetForecast, { asJob: flag })).toEqualTypeOf<Promise<Forecast[] | Job<Forecast>>>();
  expectTypeOf(session.invoke(GetPlace, { asJob: true })).resolves.toExtend<Job<Place>>();
  expectTypeOf<Job>().not.toHaveProperty('then');

  // -- parameters
  void session.invoke(GetForecast, { detailed: true, days: 3, tags: ['a'], note: 'n', unit: 'C', extra: 5 });
  void session.invoke(GetForecast, { tags: ['a'] as const, note: undefined, patience: Duration.parse('1s') });
  void session.invoke(GetForecast, { tags: 'a', source: 'ground' });
  // @ts-expect-error: no such parameter
  void session.invoke(GetForecast, { town: 'Oslo' });
  // @ts-expect-error: a text
  void session.invoke(GetForecast, { city: 5 });
  // @ts-expect-error: a number
  void session.invoke(GetForecast, { days: 'three' });
  // @ts-expect-error: yes or no
  void session.invoke(GetForecast, { detailed: 'yes' });
  // @ts-expect-error: a list of texts
  void session.invoke(GetForecast, { tags: [1] });
  // @ts-expect-error: one of two
  void session.invoke(GetForecast, { unit: 'K' });
  // @ts-expect-error: a member of every cmdlet is no parameter
  void session.invoke(GetForecast, { stopping: new AbortController().signal });
  // @ts-expect-error: a step is no parameter
  void session.invoke(GetForecast, { processRecord: async () => {} });
  // @ts-expect-error: what only the compiler sees is no parameter
  void session.invoke(SelectFirst, { '~passThrough': true });
  // @ts-expect-error: private
  void session.invoke(GetForecast, { cache: new Map() });
  // @ts-expect-error: a number, for a defined cmdlet too
  void session.invoke(GetPlace, { upTo: 'three' });
  // @ts-expect-error: no such parameter, with a job too
  void session.invoke(GetForecast, { town: 'Oslo', asJob: true });
  // @ts-expect-error: the class is no cmdlet
  void session.invoke(Forecast);

  // -- common parameters
  void session.invoke(GetForecast, {
    verbose: true,
    debug: false,
    errorAction: 'Stop',
    warningAction: 'SilentlyContinue',
    informationAction: 'Continue',
    progressAction: 'Ignore',
    errorVariable: '+e',
    outVariable: 'o',
    outBuffer: 3,
    pipelineVariable: 'p',
    whatIf: true,
    confirm: flag ? true : undefined,
  });
  // @ts-expect-error: no preference
  void session.invoke(GetForecast, { errorAction: 'Loud' });
  // @ts-expect-error: reserved
  void session.invoke(GetForecast, { errorAction: 'Suspend' });
  expectTypeOf<ParametersOf<typeof SelectFirst>['first']>().toExtend<unknown>();
  void session.from([1]).pipe(SelectFirst, { first: 1 });

  // -- pipelines
  const places = session.from<Place>([{ name: 'Oslo', size: 1 }]);
  expectTypeOf(places).toEqualTypeOf<Pipeline<Place>>();
  expectTypeOf(places.pipe(SelectFirst, { first: 1 })).toEqualTypeOf<Pipeline<Place>>();
  expectTypeOf(places.pipe(GetForecast)).toEqualTypeOf<Pipeline<Forecast>>();
  expectTypeOf(places.pipe(GetForecast).pipe(SelectFirst)).toEqualTypeOf<Pipeline<Forecast>>();
  expectTypeOf(places.pipe(GetForecast).pipe(MeasureDegrees)).toEqualTypeOf<Pipeline<number>>();
  expectTypeOf(await places.pipe(GetForecast).pipe(MeasureDegrees)).toEqualTypeOf<number[]>();
  expectTypeOf(await places.pipe(GetPlace).single()).toExtend<Place>();
  expectTypeOf(places.pipe('Get-Forecast')).toEqualTypeOf<Pipeline<unknown>>();
  expectTypeOf(session.pipeline(GetForecast, { city: 'Oslo' })).toEqualTypeOf<Pipeline<Forecast>>();
  expectTypeOf(session.pipeline(GetForecast).output$).toEqualTypeOf<Observable<Forecast>>();
  expectTypeOf((await session.pipeline(GetForecast).run()).output).toEqualTypeOf<Forecast[]>();
  expectTypeOf(session.pipeline(GetForecast).merge({ error: 'output' })).toEqualTypeOf<Pipeline<unknown>>();
  for await (const forecast of session.pipeline(GetForecast)) expectTypeOf(forecast).toEqualTypeOf<Forecast>();
  await session.pipeline(GetForecast).forEach((forecast) => {
    expectTypeOf(forecast).toEqualTypeOf<Forecast>();
  });
  await session.pipeline(GetForecast).forEach(async (forecast) => forecast.city.at(0));
  // @ts-expect-error: no stream
  session.pipeline(GetForecast).merge({ output: 'null' });
  // @ts-expect-error: no such parameter
  places.pipe(GetForecast, { town: 'Oslo' });

  // -- jobs in pipelines
  expectTypeOf(places.pipe(GetForecast, { asJob: true })).toEqualTypeOf<Pipeline<Job<Forecast>>>();
  expectTypeOf(places.pipe(SelectFirst, { jobName: 'j' })).toEqualTypeOf<Pipeline<Job<Place>>>();
  expectTypeOf(session.pipeline(GetForecast, { asJob: true }).pipe(SelectFirst)).toEqualTypeOf<
    Pipeline<Job<Forecast>>
  >();
  expectTypeOf(places.pipe(GetForecast, { asJob: flag })).toEqualTypeOf<Pipeline<Forecast | Job<Forecast>>>();

  // -- functions that compute a value from the record
  places.pipe(GetForecast, { city: (place) => place.name, days: ({ size }) => size });
  places.pipe(GetForecast, { city: (place: object) => String(place) });
  places.pipe(GetForecast, { city: (place) => place.name, asJob: true });
  void session.invoke(GetForecast, { city: (record: Place) => record.name });
  // @ts-expect-error: gives no text
  places.pipe(GetForecast, { city: (place) => place.size });
  // @ts-expect-error: places have no population
  places.pipe(GetForecast, { city: (place: Place & { readonly population: number }) => place.name });
  // @ts-expect-error: other records come in
  places.pipe(GetForecast, { city: (record: Forecast) => record.city });

  // -- never as a job
  expectTypeOf(session.invoke(EnterPlace, { place: 'Oslo' })).toEqualTypeOf<Promise<string[]>>();
  void session.invoke(ExitPlace, { force: true, verbose: true });
  // @ts-expect-error: not as a job
  void session.invoke(EnterPlace, { asJob: true });
  // @ts-expect-error: not as a job, for a defined cmdlet too
  void session.invoke(ExitPlace, { asJob: true });
  // @ts-expect-error: nor by its name
  places.pipe(ExitPlace, { jobName: 'j' });
}

/** Code that works for any cmdlet. */
export function invokeAny<TClass extends CmdletClass>(
  session: Session,
  cmdlet: TClass,
  parameters: ParametersOf<TClass>,
) {
  return session.pipeline(cmdlet, parameters).toArray();
}

expectTypeOf<keyof ParametersOf<typeof GetForecast>>().toExtend<string>();
expectTypeOf<'log' | 'cache' | 'writeObject' | '~output'>()
  .exclude<keyof ParametersOf<typeof GetForecast>>()
  .toEqualTypeOf<'log' | 'cache' | 'writeObject' | '~output'>();
