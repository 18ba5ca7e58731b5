import { describe, expect, it } from 'vitest';
import { Int32 } from '../../../packages/core/src/declare/types/number-types.js';
import { AnyType, Switch } from '../../../packages/core/src/declare/types/simple-types.js';
import { bindCall, errorOf, outcomeOf, Word } from './bind-call.js';
import { declareCommand } from './declare-command.js';

const everySet = '__AllParameterSets';

describe('Missing mandatory parameters', () => {
  const command = declareCommand({ Zeta: { in: 'M' }, Alpha: { type: Int32, in: 'M', aliases: ['a'] }, Opt: {} });
  const asking = { canPrompt: true };

  it('are one error with all names where nobody can be asked', () => {
    expect(errorOf(() => bindCall(command, []))).toMatchObject({
      errorId: 'MissingMandatoryParameter',
      category: 'InvalidArgument',
      parameterName: ' Zeta Alpha',
    });
  });

  it('are listed for one question, and the answers are converted', () => {
    const { binding } = bindCall(command, [], asking);
    expect(binding.missing.map(({ name }) => name)).toEqual(['Zeta', 'Alpha']);
    binding.answer({ zeta: 'z', A: '5' });
    expect(binding.missing).toEqual([]);
    expect(binding.boundParameters).toEqual({ Zeta: 'z', Alpha: 5 });
  });

  it.each<[string, Record<string, unknown> | null, string]>([
    ['no answer', null, 'MissingMandatoryParameter'],
    ['empty answers', {}, 'MissingMandatoryParameter'],
    ['one answer of two', { Zeta: 'z' }, 'MissingMandatoryParameter'],
    ['an answer nobody asked for', { Zeta: 'z', Opt: 'x' }, 'NamedParameterNotFound'],
    ['an unknown name', { Nope: 'z' }, 'NamedParameterNotFound'],
    ['an answer that does not convert', { Zeta: 'z', Alpha: 'five' }, 'CannotConvertArgumentNoMessage'],
    ['an empty answer', { Zeta: '', Alpha: 1 }, 'ParameterArgumentValidationErrorEmptyStringNotAllowed'],
  ])('with %s are the error %j gives: %s', (_, answers, errorId) => {
    const { binding } = bindCall(command, [], asking);
    expect(errorOf(() => binding.answer(answers)).errorId).toBe(errorId);
  });

  it('are content with one answer when PowerShell is to be followed', () => {
    const { binding } = bindCall(command, [], { ...asking, historical: { oneAnswerIsEnough: true } });
    binding.answer({ Zeta: 'z' });
    expect(binding.boundParameters).toEqual({ Zeta: 'z' });
  });

  it('are not asked for where records may bring them', () => {
    const piped = declareCommand({ Name: { in: 'M V' }, Id: { in: 'M' } });
    expect(errorOf(() => bindCall(piped, [], { expectingInput: true }))).toMatchObject({ parameterName: ' Id' });
    expect(errorOf(() => bindCall(piped, []))).toMatchObject({ parameterName: ' Name Id' });
  });
});

describe('Null and empty values of a parameter that only some sets make mandatory', () => {
  const parameters = { P: { in: { S1: '', S2: 'M' } }, Q: { type: Switch, in: { S2: 'M' } } };
  const command = declareCommand(parameters, { defaultParameterSetName: 'S1' });

  it.each<[unknown[], unknown, string]>([
    [[['-P', '']], { set: 'S1', bound: { P: '' } }, 'S1 is chosen later'],
    [[['-P', ''], '-Q'], 'ParameterArgumentValidationErrorEmptyStringNotAllowed', 'S2 is chosen later'],
    [['-Q', ['-P', '']], 'ParameterArgumentValidationErrorEmptyStringNotAllowed', 'S2 is chosen already'],
  ])('for %j give %j: %s', (words, expected) => {
    expect(outcomeOf(command, words)).toEqual(expected);
  });

  it('are refused whatever the set when PowerShell is to be followed', () => {
    const facts = { historical: { emptinessOfAnySet: true } };
    expect(outcomeOf(command, [['-P', '']], facts)).toBe('ParameterArgumentValidationErrorEmptyStringNotAllowed');
  });

  it('are settled by each record that chooses a set', () => {
    const piped = declareCommand({
      P: { in: { S1: '', S2: 'M' } },
      A: { in: { S1: 'V' } },
      B: { type: Int32, in: { S2: 'V' } },
    });
    const { binding } = bindCall(piped, [['-P', '']], { expectingInput: true });
    const failures = ['x', 4, 'y'].map((record) => binding.bindRecord(record)?.errorId);
    expect(failures).toEqual([undefined, 'ParameterArgumentValidationErrorEmptyStringNotAllowed', undefined]);
  });
});

describe('Splatted arguments', () => {
  const command = declareCommand({ Name: { aliases: ['Label'] }, Force: { type: Switch } });
  const splatted = (name: string, value: unknown) => new Word({ name, value, hasValue: true, splatted: true });
  const given = (name: string, value: unknown) => new Word({ name, value, hasValue: true });

  it.each([
    ['are bound', [splatted('Name', 'a'), splatted('Force', false)], { Name: 'a', Force: false }],
    ['give way to explicit ones, wherever they stand', [splatted('Label', 's'), given('nam', 'e')], { Name: 'e' }],
    ['are dropped before their value is looked at', [splatted('Force', 'x'), given('Force', true)], { Force: true }],
  ])('%s', (_, list, expected) => {
    const { binding } = bindCall(command, list);
    expect(binding.boundParameters).toEqual(expected);
  });

  it('of one parameter are ParameterAlreadyBound', () => {
    const list = [splatted('Name', 'a'), splatted('Label', 'b')];
    expect(errorOf(() => bindCall(command, list))).toMatchObject({
      errorId: 'ParameterAlreadyBound',
      parameterName: 'Label',
    });
  });
});

