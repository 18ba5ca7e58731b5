import { expect, test } from 'vitest';
import { commonParameters } from '../../../packages/core/src/declare/common-parameters.js';
import { pagingParameters } from '../../../packages/core/src/declare/paging-parameters.js';

test('The common parameters have their aliases and types', () => {
  expect(commonParameters.map(({ name, property, aliases, type }) => [name, property, aliases[0], type.name])).toEqual([
    ['Verbose', 'verbose', 'vb', 'switch'],
    ['Debug', 'debug', 'db', 'switch'],
    ['ErrorAction', 'errorAction', 'ea', 'ActionPreference'],
    ['WarningAction', 'warningAction', 'wa', 'ActionPreference'],
    ['InformationAction', 'informationAction', 'infa', 'ActionPreference'],
    ['ProgressAction', 'progressAction', 'proga', 'ActionPreference'],
    ['ErrorVariable', 'errorVariable', 'ev', 'string'],
    ['WarningVariable', 'warningVariable', 'wv', 'string'],
    ['InformationVariable', 'informationVariable', 'iv', 'string'],
    ['OutVariable', 'outVariable', 'ov', 'string'],
    ['OutBuffer', 'outBuffer', 'ob', 'int'],
    ['PipelineVariable', 'pipelineVariable', 'pv', 'string'],
  ]);
});

test.each([
  [0, 'SilentlyContinue'],
  [1, 'Stop'],
  ['4', 'Ignore'],
  [6, 'Break'],
  ['stop', 'stop'],
  [7, 'left to the conversion, which refuses it'],
])('A preference given as %j is %s', (argument, expected) => {
  const transformation = commonParameters[2]?.transformations[0];
  expect(transformation?.transform(argument)).toBe(argument === 7 ? 7 : expected);
});

test('Paging parameters take whole numbers of at least zero', () => {
  expect(pagingParameters.map(({ name, type }) => [name, 'min' in type ? type.min : undefined])).toEqual([
    ['IncludeTotalCount', undefined],
    ['Skip', 0],
    ['First', 0],
  ]);
});
