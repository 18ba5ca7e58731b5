import { CmdletException, defineCmdlet, Session } from '@cmdlet/core';
import { JobRunResult, type RunResult, run, TestSession } from '@cmdlet/testing';
import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  FakeWeather,
  Forecast,
  forecastPack,
  GetForecast,
  RemoveStation,
  WaitWeather,
  WeatherApi,
} from '../forecast-pack.js';

const packs = [forecastPack];

/** Reads the session's variable, and counts it up. */
const StepCount = defineCmdlet({
  verb: 'Step',
  noun: 'Count',
  process() {
    const { variables } = this.sessionState;
    variables.set('count', Number(variables.get('count') ?? 0) + 1);
    void this.writeObject(variables.get('count'));
  },
});

describe('run', () => {
  it('refuses input beside a pipeline, which has its own', async () => {
    const pipeline = (session: Session) => session.pipeline(GetForecast, { city: 'Oslo' });
    await expect(run(pipeline, { packs, input: ['Rome'] })).rejects.toThrow(TypeError);
    await using session = await TestSession.create({ packs });
    await expect(session.run(pipeline, { input: ['Rome'] })).rejects.toThrow(/has its own input/);
  });

  it('runs a cmdlet with the services it is given, in place of those of the pack', async () => {
    const fake = new FakeWeather();
    const result = await run(GetForecast, { city: 'Oslo', days: 2 }, { packs, services: [[WeatherApi, fake]] });
    expect(result.output).toEqual([new Forecast('Oslo', 8)]);
    expect(fake.asked).toEqual(['Oslo']);
    expect([result.state, result.exit, result.errorIds]).toEqual(['Completed', 0, []]);
  });

  it('feeds records through the pipeline', async () => {
    const { output } = await run(GetForecast, {}, { packs, input: ['Oslo', 'Rome'] });
    expect(output.map(String)).toEqual(['Oslo: 4 °C', 'Rome: 4 °C']);
  });

  it('runs whole pipelines', async () => {
    const result = await run(
      (session) => session.from(['a', 'b']).pipe(RemoveStation, { confirm: false }).pipe(GetForecast),
      { packs },
    );
    expect(result.output.map(({ city }) => city)).toEqual(['removed a', 'removed b']);
  });

  it('runs commands by name, with parameters that nobody knows before', async () => {
    const result = await run('gfc', { Town: 'Oslo', DAYS: '3' }, { packs });
    expect(result.output.map(String)).toEqual(['Oslo: 12 °C']);
  });

  it('gives the records of all streams in the order in which they were written', async () => {
    const result = await run(GetForecast, { verbose: true, days: 8 }, { packs, input: ['Oslo', 'Olso'] });
    expect(result.records.map(({ stream, record }) => `${stream}: ${record}`)).toEqual([
      'Warning: nobody knows what is later than a week',
      'Verbose: asking about Oslo',
      'Output: Oslo: 32 °C',
      'Error: no such city: Olso',
    ]);
    expect(result.records.map(({ at }) => at)).toEqual([...result.records.map(({ at }) => at)].sort((a, b) => a - b));
    expect(result.exit).toBe(1);
  });

  it.each<[string, () => Promise<RunResult>, string, string]>([
    [
      'a failure of the service',
      () => run(GetForecast, { city: 'Nowhere' }, { packs }),
      'Gone,forecast.GetForecast',
      'Failed',
    ],
    [
      'a missing parameter',
      () => run(GetForecast, {}, { packs }),
      'MissingMandatoryParameter,forecast.GetForecast',
      'Failed',
    ],
    ['an unknown command', () => run('Get-Nothing'), 'CommandNotFoundException', 'Failed'],
    ['a class that is no cmdlet', () => run(class {} as never), 'CmdletNotFoundException', 'Failed'],
    ['a missing service', () => run(GetForecast, { city: 'Oslo' }), 'ServiceNotFound', 'Failed'],
  ])('does not throw for %s; orThrow does', async (_title, call, errorId, state) => {
    const result = await call();
    expect([result.errorIds.at(-1), result.state, result.exit]).toEqual([errorId, state, 1]);
    expect(() => result.orThrow()).toThrow(CmdletException);
  });

  it('gives itself from orThrow where nothing is wrong', async () => {
    const result = await run(GetForecast, { city: 'Oslo' }, { packs });
    expect(result.orThrow()).toBe(result);
  });

  it('is stopped by a signal, and after so many objects', async () => {
    const stopped = await run(GetForecast, { city: 'Oslo' }, { packs, signal: AbortSignal.abort() });
    expect([stopped.state, stopped.exit, stopped.output]).toEqual(['Stopped', 130, []]);
    const after = await run(GetForecast, {}, { packs, input: ['a', 'b', 'c'], stopAfter: 2 });
    expect([after.state, after.output.map(({ city }) => city)]).toEqual(['Stopped', ['a', 'b']]);
    expect(() => after.orThrow()).toThrow(expect.objectContaining({ errorId: 'PipelineStopped' }));
  });

  it('takes preferences, variables and default values', async () => {
    const preferences = { verbose: 'Continue', error: 'Stop', whatIf: true } as const;
    const result = await run(GetForecast, { city: 'Olso' }, { packs, preferences });
    expect(result.failure?.errorId).toBe('CityNotFound');
    const removed = await run(RemoveStation, { name: 'a' }, { packs, preferences });
    expect(removed.shouldProcess.map(({ decidedBy }) => decidedBy)).toEqual(['WhatIf']);
    const counted = await run(StepCount, {}, { variables: { count: 5 } });
    expect(counted.output).toEqual([6]);
    const defaults = await run(GetForecast, { city: 'Oslo' }, { packs, defaultParameterValues: { '*:Days': 3 } });
    expect(defaults.output.map(String)).toEqual(['Oslo: 12 °C']);
  });

  it('has a session of its own, which is closed when it is over', async () => {
    const first = await run(StepCount);
    const second = await run(StepCount);
    expect([first.output, second.output]).toEqual([[1], [1]]);
    await expect(first.session.session.invoke(StepCount)).rejects.toMatchObject({ errorId: 'InvalidOperation' });
  });

  it('tells what the commands were bound to, after the last record', async () => {
    const { bound } = await run(
      (session) => session.from(['a', 'b']).pipe(RemoveStation, { confirm: false }).pipe(GetForecast, { days: 2 }),
      { packs },
    );
    expect(bound).toEqual([
      { command: 'Remove-Station', set: '__AllParameterSets', parameters: { Confirm: false, Name: 'b' } },
      { command: 'Get-Forecast', set: 'City', parameters: { Days: 2, City: 'removed b' } },
    ]);
  });

  it('holds the run while a consumer is slow', async () => {
    const seen: string[] = [];
    const result = await run(
      GetForecast,
      { verbose: true },
      {
        packs,
        input: ['a', 'b'],
        consumer: async (record) => {
          seen.push(`begins ${record}`);
          await Promise.resolve();
          seen.push(`ends ${record}`);
        },
      },
    );
    expect(seen).toEqual(['begins a: 1 °C', 'ends a: 1 °C', 'begins b: 1 °C', 'ends b: 1 °C']);
    expect(result.output).toHaveLength(2);
  });

  it('has the types of a call', async () => {
    expectTypeOf(run(GetForecast, { city: 'Oslo' })).resolves.toEqualTypeOf<RunResult<Forecast>>();
    expectTypeOf(run(GetForecast, { asJob: true })).resolves.toEqualTypeOf<JobRunResult<Forecast>>();
    expectTypeOf(run((session) => session.from([1]).pipe(GetForecast))).resolves.toEqualTypeOf<RunResult<Forecast>>();
    expectTypeOf(run('Get-Forecast')).resolves.toEqualTypeOf<RunResult<unknown>>();
    // @ts-expect-error: there is no such parameter
    await run(GetForecast, { town: 'Oslo' });
  });
});

