import { run } from '@cmdlet/testing';
import { describe, expect, it } from 'vitest';
import '@cmdlet/testing/vitest';
import { Forecast, forecastPack, GetForecast, RemoveStation, WaitWeather } from '../forecast-pack.js';

const packs = [forecastPack];

/** What the runner shows of a failed matcher. */
async function failure(check: () => unknown): Promise<string> {
  try {
    await check();
  } catch (error) {
    return (error as Error).message;
  }
  return 'passed';
}

describe('A matcher', () => {
  it.each<[string, (received: unknown) => unknown]>([
    ['toHaveOutput', (received) => expect(received).not.toHaveOutput([])],
    ['toHaveErrorId', (received) => expect(received).not.toHaveErrorId('Gone')],
    ['toHaveWarned', (received) => expect(received).not.toHaveWarned()],
    ['toHaveState', (received) => expect(received).not.toHaveState('Failed')],
    ['toHaveAskedConfirmation', (received) => expect(received).not.toHaveAskedConfirmation()],
    ['toHaveBoundTo', (received) => expect(received).not.toHaveBoundTo({ set: 'City' })],
    ['toHaveNoLeaks', (received) => expect(received).not.toHaveNoLeaks()],
    ['toHaveParameter', (received) => expect(received).not.toHaveParameter('City')],
    ['toSupportWhatIf', (received) => expect(received).not.toSupportWhatIf()],
  ])('%s that is negated does not pass for what it cannot look at', (name, check) => {
    for (const received of ['text', undefined, null, {}, Promise.resolve()]) {
      expect(() => check(received)).toThrow(TypeError);
      expect(() => check(received)).toThrow(new RegExp(`${name} looks at .*It was given`));
    }
  });
});

describe('toHaveOutput', () => {
  it('compares as toEqual does: what is in sets and maps counts', async () => {
    const result = await run((session) => session.from([new Set([1]), new Map([['a', { b: 1 }]])]));
    expect(result).toHaveOutput([new Set([1]), new Map([['a', { b: 1 }]])]);
    expect(result).not.toHaveOutput([new Set([2]), new Map([['a', { b: 1 }]])]);
    expect(result).not.toHaveOutput([new Set([1]), new Map([['a', { b: 2 }]])]);
  });

  it('compares the output of a run, and of the job of a run', async () => {
    const result = await run(GetForecast, { city: 'Oslo' }, { packs });
    expect(result).toHaveOutput([new Forecast('Oslo', 4)]);
    expect(result).toHaveOutput([expect.objectContaining({ city: 'Oslo' })]);
    expect(result).not.toHaveOutput([]);
    await using background = await run(GetForecast, { city: 'Oslo', asJob: true }, { packs });
    await background.job.finished;
    expect(background).toHaveOutput([new Forecast('Oslo', 4)]);
    expect(background.job).toHaveOutput([new Forecast('Oslo', 4)]);
  });

  it('shows the errors where the output is another one', async () => {
    const result = await run(GetForecast, { city: 'Olso' }, { packs });
    expect(await failure(() => expect(result).toHaveOutput([1]))).toBe(
      'The output is another one.\nErrors:\n  no such city: Olso',
    );
    expect(await failure(() => expect(result).not.toHaveOutput([]))).toMatch(/is not expected/);
    expect(await failure(() => expect('text').toHaveOutput([]))).toMatch(/looks at a result/);
  });
});

describe('toHaveErrorId', () => {
  it('finds errors of results, jobs and exceptions, with and without their source', async () => {
    const result = await run(GetForecast, { city: 'Olso' }, { packs });
    expect(result).toHaveErrorId('CityNotFound');
    expect(result).toHaveErrorId('CityNotFound,forecast.GetForecast');
    expect(result).not.toHaveErrorId('CityNotFound,GetForecast');
    const failed = await run(GetForecast, { city: 'Nowhere' }, { packs });
    expect(failed).toHaveErrorId('Gone');
    expect(failed.failure).toHaveErrorId('Gone');
    expect(() => failed.orThrow()).toThrow(expect.toHaveErrorId('Gone'));
    await using background = await run(GetForecast, { city: 'Nowhere', asJob: true }, { packs });
    await background.job.finished;
    expect(background.job).toHaveErrorId('Gone');
    const { session } = await run(GetForecast, {}, { packs });
    await expect(session.session.invoke(GetForecast, {})).rejects.toHaveErrorId('InvalidOperation');
  });

  it('lists the errors that there are', async () => {
    const result = await run(GetForecast, { city: 'Olso' }, { packs });
    expect(await failure(() => expect(result).toHaveErrorId('Gone'))).toBe(
      'There is no error with the id Gone.\nErrors:\n  CityNotFound,forecast.GetForecast: no such city: Olso',
    );
    const fine = await run(GetForecast, { city: 'Oslo' }, { packs });
    expect(await failure(() => expect(fine).toHaveErrorId('Gone'))).toMatch(/no error at all/);
    expect(await failure(() => expect(result).not.toHaveErrorId('CityNotFound'))).toMatch(/none is expected/);
  });
});

