import { describe, expect, it } from 'vitest';
import { replayViewsFile } from './views.js';

const table = { data: [{ $object: { A: 1 } }], command: 'Format-Table', width: 20 };

describe('the replayer of views', () => {
  it.each([
    ['the lines that came out', { ...table, expect: { lines: ['', 'A', '-', '1', ''] } }, { passed: true }],
    ['another line', { ...table, expect: { lines: ['', 'A', '-', '2', ''] } }, { passed: false }],
    ['a trailing blank', { ...table, expect: { lines: ['', 'A', '-', '1 ', ''] } }, { passed: false }],
    ['a line less', { ...table, expect: { lines: ['', 'A', '-', '1'] } }, { passed: false }],
    ['no failure', { ...table, expect: { terminating: { id: 'X' } } }, { passed: false }],
    [
      'the failure that came',
      {
        ...table,
        parameters: { View: 'v' },
        expect: { terminating: { id: 'FormatViewNotFound,X', category: 'ObjectNotFound' } },
      },
      { passed: true },
    ],
    ['what only a script can make', { script: '1', expect: { lines: ['1'] } }, { applicable: false }],
    ['a class that is not here', { data: [{ $xml: '<a/>' }], expect: { lines: [] } }, { applicable: false }],
  ])('compares with %s', async (_what, given, result) => {
    expect(await replayViewsFile([{ id: 'case', ...given }])).toEqual([expect.objectContaining(result)]);
  });

  it('lets a text stand on the left where an enum stands on the right, and nothing else', async () => {
    const data = [{ $object: { Color: { $enum: 'Red', of: 'Color' } } }];
    const wide = { id: 'e', data, command: 'Format-Table', width: 20 };
    const [same] = await replayViewsFile([{ ...wide, expect: { lines: ['', 'Color', '-----', '  Red', ''] } }]);
    const [other] = await replayViewsFile([{ ...wide, expect: { lines: ['', 'Color', '-----', 'Blue', ''] } }]);
    expect(same).toMatchObject({ passed: true, departure: expect.any(String) });
    expect(other?.passed).toBe(false);
  });
});
