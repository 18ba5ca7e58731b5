import { describe, expect, it } from 'vitest';
import { argumentsOf } from '../../../packages/core/src/bind/arguments-of.js';
import { commandText } from '../../../packages/core/src/session/command-text.js';

describe('commandText', () => {
  it.each([
    ['the command alone', {}, 'Get-Row'],
    ['switches alone', { force: true, recurse: false }, 'Get-Row -Force -Recurse:$false'],
    ['texts as they are where they need no quotes', { path: './a\\b:c-1.txt' }, 'Get-Row -Path ./a\\b:c-1.txt'],
    ['other texts in quotes', { title: "it's", empty: '' }, "Get-Row -Title 'it''s' -Empty ''"],
    ['numbers', { id: 1.5, big: 7n }, 'Get-Row -Id 1.5 -Big 7'],
    ['null', { value: null }, 'Get-Row -Value $null'],
    ['dates', { after: new Date(0) }, 'Get-Row -After 1970-01-01T00:00:00.000Z'],
    ['objects by their braces', { row: { id: 1 } }, 'Get-Row -Row {…}'],
    [
      'functions by their names',
      {
        filter: isOdd,
        map: (
          () => () =>
            1
        )(),
      },
      'Get-Row -Filter { isOdd } -Map { … }',
    ],
    ['lists', { id: [1, 'a b', null] }, "Get-Row -Id 1,'a b',$null"],
    ['lists of five in full', { id: [1, 2, 3, 4, 5] }, 'Get-Row -Id 1,2,3,4,5'],
    ['longer lists by their beginning', { id: [1, 2, 3, 4, 5, 6] }, 'Get-Row -Id 1,2,3,4,5,…'],
    ['nothing that is about the job alone', { id: 1, AsJob: true, jobName: 'x' }, 'Get-Row -Id 1'],
  ])('shows %s', (_title, parameters, expected) => {
    expect(commandText({ invocationName: 'Get-Row', arguments: argumentsOf(parameters) })).toBe(expected);
  });

  it('shows unnamed arguments without a name, and names without a value alone', () => {
    const given = [...argumentsOf({}, [3, true]), { name: 'all', value: undefined, hasValue: false }];
    expect(commandText({ invocationName: 'gr', arguments: given })).toBe('gr 3 $true -All');
  });
});

function isOdd(value: number): boolean {
  return value % 2 === 1;
}
