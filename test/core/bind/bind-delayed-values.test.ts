import { describe, expect, it } from 'vitest';
import { DelayedBinding } from '../../../packages/core/src/bind/delayed-value.js';
import { arrayOf } from '../../../packages/core/src/declare/types/collection-types.js';
import { Int32 } from '../../../packages/core/src/declare/types/number-types.js';
import { AnyType, ScriptBlock } from '../../../packages/core/src/declare/types/simple-types.js';
import { bindCall, outcomeOf, recordsOf } from './bind-call.js';
import { declareCommand } from './declare-command.js';

const set = '__AllParameterSets';
const command = declareCommand({
  Tag: { in: 'N P0' },
  Id: { type: Int32, in: 'V' },
  Plain: {},
  Obj: { type: AnyType, in: 'N' },
  Marked: { type: AnyType, in: 'N', delayBind: true },
  Block: { type: ScriptBlock, in: 'N' },
  Many: { type: arrayOf(String), in: 'N' },
});

describe('A function given by name', () => {
  it('runs per record where the parameter takes pipeline input and cannot hold a function', () => {
    expect(recordsOf(command, [1, 2], [['-Tag', (record: unknown) => `t${record}`]])).toEqual([
      { set, bound: { Tag: 't1', Id: 1 } },
      { set, bound: { Tag: 't2', Id: 2 } },
    ]);
  });

  it('is shown as a stand-in until the first record', () => {
    const block = () => 'x';
    const { binding } = bindCall(command, [['-Tag', block]], { expectingInput: true });
    expect(binding.boundParameters.Tag).toEqual(new DelayedBinding(block));
  });

  it('is the value where the parameter can hold it, unless the author marked the parameter', () => {
    const block = () => 1;
    expect(
      recordsOf(
        command,
        [7],
        [
          ['-Obj', block],
          ['-Block', block],
        ],
      ),
    ).toEqual([{ set, bound: { Obj: block, Block: block, Id: 7 } }]);
    expect(recordsOf(command, [7], [['-Marked', (record: unknown) => [record]]])).toEqual([
      { set, bound: { Marked: [7], Id: 7 } },
    ]);
  });

  it('is converted like any value where the parameter takes no pipeline input', () => {
    const [outcome] = recordsOf(command, [7], [['-Plain', Object.assign(() => 1, { toString: () => 'source' })]]);
    expect(outcome).toEqual({ set, bound: { Plain: 'source', Id: 7 } });
  });

  it('satisfies the record although nothing else takes it', () => {
    const only = declareCommand({ Tag: { in: 'N M' } });
    expect(recordsOf(only, [1, null], [['-Tag', (record: unknown) => `[${record}]`]])).toEqual([
      { set, bound: { Tag: '[1]' } },
      { set, bound: { Tag: '[null]' } },
    ]);
  });

  it.each<[string, unknown, string]>([
    [
      'throws',
      () => {
        throw new Error('bad');
      },
      'ScriptBlockArgumentInvocationFailed',
    ],
    ['returns a promise', async () => 'late', 'ScriptBlockArgumentInvocationFailed'],
    ['returns nothing', () => undefined, 'ScriptBlockArgumentNoOutput'],
    ['returns several values for one', () => ['a', 'b'], 'CannotConvertArgument'],
  ])('that %s fails the record: %j', (_, block, errorId) => {
    expect(recordsOf(command, [1], [['-Tag', block]])).toEqual([errorId]);
  });

  it('is ScriptBlockArgumentNoInput without pipeline input', () => {
    expect(outcomeOf(command, [['-Tag', () => 1]])).toBe('ScriptBlockArgumentNoInput');
    expect(outcomeOf(command, [() => 1])).toBe('ScriptBlockArgumentNoInput');
  });

  it('is never taken by position while input is expected', () => {
    expect(outcomeOf(command, [() => 1], { expectingInput: true })).toBe('PositionalParameterNotFound');
  });
});