describe('toHaveWarned', () => {
  it('finds warnings by text and by pattern', async () => {
    const result = await run(GetForecast, { city: 'Oslo', days: 8 }, { packs });
    expect(result).toHaveWarned();
    expect(result).toHaveWarned('later than a week');
    expect(result).toHaveWarned(/^nobody knows/);
    expect(result).not.toHaveWarned(/^later/);
    expect(await run(GetForecast, { city: 'Oslo' }, { packs })).not.toHaveWarned();
  });

  it('lists the warnings that there are', async () => {
    const result = await run(GetForecast, { city: 'Oslo', days: 8 }, { packs });
    expect(await failure(() => expect(result).toHaveWarned('rain'))).toBe(
      'There is no warning that has rain in it.\nWarnings:\n  nobody knows what is later than a week',
    );
  });
});

describe('toHaveState', () => {
  it('compares the state of a run, and of a job', async () => {
    expect(await run(GetForecast, { city: 'Oslo' }, { packs })).toHaveState('Completed');
    await using background = await run(WaitWeather, { asJob: true });
    expect(background).toHaveState('Running');
    expect(background.job).not.toHaveState('Completed');
  });

  it('says why it is another one', async () => {
    const result = await run(GetForecast, { city: 'Nowhere' }, { packs });
    expect(await failure(() => expect(result).toHaveState('Completed'))).toBe(
      'The state is Failed, not Completed.\nErrors:\n  Gone,forecast.GetForecast: no such city',
    );
  });
});

describe('toHaveAskedConfirmation', () => {
  it('finds what was asked, and how it was decided', async () => {
    const asked = await run(RemoveStation, { name: 'a' }, { packs, answers: 'No' });
    expect(asked).toHaveAskedConfirmation();
    expect(asked).toHaveAskedConfirmation({ target: 'a', action: 'Remove station', proceed: false });
    expect(asked).not.toHaveAskedConfirmation({ target: 'b' });
    const quiet = await run(RemoveStation, { name: 'a', confirm: false }, { packs });
    expect(quiet).not.toHaveAskedConfirmation();
    expect(quiet).toHaveAskedConfirmation({ decidedBy: 'NotDue', target: expect.any(String) as string });
  });

  it('shows what the cmdlets wanted to know', async () => {
    const quiet = await run(RemoveStation, { name: 'a', whatIf: true }, { packs });
    expect(await failure(() => expect(quiet).toHaveAskedConfirmation())).toMatch(/^Nobody was asked that/);
    const asked = await run(RemoveStation, { name: 'a' }, { packs, answers: 'No' });
    expect(await failure(() => expect(asked).not.toHaveAskedConfirmation())).toMatch(/expected not to be/);
  });
});

describe('toHaveBoundTo', () => {
  it('compares set and parameters, of the last command or another', async () => {
    const result = await run(
      (session) => session.pipeline(RemoveStation, { name: 'a', whatIf: true }).pipe(GetForecast),
      {
        packs,
      },
    );
    expect(result).toHaveBoundTo({ command: 'remove-station', parameters: { NAME: 'a' } });
    expect(result).toHaveBoundTo({ set: 'City' });
    expect(result).not.toHaveBoundTo({ set: 'Coordinates' });
    const coordinates = await run('Get-Forecast', { latitude: '60', longitude: 11 }, { packs });
    expect(coordinates).toHaveBoundTo({
      set: 'coordinates',
      parameters: { latitude: 60, longitude: expect.any(Number) as unknown },
    });
    expect(coordinates).not.toHaveBoundTo({ parameters: { latitude: '60' } });
  });

  it('says why nothing was bound', async () => {
    const result = await run(GetForecast, { days: 77, city: 'Oslo' }, { packs });
    expect(await failure(() => expect(result).toHaveBoundTo({ set: 'City' }))).toMatch(
      /^No command was bound.\nErrors:\n {2}ParameterArgumentValidationError,forecast.GetForecast: /,
    );
  });
});

describe('toHaveNoLeaks', () => {
  it('passes for a run that has left nothing behind', async () => {
    expect(await run(GetForecast, { city: 'Oslo' }, { packs })).toHaveNoLeaks();
  });
});
