import type { Host } from '@cmdlet/core';
import { type Answers, run, TestSession } from '@cmdlet/testing';
import { describe, expect, it } from 'vitest';
import { forecastPack, GetForecast, RemoveStation } from '../forecast-pack.js';

const packs = [forecastPack];
const input = ['a', 'b', 'c'];

describe('Answers', () => {
  it.each<[string, Answers, string[]]>([
    ['one for all questions', 'Yes', ['a', 'b', 'c']],
    ['one after the other', ['No', 'Yes', 'No'], ['b']],
    ['to all that follow', ['No', 'YesToAll'], ['b', 'c']],
    ['by index', [0, 2, 3], ['a']],
    ['by a function', ({ message }) => (message.includes('"b"') ? 'No' : 'Yes'), ['a', 'c']],
  ])('are given %s', async (_title, answers, removed) => {
    const { output } = await run(RemoveStation, {}, { packs, input, answers });
    expect(output).toEqual(removed.map((name) => `removed ${name}`));
  });

  it('stand in the result beside their questions, with what the cmdlet wanted to know', async () => {
    const result = await run(RemoveStation, { name: 'Used' }, { packs, answers: ['Yes', 'No'] });
    expect(result.prompts).toMatchObject([
      { kind: 'choice', caption: 'Confirm', options: ['Yes', 'Yes to All', 'No', 'No to All'], answer: 'Yes' },
      { kind: 'choice', caption: 'In use', message: 'Used is in use.', options: ['Yes', 'No'], answer: 'No' },
    ]);
    expect(result.shouldProcess).toMatchObject([
      { method: 'shouldProcess', target: 'Used', action: 'Remove station', decidedBy: 'Asked', proceed: true },
      { method: 'shouldContinue', question: 'Used is in use.', caption: 'In use', decidedBy: 'Asked', proceed: false },
    ]);
  });

  it('fill in mandatory parameters', async () => {
    const result = await run(GetForecast, { days: 2 }, { packs, answers: { City: 'Oslo' } });
    expect(result.output.map(String)).toEqual(['Oslo: 8 °C']);
    expect(result.prompts).toMatchObject([{ kind: 'values', options: ['City'], answer: { City: 'Oslo' } }]);
  });

  it.each<[string, Answers | undefined, string, RegExp]>([
    ['there is nobody to ask', undefined, 'HostFunctionNotImplemented', /cannot ask/],
    ['there are too few', [], 'HostFunctionNotImplemented', /gives 0 answers/],
    ['one is no choice', ['HaltCommand'], 'HostFunctionNotImplemented', /none of the choices.*Yes to All/s],
    ['one cancels', 'Cancel', 'ActionPreferenceStop', /cancelled/],
  ])('that are missing fail the run: %s', async (_title, answers, errorId, message) => {
    const { failure } = await run(
      RemoveStation,
      { name: 'a' },
      { packs, ...(answers === undefined ? {} : { answers }) },
    );
    expect(failure?.errorId).toBe(errorId);
    expect(String(failure)).toMatch(message);
  });

  it('come from a host of the test, and what it is shown goes there', async () => {
    const shown: string[] = [];
    const host: Host = {
      promptForChoice: () => Promise.resolve(0),
      showWarning: (record) => shown.push(`${record}`),
    };
    const removed = await run(RemoveStation, { name: 'a' }, { packs, host });
    expect([removed.output, removed.prompts[0]?.answer]).toEqual([['removed a'], 'Yes']);
    await run(GetForecast, { city: 'Oslo', days: 8 }, { packs, host });
    expect(shown).toEqual(['nobody knows what is later than a week']);
  });

  it.each<[string, Answers, string[]]>([
    ['after the last of a list', ['No'], ['host', 'host']],
    [
      'where a function gives undefined',
      ({ message }) => (message.includes('"a"') ? 'No' : undefined),
      ['host', 'host'],
    ],
    ['where values are given for a choice', { Name: 'x' }, ['host', 'host', 'host']],
    ['and nothing that they answer', 'Yes', []],
  ])('come from the test first, and from its host %s', async (_, answers, expected) => {
    const asked: string[] = [];
    const host: Host = {
      promptForChoice: () => {
        asked.push('host');
        return Promise.resolve(0);
      },
    };
    await run(RemoveStation, {}, { packs, input, answers, host });
    expect(asked).toEqual(expected);
  });

  it('that are choices leave values to the host', async () => {
    const host: Host = { prompt: () => Promise.resolve({ City: 'Oslo' }) };
    const result = await run(GetForecast, {}, { packs, answers: 'Yes', host });
    expect(result.prompts).toMatchObject([{ kind: 'values', answer: { City: 'Oslo' } }]);
    expect(result.output.map(String)).toEqual(['Oslo: 4 °C']);
  });

  it('reach a job that is Blocked when the test gives them', async () => {
    await using session = await TestSession.create({ packs, answers: ['Yes'] });
    const { job } = await session.run(RemoveStation, { name: 'Used', asJob: true, confirm: false });
    await job.untilState('Blocked');
    await session.answerQuestions(job);
    await job.untilState('Completed');
    expect(job.output).toEqual(['removed Used']);
  });
});
