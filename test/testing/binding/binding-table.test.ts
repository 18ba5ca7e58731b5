import { AssertionError } from 'node:assert';
import { defineCmdlet, Int32, inject } from '@cmdlet/core';
import { type BindingRow, bindingTable, defineTests, literal } from '@cmdlet/testing';
import { describe, expect, it } from 'vitest';
import { FakeWeather, GetForecast, WeatherApi } from '../forecast-pack.js';

const services = [[WeatherApi, new FakeWeather()]] as const;

describe('bindingTable', () => {
  defineTests(
    it,
    bindingTable(
      GetForecast,
      [
        { arguments: ['Oslo'], set: 'City', values: { city: 'Oslo' } },
        { arguments: ['-Town', 'Oslo', '-da', '3'], set: 'city', values: { city: 'Oslo', days: 3 } },
        { arguments: ['-City:', 'Oslo'], values: { city: 'Oslo' } },
        { arguments: [literal('-City')], values: { city: '-City' } },
        {
          arguments: ['Oslo'],
          parameters: { days: 2, verbose: true },
          values: { city: 'Oslo', days: 2, verbose: true },
        },
        { parameters: { latitude: 60, longitude: 11 }, set: 'Coordinates' },
        { input: 'Rome', arguments: ['-Days', 2], set: 'City', values: { city: 'Rome', days: 2 } },
        { arguments: ['-Latitude', 60], errorId: 'MissingMandatoryParameter' },
        { arguments: ['-City', 'Oslo', '-Latitude', 60], errorId: 'AmbiguousParameterSet,GetForecast' },
        { arguments: ['Oslo', '-Days', 10], errorId: 'ParameterArgumentValidationError' },
        { arguments: ['Oslo', '-Month', 1], errorId: 'NamedParameterNotFound' },
        { arguments: ['Oslo', '-Days'], errorId: 'MissingArgument' },
        { input: 5, arguments: ['-Latitude', 1, '-Longitude', 1], errorId: 'InputObjectNotBound' },
      ],
      { services },
    ),
  );

  const StepDynamic = defineCmdlet({
    verb: 'Step',
    noun: 'Dynamic',
    parameters: { name: { type: String, position: 0 } },
    dynamicParameters: () => ({ maxDepth: { type: Int32 } }),
  });
  defineTests(
    it,
    bindingTable(StepDynamic, [{ arguments: ['x', '-MaxDepth', '3'], values: { name: 'x', maxDepth: 3 } }]),
  );

  it('sees dynamic parameters that the row does not tell', async () => {
    const [row] = bindingTable(StepDynamic, [{ arguments: ['x', '-MaxDepth', '3'], values: { name: 'x' } }]);
    await expect(Promise.resolve(row?.check())).rejects.toMatchObject({ actual: { values: { maxDepth: 3 } } });
  });

  it('takes the command line for a title, and what comes of it', () => {
    const titles = bindingTable(GetForecast, [
      { arguments: ['New York', '-Days', 3, '-Force:', false], set: 'City' },
      { parameters: { city: 'Oslo', verbose: true }, values: { city: 'Oslo' } },
      { input: 'Oslo', errorId: 'X' },
      { title: 'by hand' },
    ]).map(({ title }) => title);
    expect(titles).toEqual([
      "Get-Forecast 'New York' -Days 3 -Force: $false → City",
      'Get-Forecast -City Oslo -Verbose → city',
      'Oslo | Get-Forecast → X',
      'by hand',
    ]);
  });

  it.each<[string, BindingRow<typeof GetForecast>, object, object]>([
    ['another set', { arguments: ['Oslo'], set: 'Coordinates' }, { set: 'city' }, { set: 'coordinates' }],
    [
      'another value',
      { arguments: ['Oslo'], values: { city: 'Rome' } },
      { values: { city: 'Oslo' } },
      { values: { city: 'Rome' } },
    ],
    [
      'one value more',
      { arguments: ['Oslo', '-Days', 2], values: { city: 'Oslo' } },
      { values: { city: 'Oslo', days: 2 } },
      { values: { city: 'Oslo' } },
    ],
    [
      'an error that is not expected',
      { set: 'City' },
      { errorId: 'MissingMandatoryParameter,GetForecast', set: undefined },
      { errorId: undefined, set: 'city' },
    ],
    ['another error', { errorId: 'Gone' }, { errorId: 'MissingMandatoryParameter,GetForecast' }, { errorId: 'Gone' }],
    ['no error', { arguments: ['Oslo'], errorId: 'Gone' }, { errorId: undefined }, { errorId: 'Gone' }],
  ])('fails for %s', async (_title, row, actual, expected) => {
    const [binding] = bindingTable(GetForecast, [row], { services });
    const error: unknown = await Promise.resolve(binding?.check()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AssertionError);
    expect(error).toMatchObject({ actual, expected });
  });

  it('runs no step of the cmdlet, and disposes it', async () => {
    const calls: string[] = [];
    const StepNothing = defineCmdlet({
      verb: 'Step',
      noun: 'Nothing',
      parameters: { api: { type: Object, default: () => inject(WeatherApi) } },
      begin: () => void calls.push('begin'),
      process: () => void calls.push('process'),
      dispose: () => void calls.push('dispose'),
    });
    for (const { check } of bindingTable(
      StepNothing,
      [{}, { arguments: ['x'], errorId: 'PositionalParameterNotFound' }],
      { services },
    ))
      await check();
    expect(calls).toEqual(['dispose', 'dispose']);
  });
});