describe('run with -AsJob', () => {
  it('gives the job, which runs without anybody sleeping', async () => {
    await using result = await run(GetForecast, { city: 'Oslo', asJob: true }, { packs });
    const { job } = result;
    expect(job.state).toBe('Running');
    await job.untilState('Completed');
    expect(job.output.map(String)).toEqual(['Oslo: 4 °C']);
    expect(result).toBeInstanceOf(JobRunResult);
    expect(result.session.jobs).toEqual([job]);
  });

  it('says why there is no job', async () => {
    const failed = await run(GetForecast, { city: 'Oslo', days: 99, asJob: true }, { packs });
    expect(() => failed.job).toThrow(/Failed with ParameterArgumentValidationError,forecast.GetForecast/);
    const declined = await run(RemoveStation, { name: 'a', asJob: true }, { packs, answers: 'No' });
    expect(() => declined.job).toThrow(/declined/);
    const inline = await run(GetForecast, { city: 'Oslo' }, { packs });
    expect(inline.job).toBeUndefined();
  });

  it('ends the job when the result is disposed', async () => {
    const result = await run(WaitWeather, { asJob: true });
    await result.job.untilState('Running');
    await result.dispose();
    expect(result.job.state).toBe('Stopped');
  });
});

describe('TestSession', () => {
  it('keeps what one call leaves for the next', async () => {
    await using session = await TestSession.create();
    await session.run(StepCount);
    const { output } = await session.run(StepCount);
    expect(output).toEqual([2]);
    expect(session.session).toBeInstanceOf(Session);
  });

  it('stays open when a result is disposed, whose job ends', async () => {
    await using session = await TestSession.create();
    const result = await session.run(WaitWeather, { asJob: true });
    await result.dispose();
    expect(result.job.state).toBe('Stopped');
    expect((await session.run(StepCount)).output).toEqual([1]);
  });

  it('gives each run its own questions, confirmations and commands', async () => {
    await using session = await TestSession.create({ packs, answers: 'Yes' });
    await session.run(RemoveStation, { name: 'a' });
    const second = await session.run(RemoveStation, { name: 'b' });
    expect(second.prompts).toHaveLength(1);
    expect(second.shouldProcess.map(({ target }) => target)).toEqual(['b']);
    expect(second.bound).toHaveLength(1);
    expect(session.prompts).toHaveLength(2);
  });
});
