import { describe, expect, it } from 'vitest';
import { bindCall, errorOf, outcomeOf } from './bind-call.js';
import { declareCommand, type ParameterFacts } from './declare-command.js';

const optional = { A: { in: { S1: '' } }, B: { in: { S2: '' } } };
const oneMandatory = { A: { in: { S1: 'M' } }, B: { in: { S2: '' } } };
const bothMandatory = { A: { in: { S1: 'M' } }, B: { in: { S2: 'M' } } };

describe('The parameter set of a call', () => {
  it.each<[Readonly<Record<string, ParameterFacts>>, string | undefined, string[][], unknown, string]>([
    [oneMandatory, undefined, [], { set: 'S2', bound: {} }, 'the only set with nothing missing'],
    [bothMandatory, undefined, [], 'AmbiguousParameterSet', 'something is missing in each'],
    [bothMandatory, 'S2', [], 'MissingMandatoryParameter', 'the default set is chosen first'],
    [bothMandatory, 'S0', [], { set: 'S0', bound: {} }, 'a default set without parameters'],
    [
      optional,
      'S1',
      [
        ['-A', '1'],
        ['-B', '2'],
      ],
      'AmbiguousParameterSet',
      'a default set rescues no conflict',
    ],
    [optional, undefined, [['-A', '1']], { set: 'S1', bound: { A: '1' } }, 'a parameter decides'],
    [{ A: {} }, undefined, [], { set: '__AllParameterSets', bound: {} }, 'no set is declared'],
    [{ A: {} }, 'Solo', [], { set: 'Solo', bound: {} }, 'a default set that no parameter mentions'],
    [
      { A: { in: { list: '' } }, B: { in: { LIST: '' } } },
      undefined,
      [
        ['-A', '1'],
        ['-B', '2'],
      ],
      { set: 'list', bound: { A: '1', B: '2' } },
      'case does not tell sets apart',
    ],
  ])('of %j with the default %s and %j is %j: %s', (parameters, defaultParameterSetName, words, expected) => {
    expect(outcomeOf(declareCommand(parameters, { defaultParameterSetName }), words)).toEqual(expected);
  });

  it('names the parameters that exclude each other', () => {
    const { message } = errorOf(() =>
      bindCall(declareCommand({ ...optional, C: { in: { S1: '', S2: '' } } }), [
        ['-A', '1'],
        ['-B', '2'],
        ['-C', '3'],
      ]),
    );
    expect(message).toContain('-A (S1)');
    expect(message).toContain('-B (S2)');
    expect(message).not.toContain('-C');
  });

  it('names the sets that are left, and what each of them needs', () => {
    const { message } = errorOf(() => bindCall(declareCommand(bothMandatory), []));
    expect(message).toContain('S1 -A');
    expect(message).toContain('S2 -B');
  });

  it('may be one of more than 31', () => {
    const parameters = Object.fromEntries(
      Array.from({ length: 70 }, (_, index) => [`P${index}`, { in: { [`S${index}`]: 'M' } }]),
    );
    const command = declareCommand(parameters);
    expect(outcomeOf(command, [['-P69', 'x']])).toEqual({ set: 'S69', bound: { P69: 'x' } });
    expect(
      outcomeOf(command, [
        ['-P69', 'x'],
        ['-P3', 'y'],
      ]),
    ).toBe('AmbiguousParameterSet');
    expect(outcomeOf(command, [])).toBe('AmbiguousParameterSet');
  });
});

describe('The name shown before records come', () => {
  it.each<[string | undefined, string[][], string, string]>([
    [undefined, [], '__AllParameterSets', 'nothing decided'],
    ['S1', [], 'S1', 'nothing decided, with a default set'],
    [undefined, [['-C', 'c']], '', 'several possible'],
    ['S1', [['-C', 'c']], 'S1', 'several possible, the default set among them'],
  ])('with the default set %s and %j is "%s": %s', (defaultParameterSetName, words, name) => {
    const parameters = { A: { in: { S1: 'V' } }, B: { in: { S2: 'V' } }, C: { in: { S1: '', S2: '' } } };
    const command = declareCommand(parameters, { defaultParameterSetName });
    expect(bindCall(command, words, { expectingInput: true }).binding.parameterSetName).toBe(name);
  });
});
