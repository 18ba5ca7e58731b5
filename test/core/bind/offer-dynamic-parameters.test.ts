import { describe, expect, it } from 'vitest';
import type { DynamicParameters } from '../../../packages/core/src/bind/binding-request.js';
import { Int32 } from '../../../packages/core/src/declare/types/number-types.js';
import { bindCall, errorOf, outcomeOf } from './bind-call.js';
import { declareCommand, declareParameters, type ParameterFacts } from './declare-command.js';

const everySet = '__AllParameterSets';
const tree = declareCommand({ Path: { in: 'P0' } });

function offering(
  parameters: Readonly<Record<string, ParameterFacts>>,
  when = (_: Readonly<Record<string, unknown>>) => true,
) {
  return {
    dynamicParameters: (bound: Readonly<Record<string, unknown>>): DynamicParameters | undefined =>
      when(bound) ? { parameters: declareParameters(parameters, 'dynamic'), receiver: {} } : undefined,
  };
}

const depthOfTrees = offering({ Depth: { type: Int32 } }, ({ Path }) => Path === 'tree');

describe('Dynamic parameters', () => {
  it.each<[unknown[], unknown, string]>([
    [['tree', ['-Depth', 3]], { set: everySet, bound: { Path: 'tree', Depth: 3 } }, 'offered'],
    [['tree', '-Depth', 3], { set: everySet, bound: { Path: 'tree', Depth: 3 } }, 'offered, the value behind'],
    [['-Depth', 3, 'tree'], { set: everySet, bound: { Path: 'tree', Depth: 3 } }, 'before what it depends on'],
    [['flat', ['-Depth', 3]], 'NamedParameterNotFound', 'not offered'],
    [['tree', '-De', 3], { set: everySet, bound: { Path: 'tree', Depth: 3 } }, 'before common parameters'],
    [['flat', '-Deb'], { set: everySet, bound: { Path: 'flat', Debug: true } }, 'common parameters last'],
    [['tree', ['-Depth', 'x']], 'CannotConvertArgumentNoMessage', 'offered and not convertible'],
  ])('%j gives %j: %s', (words, expected) => {
    expect(outcomeOf(tree, words, depthOfTrees)).toEqual(expected);
  });

  it('lose abbreviations against common parameters when PowerShell is to be followed', () => {
    const facts = { ...depthOfTrees, historical: { commonAbbreviationsFirst: true } };
    expect(outcomeOf(tree, ['tree', '-De', 3], facts)).toBe('PositionalParameterNotFound');
  });

  it('get their values on the object that was offered', () => {
    const receiver: Record<string, unknown> = {};
    const parameters = declareParameters({ Depth: { type: Int32 } }, 'dynamic');
    const { cmdlet } = bindCall(tree, [['-Depth', 2]], { dynamicParameters: () => ({ parameters, receiver }) });
    expect([receiver, cmdlet]).toEqual([{ depth: 2 }, {}]);
  });

  it('may belong to sets that no static parameter mentions', () => {
    const command = declareCommand({ A: { in: { S1: '' } } }, { defaultParameterSetName: 'S1' });
    const facts = offering({ Z: { in: { S2: '' } } });
    expect(outcomeOf(command, [['-Z', 'z']], facts)).toEqual({ set: 'S2', bound: { Z: 'z' } });
    expect(
      outcomeOf(
        command,
        [
          ['-Z', 'z'],
          ['-A', 'a'],
        ],
        facts,
      ),
    ).toBe('ParameterNotInParameterSet');
  });

  it.each([
    [{ path: {} }, 'ParameterNameAlreadyExistsForCommand'],
    [{ Verbose: {} }, 'ParameterNameAlreadyExistsForCommand'],
    [{ Depth: { aliases: ['vb'] } }, 'AliasParameterNameAlreadyExistsForCommand'],
    [{ vb: {} }, 'ParameterNameConflictsWithAlias'],
  ])('that clash with others, %j, are %s', (parameters, errorId) => {
    const error = errorOf(() => bindCall(tree, [], offering(parameters)));
    expect(error).toMatchObject({ errorId, category: 'MetadataError' });
  });

  it('are GetDynamicParametersException when asking for them throws', () => {
    const dynamicParameters = () => {
      throw new TypeError('no parameters today');
    };
    const error = errorOf(() => bindCall(tree, [], { dynamicParameters }));
    expect(error).toMatchObject({ errorId: 'GetDynamicParametersException', category: 'InvalidArgument' });
    expect(error.message).toContain('no parameters today');
  });

  it('make a command with more than 31 sets of one with fewer', () => {
    const few = declareCommand({ A: { in: { S0: '' } } });
    const many = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`P${index}`, { in: { [`S${index + 1}`]: '' } }]),
    );
    expect(outcomeOf(few, [['-P39', 'x']], offering(many))).toEqual({ set: 'S40', bound: { P39: 'x' } });
    expect(outcomeOf(few, [['-A', 'x']], offering(many))).toEqual({ set: 'S0', bound: { A: 'x' } });
  });
});
