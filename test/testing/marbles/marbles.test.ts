import { AssertionError } from 'node:assert';
import { CmdletException } from '@cmdlet/core';
import { expectRecords, marbles, run, VirtualTime } from '@cmdlet/testing';
import { describe, expect, it } from 'vitest';
import { parseMarbles } from '../../../packages/testing/src/marbles/parse-marbles.js';
import { forecastPack, GetForecast, RemoveStation, WaitWeather } from '../forecast-pack.js';

const packs = [forecastPack];

describe('A marble diagram', () => {
  it.each([
    ['a-b|', ['0 a', '2 b', '3 complete']],
    ['--a--#', ['2 a', '5 error']],
    ['a(bc)d!', ['0 a', '1 b', '1 c', '5 d', '6 stop']],
    ['(a|)', ['0 a', '0 complete']],
    ['a 9ms b 1s 2m |', ['0 a', '10 b', '121011 complete']],
    [' a b ', ['0 a', '1 b']],
    ['9', ['0 9']],
    ['', []],
  ])('reads %j', (notation, expected) => {
    const events = parseMarbles(notation).map((event) => `${event.frame} ${'name' in event ? event.name : event.kind}`);
    expect(events).toEqual(expected);
  });

  it.each(['a?', '(ab', 'ab)', '((a))', '(a-b)', '|a', '|-', 'a||'])('refuses %j', (notation) => {
    expect(() => marbles(notation)).toThrow(SyntaxError);
  });
});

describe('Marbles as input', () => {
  it('come at their times, and the output at the times at which it is written', async () => {
    const result = await run(
      GetForecast,
      {},
      { packs, input: marbles('x-y-(zx)|', { x: 'Oslo', y: 'Rome', z: 'Bern' }) },
    );
    const toText = result.records.map(({ at, record }) => `${at} ${record}`);
    expect(toText).toEqual(['0 Oslo: 4 °C', '2 Rome: 4 °C', '4 Bern: 4 °C', '4 Oslo: 4 °C']);
    expect(result.endedAt).toBe(8);
  });

  it('can be errors on the way: the run fails then', async () => {
    const input = marbles(
      'a-#',
      {},
      { error: new CmdletException('torn', { errorId: 'Torn', category: 'ReadError' }) },
    );
    const result = await run(RemoveStation, { confirm: false }, { input });
    expect(result.failure?.errorId).toBe('Torn');
    expectRecords(result).toEqualMarbles('a-#', { a: 'removed a' });
  });

  it('can stop the run', async () => {
    const result = await run(RemoveStation, { confirm: false }, { input: marbles('a--b 5s !') });
    expectRecords(result).toEqualMarbles('a--b 5s !', { a: 'removed a', b: 'removed b' });
  });

  it('without an end go on until somebody stops the run', async () => {
    const time = new VirtualTime();
    const stop = new AbortController();
    const running = run(RemoveStation, { confirm: false }, { input: marbles('a-b'), time, signal: stop.signal });
    await time.advance('1h');
    stop.abort();
    expectRecords(await running).toEqualMarbles('a-b 3599997ms !', { a: 'removed a', b: 'removed b' });
  });

  it('may have frames of any length', async () => {
    const input = marbles('a-b|', {}, { frame: '1m' });
    const result = await run(RemoveStation, { confirm: false }, { input });
    expectRecords(result).toEqualMarbles('a-b|', { a: 'removed a', b: 'removed b' }, { frame: '1m' });
  });
});

describe('expectRecords', () => {
  it('compares what a job writes', async () => {
    const time = new VirtualTime();
    await using result = await run(WaitWeather, { minutes: 2, asJob: true }, { time });
    await time.until(result.job.finished);
    expectRecords(result).toEqualMarbles('-a(b|)', { a: 'minute 1', b: 'minute 2' }, { frame: '1m' });
  });

  it('compares other streams by their text', async () => {
    const result = await run(GetForecast, { days: 8 }, { packs, input: marbles('a-b|', { a: 'Oslo', b: 'Olso' }) });
    expectRecords(result).toEqualMarbles(
      'w-e|',
      { w: 'nobody knows what is later than a week', e: 'no such city: Olso' },
      { streams: ['Warning', 'Error'] },
    );
  });

  it.each<[string, unknown, string, Readonly<Record<string, unknown>>]>([
    ['the letter of a value', 'a', 'a|', { a: 1 }],
    ['the letter with its value', 'a = 1', 'a|', { a: 1 }],
    ['an end', '|', '|', {}],
    ['an end that has not come', '!', '!', {}],
  ])('takes no record for %s because its text looks like it', (_, record, notation, values) => {
    const at = notation === 'a|' ? 1 : undefined;
    const recording = { records: [{ stream: 'Output', record, at: 0 }], state: 'Completed', endedAt: at } as const;
    const compare = () => expectRecords(recording).toEqualMarbles(notation, values);
    expect(compare).toThrow(AssertionError);
    expect(compare).toThrow(/another record/);
  });

  it('takes a record for a letter without a value that is its text', () => {
    const recording = { records: [{ stream: 'Output', record: 'b', at: 0 }], state: 'Completed', endedAt: 1 } as const;
    expectRecords(recording).toEqualMarbles('b|', { a: 1 });
  });

  it.each([
    ['another time', '-a|'],
    ['another record', 'b-|'],
    ['one too many', 'a-(b|)'],
    ['another end', 'a-#'],
    ['no end', 'a-'],
  ])('tells %s', async (_title, notation) => {
    const result = await run(RemoveStation, { confirm: false }, { input: marbles('a-|') });
    const compare = () => expectRecords(result).toEqualMarbles(notation, { a: 'removed a' });
    expect(compare).toThrow(AssertionError);
    expect(compare).toThrow(/Written: 0 ms: a = removed a, 2 ms: \|/);
  });
});
