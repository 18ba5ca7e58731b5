import { describe, expect, it } from 'vitest';
import { arrayOf } from '../../../packages/core/src/declare/types/collection-types.js';
import { Int32 } from '../../../packages/core/src/declare/types/number-types.js';
import { AnyType } from '../../../packages/core/src/declare/types/simple-types.js';
import { bindCall, failureOf, recordsOf } from './bind-call.js';
import { declareCommand, type ParameterFacts } from './declare-command.js';

const everySet = '__AllParameterSets';
type Parameters = Readonly<Record<string, ParameterFacts>>;

const valueOrName = { In: { type: AnyType, in: 'V' }, Name: { in: 'N' } };
const textOrNumber = { W: { in: { S1: 'V' } }, H: { type: Int32, in: { S2: 'V' } } };

describe('A record', () => {
  it.each<[Parameters, unknown[], unknown[], string]>([
    [valueOrName, [{ Name: 'n' }], [{ In: { Name: 'n' }, Name: 'n' }], 'feeds one parameter by value and one by name'],
    [{ Name: {} }, [1, 2], ['InputObjectNotBound', 'InputObjectNotBound'], 'finds no parameter that takes input'],
    [{ Num: { type: Int32, in: 'V' } }, [null], ['InputObjectNotBound'], 'of null fits no number'],
    [{ Txt: { in: 'V' } }, [null], [{ Txt: null }], 'of null fits a text'],
    [
      { In: { type: AnyType, in: 'V M' } },
      [null],
      ['ParameterArgumentValidationErrorNullNotAllowed'],
      'of null is refused by a mandatory parameter',
    ],
    [{ Names: { type: arrayOf(String), in: 'V' } }, [['a', 'b']], [{ Names: ['a', 'b'] }], 'may be a list'],
    [
      { Names: { type: arrayOf(String), in: 'V' } },
      ['a', 'b'],
      [{ Names: ['a'] }, { Names: ['b'] }],
      'may be an element of a list',
    ],
    [
      { Num: { type: Int32, in: 'V' } },
      ['x', '7'],
      ['InputObjectNotBound', { Num: 7 }],
      'is converted where it does not fit',
    ],
  ])('for %j, %j: %j, it %s', (parameters, records, expected) => {
    const outcomes = recordsOf(declareCommand(parameters), records);
    expect(outcomes).toEqual(expected.map((one) => (typeof one === 'string' ? one : { set: everySet, bound: one })));
  });

  it('is not bound to a parameter that was given', () => {
    expect(recordsOf(declareCommand(valueOrName), [1], [['-In', 9]])).toEqual(['InputObjectNotBound']);
  });

  it.each<[string | undefined, unknown[], [string, object][], string]>([
    [
      undefined,
      ['x', 4, 'y'],
      [
        ['S1', { W: 'x' }],
        ['S2', { H: 4 }],
        ['S1', { W: 'y' }],
      ],
      'anew each time',
    ],
    ['S1', [4], [['S2', { H: 4 }]], 'by the exact type, before the default set converts'],
    ['S1', [4.5], [['S1', { W: '4.5' }]], 'the default one first'],
  ])('chooses the set, with the default %s and %j: %j, %s', (defaultParameterSetName, records, expected) => {
    const command = declareCommand(textOrNumber, { defaultParameterSetName });
    expect(recordsOf(command, records)).toEqual(expected.map(([set, bound]) => ({ set, bound })));
  });

  it('chooses the default set after a phase that left several sets', () => {
    const parameters = {
      Any: { type: AnyType, in: { S1: 'V', S2: 'V' } },
      B: { in: { S2: 'N' } },
      C: { in: { S3: '' } },
    };
    const command = declareCommand(parameters, { defaultParameterSetName: 'S1' });
    expect(recordsOf(command, [{ B: 'b' }])).toEqual([{ set: 'S1', bound: { Any: { B: 'b' } } }]);
  });

  it('leaves the default set open while only parameters of all sets are bound', () => {
    const parameters = { Any: { type: AnyType, in: 'V' }, A: { in: { S1: 'N' } }, B: { in: { S2: 'N' } } };
    const command = declareCommand(parameters, { defaultParameterSetName: 'S1' });
    expect(recordsOf(command, [{ B: 'b' }, { Q: 1 }])).toEqual([
      { set: 'S2', bound: { Any: { B: 'b' }, B: 'b' } },
      { set: 'S1', bound: { Any: { Q: 1 } } },
    ]);
  });

  it('is InputObjectMissingMandatory where it leaves something mandatory unbound', () => {
    const command = declareCommand({ Obj: { type: AnyType, in: 'V M' }, Name: { in: 'N M' } });
    expect(recordsOf(command, [{ Name: 'n' }, { Other: 1 }])).toEqual([
      { set: everySet, bound: { Obj: { Name: 'n' }, Name: 'n' } },
      'InputObjectMissingMandatory',
    ]);
  });

  it('is refused by a validation, without trying another set', () => {
    const parameters = {
      Num: { type: Int32, in: { A: 'V' }, validations: [{ kind: 'ValidateRange', min: 1, max: 5 } as const] },
      Any: { type: AnyType, in: { B: 'V' } },
    };
    const command = declareCommand(parameters, { defaultParameterSetName: 'A' });
    expect(recordsOf(command, [9, 'x', 3])).toEqual([
      'ParameterArgumentValidationError',
      { set: 'B', bound: { Any: 'x' } },
      { set: 'A', bound: { Num: 3 } },
    ]);
  });

  it('counts as its primitive if it is a boxed one with properties of its own', () => {
    const command = declareCommand({ Num: { type: Int32, in: 'V' }, Tag: { in: 'N' } });
    expect(recordsOf(command, [Object.assign(Object(5), { Tag: 't' })])).toEqual([
      { set: everySet, bound: { Num: 5, Tag: 't' } },
    ]);
  });
});

