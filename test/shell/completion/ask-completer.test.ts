import type { ArgumentCompleter, CompletionRequest } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { askCompleter } from '../../../packages/shell/src/completion/ask-completer.js';

const request: CompletionRequest = {
  commandName: 'Get-Forecast',
  commandText: 'Get-Forecast ',
  parameterName: 'City',
  wordToComplete: '',
  fakeBoundParameters: {},
};

async function texts(completer: ArgumentCompleter, timeout?: number): Promise<string[] | undefined> {
  const matches = await askCompleter(async () => completer, request, timeout);
  return matches?.map(({ completionText }) => completionText);
}

describe("an author's completer", () => {
  it('may give texts and results, at once or one by one', async () => {
    async function* later() {
      yield 'Oslo';
      yield {
        completionText: 'Rome',
        listItemText: 'Roma',
        resultType: 'ParameterValue',
        toolTip: 'in Italy',
      } as const;
    }
    expect(await texts(() => ['a', '', 'b'])).toEqual(['a', 'b']);
    expect(await askCompleter(async () => later, request)).toEqual([
      { completionText: 'Oslo', listItemText: 'Oslo', resultType: 'Text', toolTip: 'Oslo' },
      { completionText: 'Rome', listItemText: 'Roma', resultType: 'ParameterValue', toolTip: 'in Italy' },
    ]);
  });

  it('may fail without anybody noticing', async () => {
    const fail = (): never => {
      throw new Error('no network');
    };
    expect(await texts(fail)).toBeUndefined();
    expect(await askCompleter(fail, request)).toBeUndefined();
    expect(await askCompleter(async () => undefined, request)).toBeUndefined();
  });

  it('is not waited for when its time is over; what came until then counts', async () => {
    async function* slow() {
      yield 'Oslo';
      await new Promise(() => undefined);
      yield 'Rome';
    }
    expect(await texts(slow, 1)).toEqual(['Oslo']);
    expect(await askCompleter(() => new Promise(() => undefined), request, 1)).toEqual([]);
  });
});