describe('Obsolete parameters', () => {
  const command = declareCommand({ Old: { in: 'N', obsolete: 'use New' }, In: { type: Int32, in: 'V', obsolete: '' } });

  it('warn once, when they are bound', () => {
    const { binding } = bindCall(command, [], { expectingInput: true });
    const warnings = [{ in: 1, old: 'a' }, 5, 6, { old: 'b' }].map((record) => {
      binding.bindRecord(record);
      return binding.takeWarnings();
    });
    expect(warnings).toEqual([
      [{ id: 'ParameterObsolete', message: "Parameter 'Old' is obsolete. use New" }],
      [{ id: 'ParameterObsolete', message: "Parameter 'In' is obsolete. " }],
      [],
      [],
    ]);
  });
});

describe('Records bound from outside', () => {
  const command = declareCommand({ In: { type: Int32, in: 'V' }, Name: { in: 'N' }, Given: {} });

  function begun() {
    const call = bindCall(command, [['-Given', 'g']], { expectingInput: true, cmdlet: { in: 0, name: 'initial' } });
    const parameters = call.binding.recordState.inputParameters.map(({ parameter }) => parameter);
    return { ...call, parameters: parameters.filter(({ name }) => name === 'In') };
  }

  it('start from a state that says what records may bind', () => {
    const { binding } = begun();
    expect(binding.recordState).toMatchObject({
      severalSets: false,
      prioritisedSet: false,
      delayedValues: false,
      defaultsPending: false,
    });
    expect(binding.recordState.inputParameters.map(({ parameter, ...facts }) => [parameter.name, facts])).toEqual([
      ['Name', { byValue: false, byName: true, mandatory: false }],
      ['In', { byValue: true, byName: false, mandatory: false }],
    ]);
  });

  it('show in the bound parameters, live', () => {
    const { binding, cmdlet, parameters } = begun();
    const { boundParameters } = binding;
    expect(binding.prepareRecord(parameters)).toBe(true);
    cmdlet.in = 1;
    expect(boundParameters).toEqual({ Given: 'g', In: 1 });
    cmdlet.in = 2;
    expect([binding.isPrepared, boundParameters.In]).toEqual([true, 2]);
  });

  it('are restored by a record that is bound the long way, and the other way round', () => {
    const { binding, cmdlet, parameters } = begun();
    binding.prepareRecord(parameters);
    cmdlet.in = 1;
    binding.bindRecord({ name: 'n' });
    expect([cmdlet, binding.isPrepared]).toEqual([{ in: 0, name: 'n', given: 'g' }, false]);
    expect(binding.recordParameters.map(({ name }) => name)).toEqual(['Name']);
    binding.prepareRecord(parameters);
    cmdlet.in = 3;
    expect([cmdlet, { ...binding.boundParameters }]).toEqual([
      { in: 3, name: 'initial', given: 'g' },
      { Given: 'g', In: 3 },
    ]);
    binding.restore();
    expect(cmdlet).toEqual({ in: 0, name: 'initial', given: 'g' });
  });

  it.each<[string, Parameters<typeof declareCommand>[0], unknown[], object, string]>([
    ['a set is chosen anew', { A: { in: { S1: 'V' } }, B: { in: { S2: 'N' } } }, [], {}, 'severalSets'],
    ['functions wait', { A: { in: 'N' } }, [['-A', () => 1]], {}, 'delayedValues'],
    ['defaults wait', { A: { in: 'V' } }, [], { defaults: [{ parameter: 'A', value: 1 }] }, 'defaultsPending'],
    [
      'a set comes first',
      { A: { in: { S1: 'M V' } }, B: { in: { S2: 'V' } }, C: { in: { S3: 'M' } }, D: { in: { S3: 'V' } } },
      [],
      {},
      'prioritisedSet',
    ],
  ])('are not possible where %s', (_, parameters, words, facts, flag) => {
    const { binding } = bindCall(declareCommand(parameters), words, { expectingInput: true, ...facts });
    expect(binding.recordState).toMatchObject({ [flag]: true });
  });

  it('are not possible where an initial value cannot be read', () => {
    const cmdlet = {
      get in(): number {
        throw new Error('not now');
      },
    };
    const { binding } = bindCall(command, [], { expectingInput: true, cmdlet });
    const [first] = binding.recordState.inputParameters.filter(({ parameter }) => parameter.name === 'In');
    expect(binding.prepareRecord([first!.parameter])).toBe(false);
  });
});

describe('A type name constraint', () => {
  const command = declareCommand({ X: { type: AnyType, typeName: 'Thing', in: 'V' } });
  class Thing {}
  class Better extends Thing {}

  it.each<[string, unknown, boolean]>([
    ['the class', new Thing(), true],
    ['a derived class', new Better(), true],
    ['a tag', { [Symbol.toStringTag]: 'thing' }, true],
    ['a list of them', [new Thing(), null], true],
    ['null', null, true],
    ['another class', {}, false],
    ['a list with another', [new Thing(), 5], false],
  ])('is kept by %s: %j, %s', (_, value, passes) => {
    const outcome = outcomeOf(command, [['-X', value]]);
    expect(outcome).toEqual(passes ? { set: everySet, bound: { X: value } } : 'MismatchedPSTypeName');
  });

  it('is of the transformation kind on the command line, and no fit in the pipeline', () => {
    expect(errorOf(() => bindCall(command, [['-X', 5]])).name).toBe('ParameterBindingArgumentTransformationException');
    const { binding } = bindCall(command, [], { expectingInput: true });
    expect(binding.bindRecord(5)?.errorId).toBe('InputObjectNotBound');
  });
});
