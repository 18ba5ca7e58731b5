import {
  abortAt,
  decliningHost,
  failing,
  refusingHost,
  run,
  slowConsumer,
  unansweringHost,
  VirtualTime,
} from '@cmdlet/testing';
import { describe, expect, it } from 'vitest';
import { FakeWeather, forecastPack, GetForecast, RemoveStation, WeatherApi } from '../forecast-pack.js';

const packs = [forecastPack];

describe('failing', () => {
  it('fails on the call that is meant, and only then', async () => {
    const api = failing(new FakeWeather(), { forecast: { onCall: 2, error: new RangeError('timed out') } });
    await expect(api.forecast('a', 1)).resolves.toMatchObject({ city: 'a' });
    expect(() => api.forecast('b', 1)).toThrow(RangeError);
    await expect(api.forecast('c', 1)).resolves.toMatchObject({ city: 'c' });
    expect(api.calls).toEqual({ forecast: 3 });
    expect(api.asked).toEqual(['a', 'c']);
    expect(api).toBeInstanceOf(FakeWeather);
  });

  it('fails the run that needs the service', async () => {
    const api = failing(new FakeWeather(), { forecast: { onCall: 2 } });
    const result = await run(GetForecast, {}, { packs, input: ['a', 'b', 'c'], services: [[WeatherApi, api]] });
    expect(result.output).toHaveLength(1);
    expect(String(result.failure)).toBe('Call 2 of forecast fails, as the test says.');
  });

  it('rejects where the method is async, and leaves private fields and getters alone', async () => {
    class Counter {
      #count = 0;
      async add(): Promise<number> {
        return ++this.#count;
      }
      get count(): number {
        return this.#count;
      }
    }
    const counter = failing(new Counter(), { add: { onCall: [1, 3], error: () => new Error('no') } });
    await expect(counter.add()).rejects.toThrow('no');
    expect(await counter.add()).toBe(1);
    await expect(counter.add()).rejects.toThrow('no');
    expect(counter.count).toBe(1);
  });

  it('rejects where it is told to, and throws where it is told to', async () => {
    const service = { get: () => Promise.resolve(1), put: async () => Promise.resolve(2) };
    const failed = failing(service, { get: { rejects: true }, put: { rejects: false } });
    await expect(failed.get()).rejects.toThrow(/Call 1 of get/);
    expect(() => failed.put()).toThrow(/Call 1 of put/);
  });

  it.each<[string, object]>([
    ['is not there', { forcast: {} }],
    ['is no method', { asked: {} }],
  ])('refuses a fault of what %s', (_, faults) => {
    const make = () => failing(new FakeWeather(), faults);
    expect(make).toThrow(TypeError);
    expect(make).toThrow(/no method '(forcast|asked)'.*It has: forecast\./);
  });

  it('leaves a service its own member of the name calls', () => {
    const service = failing({ calls: () => 'mine', other: () => 1 }, { other: {} });
    expect(service.calls()).toBe('mine');
  });

  it('fails always where no call is named', () => {
    const counter = failing({ add: () => 1 }, { add: {} });
    expect(() => counter.add()).toThrow(/Call 1 of add/);
    expect(() => counter.add()).toThrow(/Call 2 of add/);
  });
});

describe('slowConsumer', () => {
  it('holds the run for each record', async () => {
    const time = new VirtualTime();
    const options = { packs, input: ['a', 'b', 'c'], time, consumer: slowConsumer(time, '10s') };
    const result = await time.until(run(GetForecast, { verbose: true }, options));
    expect(result.records.filter(({ stream }) => stream === 'Verbose').map(({ at }) => at)).toEqual([
      0, 10_000, 20_000,
    ]);
    expect(result.endedAt).toBe(30_000);
  });
});

describe('abortAt', () => {
  it('stops the run when the chosen record comes', async () => {
    const result = await run(GetForecast, {}, { packs, ...abortAt(['a', 'b', 'c'], 2) });
    expect([result.state, result.output.map(({ city }) => city)]).toEqual(['Stopped', ['a']]);
  });

  it('leaves a run alone that has fewer records', async () => {
    const result = await run(GetForecast, {}, { packs, ...abortAt(['a'], 2) });
    expect(result.state).toBe('Completed');
  });
});

describe('A host', () => {
  it('that declines, declines every question', async () => {
    const result = await run(RemoveStation, {}, { packs, input: ['a', 'b'], host: decliningHost() });
    expect([result.state, result.output, result.prompts.map(({ answer }) => answer)]).toEqual([
      'Completed',
      [],
      ['No', 'No'],
    ]);
    const asked = await run(RemoveStation, {}, { packs, host: decliningHost() });
    expect(asked.failure?.errorId).toBe('MissingMandatoryParameter');
  });

  it('that refuses, fails the run', async () => {
    const result = await run(RemoveStation, { name: 'a' }, { packs, host: refusingHost() });
    expect([result.failure?.errorId, result.prompts[0]?.answer]).toEqual(['HostFunctionNotImplemented', undefined]);
    const other = await run(RemoveStation, { name: 'a' }, { packs, host: refusingHost(new TypeError('gone')) });
    expect(other.failure?.exception).toBeInstanceOf(TypeError);
  });

  it('that never answers, holds the run until it is stopped', async () => {
    const stop = new AbortController();
    const running = run(RemoveStation, { name: 'a' }, { packs, host: unansweringHost(), signal: stop.signal });
    await new VirtualTime().settle();
    stop.abort();
    expect((await running).state).toBe('Stopped');
  });
});
