import { expect, it } from 'vitest';
import type { BindingRequest } from '../../../packages/core/src/bind/binding-request.js';
import type { CommandArgument } from '../../../packages/core/src/bind/command-argument.js';
import { CommandBinding } from '../../../packages/core/src/bind/command-binding.js';
import { parametersOf } from '../../../packages/core/src/declare/dynamic-parameters.js';
import { arrayOf } from '../../../packages/core/src/declare/types/collection-types.js';
import { Int32 } from '../../../packages/core/src/declare/types/number-types.js';
import { AnyType, Switch } from '../../../packages/core/src/declare/types/simple-types.js';
import { argumentsFrom } from './bind-call.js';
import { declareCommand } from './declare-command.js';

const command = declareCommand({
  First: { type: Int32, in: 'P0' },
  Second: { type: Int32, in: 'P1', property: 'other' },
  Wanted: { type: Int32, in: 'M', property: 'wanted', aliases: ['Needed'] },
  Each: { type: Int32, in: 'V', property: 'each' },
  Rest: { type: arrayOf(AnyType), in: 'R' },
  AsJob: { type: Switch, origin: 'job' },
});

function begin(given: readonly CommandArgument[], facts: Partial<BindingRequest> = {}): CommandBinding {
  const receiver = {};
  return CommandBinding.begin({
    command,
    arguments: given,
    expectingInput: true,
    canPrompt: false,
    repeatable: true,
    receiver: () => receiver,
    ...facts,
  });
}

const repeated = (words: readonly unknown[], overrides = {}, facts: Partial<BindingRequest> = {}) =>
  begin(argumentsFrom(words), facts)
    .repeatableCall()
    .argumentsWith(overrides)
    .map(({ name, value }) => [name, value]);

const perRecord = () => 1;

it.each<[title: string, words: readonly unknown[], overrides: object, expected: object]>([
  ['names each parameter', ['1', '-Wan', '3'], {}, { Wanted: '3', First: '1' }],
  ['leaves out what concerns the job', ['-Wanted', 3, '-AsJob'], {}, { Wanted: 3 }],
  ['leaves out what is overridden by position', [1, 2, '-Wanted', 3], { first: 7 }, { Wanted: 3, Second: 2, first: 7 }],
  [
    'leaves out what is overridden by alias or beginning',
    ['-Wanted', 3, '-First', 1],
    { needed: 4, fir: 5 },
    { needed: 4, fir: 5 },
  ],
  ['leaves out what is overridden with nothing', ['1', '-Wanted', 3], { first: undefined }, { Wanted: 3 }],
  ['keeps functions that wait for records', ['-Wanted', 3, '-Each', perRecord], {}, { Wanted: 3, Each: perRecord }],
  ['keeps the rest', [1, 2, '-Wanted', 3, 'x', 'y'], {}, { Wanted: 3, First: 1, Second: 2, Rest: ['x', 'y'] }],
])('A call that is made again %s', (_, words, overrides, expected) => {
  expect(Object.fromEntries(repeated(words, overrides) as [string, unknown][])).toEqual(expected);
});

it('A call that is made again leaves the default values of the user to be found again', () => {
  const facts = { defaults: [{ parameter: 'First', value: '9' }] };
  expect(repeated(['-Wanted', 3], {}, facts)).toEqual([['Wanted', 3]]);
  expect(begin(argumentsFrom(['-Wanted', 3]), facts).repeatableCall().given).toEqual({ wanted: 3, first: '9' });
});

it('A call that is made again has the answers that were given', () => {
  const binding = begin([], { canPrompt: true });
  binding.answer({ Wanted: '5' });
  expect(binding.repeatableCall().argumentsWith({})).toEqual([{ name: 'Wanted', value: '5', hasValue: true }]);
});

it('A call that is made again has dynamic parameters', () => {
  const dynamic = { dynamicParameters: () => parametersOf({ extra: { type: Int32 } }) };
  expect(repeated(['-Wanted', 3, '-Extra', '4'], {}, dynamic)).toEqual([
    ['Wanted', 3],
    ['Extra', '4'],
  ]);
  expect(repeated(['-Wanted', 3, '-Extra', '4'], { extra: 5 }, dynamic)).toEqual([
    ['Wanted', 3],
    ['extra', 5],
  ]);
});

it('A call that is made again is the same where a plan has bound it', () => {
  const given = [{ name: 'Wanted', value: 3, hasValue: true }];
  for (let time = 0; time < 3; time++) expect(begin(given).repeatableCall().argumentsWith({})).toEqual(given);
});

it('The values of a call are converted, by property or by a name of its own, without what waits for records', () => {
  const words = ['1', '2', '-Wanted', '3', '-Each', perRecord, '-AsJob', '-Extra', '4'];
  const dynamic = { dynamicParameters: () => parametersOf({ extra: { type: Int32 } }) };
  const { values, given } = begin(argumentsFrom(words), dynamic).repeatableCall();
  expect(values).toEqual({ first: 1, Second: 2, wanted: 3, extra: 4 });
  expect(given).toEqual({ first: '1', Second: '2', wanted: '3', each: perRecord, extra: '4' });
});
