import { describe, expect, it } from 'vitest';
import {
  type DefaultParameterTable,
  defaultValuesFor,
  parseDefaultParameterKey,
} from '../../../packages/core/src/bind/default-parameter-values.js';
import { wildcardPattern } from '../../../packages/core/src/bind/wildcard-pattern.js';

describe('A key of the table of default values', () => {
  it.each([
    ['Get-Thing:Name', 'Get-Thing', 'Name'],
    [' Get-Thing : Name ', 'Get-Thing', 'Name'],
    [`'Get-Thing':"Name"`, 'Get-Thing', 'Name'],
    [`"Get:Thing" : ' Name '`, 'Get:Thing', 'Name'],
    ['Get-*:N?me', 'Get-*', 'N?me'],
    ['Get-Thing:a:b', 'Get-Thing', 'a:b'],
  ])('%s has the parts %s and %s', (key, command, parameter) => {
    expect(parseDefaultParameterKey(key)).toEqual({ command, parameter });
  });

  it.each(['', 'Get-Thing', 'Get-Thing:', ':Name', `'Get-Thing:Name`, `'':Name`, `Get-Thing:'Name' x`, 'Disabled'])(
    '%j is of another form',
    (key) => {
      expect(parseDefaultParameterKey(key)).toBeUndefined();
    },
  );
});

describe('The default values for a command', () => {
  const names = ['Get-Thing', 'gt'];

  it.each<[DefaultParameterTable, object[], string]>([
    [{ 'get-thing:A': 1, 'Get-Other:A': 2 }, [{ parameter: 'A', value: 1 }], 'its own'],
    [{ 'gt:A': 1 }, [{ parameter: 'A', value: 1 }], 'by an alias of the command'],
    [
      { '*-Thing:A': 1, 'Get-Thing:B': 2 },
      [
        { parameter: 'B', value: 2 },
        { parameter: 'A', value: 1 },
      ],
      'exact keys first',
    ],
    [
      new Map<unknown, unknown>([
        ['Get-Thing:A', 1],
        [5, 2],
      ]),
      [{ parameter: 'A', value: 1 }],
      'of a dictionary',
    ],
    [{ 'Get-Thing:A': 1, Disabled: true }, [], 'none when disabled'],
    [{ 'Get-Thing:A': 1, disabled: 0 }, [{ parameter: 'A', value: 1 }], 'unless Disabled is not true'],
  ])('of %j are %j: %s', (table, values) => {
    expect(defaultValuesFor(table, names)).toEqual({ values, warnings: [] });
  });

  it('come with one warning about all keys of another form', () => {
    const { values, warnings } = defaultValuesFor({ Nonsense: 1, 'Get-Thing:': 2, 'Get-Thing:A': 3 }, names);
    expect(values).toEqual([{ parameter: 'A', value: 3 }]);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]?.message).toContain(`'Nonsense', 'Get-Thing:'`);
  });
});

describe('A wildcard', () => {
  it.each([
    ['Get-*', 'get-thing', true],
    ['Get-?', 'Get-ab', false],
    ['[gs]et-x', 'Set-x', true],
    ['[a-c]x', 'dx', false],
    ['a`*b', 'a*b', true],
    ['a`*b', 'axb', false],
    ['a.b', 'axb', false],
    ['a[', 'a[', true],
    ['a[^b]', 'a^', true],
  ])('%s and %s: %s', (wildcard, name, matches) => {
    expect(wildcardPattern(wildcard).test(name)).toBe(matches);
  });
});