describe('A record with mandatory parameters in several sets', () => {
  it('is tried with the default set first where that has nothing missing', () => {
    const parameters = {
      A: { in: { S1: 'M' } },
      X: { type: AnyType, in: { S1: 'V' } },
      P: { in: { D: 'V' } },
      Q: { type: Int32, in: { S2: 'V' } },
    };
    const command = declareCommand(parameters, { defaultParameterSetName: 'D' });
    expect(recordsOf(command, [7, ['a', 'b']])).toEqual([{ set: 'D', bound: { P: '7' } }, 'InputObjectNotBound']);
  });

  it('is tried with the only set that waits first, and then with sets that miss nothing', () => {
    const parameters = {
      A: { in: { S1: 'M V' } },
      In: { type: Int32, in: { S2: 'V' } },
      B: { in: { S3: 'M' } },
      C: { type: AnyType, in: { S3: 'V' } },
    };
    expect(recordsOf(declareCommand(parameters), [5, ['a', 'b']])).toEqual([
      { set: 'S1', bound: { A: '5' } },
      'InputObjectNotBound',
    ]);
  });

  it('chooses between the set that waits and those that miss nothing where no other set takes input', () => {
    const command = declareCommand({
      A: { in: { S1: 'M V' } },
      In: { type: Int32, in: { S2: 'V' } },
      Flag: { in: { S3: 'M' } },
    });
    expect(recordsOf(command, ['x', 5])).toEqual([
      { set: 'S1', bound: { A: 'x' } },
      { set: 'S2', bound: { In: 5 } },
    ]);
  });
});

describe('Between records', () => {
  it('parameters get back what they held when the pipeline first bound them', () => {
    const command = declareCommand({ Num: { type: Int32, in: 'V N' }, Name: { in: 'N' } });
    const { binding, cmdlet } = bindCall(command, [], { expectingInput: true, cmdlet: { num: 42, name: 'initial' } });
    cmdlet.name = 'changed in begin';
    const held = [5, { num: 6, name: 'n' }, 'x'].map((record) => {
      binding.bindRecord(record);
      return { ...cmdlet };
    });
    expect(held).toEqual(
      [
        { num: 5, name: 'changed in begin' },
        { num: 42, name: 'changed in begin' },
        { num: 42, name: 'changed in begin' },
      ].map((state, index) => (index === 1 ? { num: 6, name: 'n' } : state)),
    );
    binding.bindRecord({ num: 7, name: 'm' });
    binding.restore();
    expect(cmdlet).toEqual({ num: 42, name: 'changed in begin' });
  });

  it('entries of bound parameters go, in a dictionary that stays the same', () => {
    const command = declareCommand({ Num: { type: Int32, in: 'V N' }, Name: { in: 'N' }, Given: {} });
    const { binding } = bindCall(command, [['-Given', 'g']], { expectingInput: true });
    const { boundParameters } = binding;
    binding.bindRecord({ num: '1', name: 'n' });
    expect(boundParameters).toEqual({ Given: 'g', Name: 'n', Num: 1 });
    binding.bindRecord(2);
    expect(boundParameters).toEqual({ Given: 'g', Num: 2 });
    binding.bindRecord('x');
    expect(boundParameters).toEqual({ Given: 'g' });
    expect(binding.boundParameters).toBe(boundParameters);
  });

  it('entries stay when PowerShell is to be followed', () => {
    const command = declareCommand({ Num: { type: Int32, in: 'V' }, Name: { in: 'N' } });
    const { binding } = bindCall(command, [], { expectingInput: true, historical: { staleBoundParameters: true } });
    binding.bindRecord({ name: 'n' });
    binding.bindRecord(2);
    expect(binding.boundParameters).toEqual({ Name: 'n', Num: 2 });
  });
});

describe('What goes wrong with properties', () => {
  const command = declareCommand({ Num: { type: Int32, in: 'V N' } });

  it('is GetDefaultValueFailed where the initial value cannot be read', () => {
    const cmdlet = {
      get num(): number {
        throw new TypeError('not now');
      },
    };
    const { binding } = bindCall(command, [], { expectingInput: true, cmdlet });
    const failure = failureOf(binding.bindRecord(1));
    expect(failure).toMatchObject({ errorId: 'GetDefaultValueFailed', category: 'ReadError' });
    expect(failure.exception.name).toBe('ParameterBindingParameterDefaultValueException');
    expect(failure.exception.message).toContain('not now');
  });

  it('is the type of the error where a property of the record cannot be read', () => {
    const record = {
      get num(): number {
        throw new RangeError('too far');
      },
    };
    const { binding } = bindCall(command, [], { expectingInput: true });
    expect(binding.bindRecord(record)).toMatchObject({ errorId: 'RangeError', category: 'NotSpecified' });
    expect(binding.bindRecord(3)).toBeUndefined();
  });

  it('is ParameterBindingFailed on the command line, and no fit in the pipeline, where a setter throws', () => {
    const cmdlet = {
      set num(value: number) {
        if (value === 13) throw new Error('unlucky');
      },
    };
    expect(() => bindCall(command, [['-Num', 13]], { cmdlet })).toThrow('unlucky');
    const { binding } = bindCall(command, [], { expectingInput: true, cmdlet });
    expect(binding.bindRecord(13)).toMatchObject({ errorId: 'InputObjectNotBound' });
  });
});
