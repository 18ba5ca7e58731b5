import { describe, expect, it } from 'vitest';
import { Int32, rounding } from '../../../packages/core/src/declare/types/number-types.js';
import { AnyType, Switch } from '../../../packages/core/src/declare/types/simple-types.js';
import { bindCall, errorOf, outcomeOf } from './bind-call.js';
import { declareCommand } from './declare-command.js';

const everySet = '__AllParameterSets';

function idOrName(defaultParameterSetName?: string) {
  const parameters = { Id: { type: rounding(Int32), in: { ById: 'P0' } }, Name: { in: { ByName: 'P0' } } };
  return declareCommand(parameters, { defaultParameterSetName });
}

describe('Unnamed arguments', () => {
  it.each<[string | undefined, unknown, unknown, string]>([
    [undefined, 7, { set: 'ById', bound: { Id: 7 } }, 'the exact type'],
    [undefined, 'seven', { set: 'ByName', bound: { Name: 'seven' } }, 'the exact type'],
    [undefined, '7', { set: 'ByName', bound: { Name: '7' } }, 'text is text'],
    [undefined, 2.5, 'AmbiguousParameterSet', 'both convert it'],
    ['ByName', 2.5, { set: 'ByName', bound: { Name: '2.5' } }, 'the default set converts first'],
    ['ByName', 7, { set: 'ById', bound: { Id: 7 } }, 'an exact type beats the default set'],
    ['ById', 'seven', { set: 'ByName', bound: { Name: 'seven' } }, 'the exact type'],
    ['ById', 2.5, { set: 'ById', bound: { Id: 2 } }, 'the default set converts first'],
    ['ById', null, { set: 'ByName', bound: { Name: null } }, 'a number cannot hold null'],
  ])('with the default set %s, %j gives %j: %s', (defaultSet, value, expected) => {
    expect(outcomeOf(idOrName(defaultSet), [value])).toEqual(expected);
  });

  const countAndLabel = declareCommand({ Count: { type: Int32, in: 'P0' }, Label: { in: 'P1' } });

  it.each([
    [[3, 'x'], { set: everySet, bound: { Count: 3, Label: 'x' } }],
    [['x'], 'CannotConvertArgumentNoMessage'],
    [['x', 'y'], 'CannotConvertArgumentNoMessage'],
    [[1, 'a', 'b'], 'PositionalParameterNotFound'],
  ])('binds %j to a number and a text: %j', (words, expected) => {
    expect(outcomeOf(countAndLabel, words)).toEqual(expected);
  });

  it('reports the last failure instead of the first when PowerShell is to be followed', () => {
    const facts = { historical: { lastPositionalFailure: true } };
    expect(outcomeOf(countAndLabel, ['x', 'y'], facts)).toBe('PositionalParameterNotFound');
  });

  it('carries the text of a surplus argument, $null for null', () => {
    const texts = [
      [1, 'a', 'b'],
      [1, 'a', null],
      [1, 'a', ['b', 'c']],
    ].map((words) => (errorOf(() => bindCall(countAndLabel, words)) as { parameterName?: string }).parameterName);
    expect(texts).toEqual(['b', '$null', 'b c']);
  });

  it('counts only the order of positions, negative ones too', () => {
    const command = declareCommand({ A: { in: 'P5' }, B: { in: 'P-3' }, C: { in: 'P100' } });
    expect(outcomeOf(command, ['1', '2', '3'])).toEqual({ set: everySet, bound: { B: '1', A: '2', C: '3' } });
  });

  it('skips positions whose candidates were bound by name', () => {
    const command = declareCommand({ A: { in: 'P0' }, B: { in: 'P1' } });
    expect(outcomeOf(command, ['x', ['-A', 'n']])).toEqual({ set: everySet, bound: { A: 'n', B: 'x' } });
  });

  it('binds every candidate that accepts the argument', () => {
    const command = declareCommand({ Path: { in: { P: 'P0', F: 'P1' } }, Filter: { in: { F: 'P0' } } });
    expect(outcomeOf(command, ['x'])).toEqual({ set: 'F', bound: { Path: 'x', Filter: 'x' } });
  });

  it('is AmbiguousPositionalParameterNoName when two parameters of one set have one position', () => {
    const command = declareCommand({ A: { in: 'P0' }, B: { in: 'P0' } });
    expect(outcomeOf(command, ['x'])).toBe('AmbiguousPositionalParameterNoName');
    expect(outcomeOf(command, [['-A', 'n']])).toEqual({ set: everySet, bound: { A: 'n' } });
    expect(outcomeOf(command, [['-A', 'n'], 'x'])).toEqual({ set: everySet, bound: { A: 'n', B: 'x' } });
  });

  it('does not bind a parameter with two positions twice', () => {
    const parameters = {
      Path: { in: { ByPath: 'P0', ByFilter: 'P1' } },
      Filter: { in: { ByFilter: 'P0' } },
      Depth: { type: Int32, in: { ByPath: 'P1' } },
    };
    const command = declareCommand(parameters);
    expect(outcomeOf(command, ['p', 3])).toBe('PositionalParameterNotFound');
    expect(outcomeOf(command, ['p', 3], { historical: { repeatedPositions: true } })).toEqual({
      set: 'ByFilter',
      bound: { Path: '3', Filter: 'p' },
    });
  });

  it('ends at once where a validation refuses the value, although another parameter would take it', () => {
    const command = declareCommand(
      {
        Number: { type: Int32, in: { A: 'P0' }, validations: [{ kind: 'ValidateRange', min: 1, max: 5 }] },
        Any: { type: AnyType, in: { B: 'P0' } },
      },
      { defaultParameterSetName: 'A' },
    );
    expect(outcomeOf(command, [9])).toBe('ParameterArgumentValidationError');
    expect(outcomeOf(command, ['9'])).toEqual({ set: 'B', bound: { Any: '9' } });
  });

  it('sets aside the argument directly behind an unknown name', () => {
    const command = declareCommand({ First: { in: 'P0' }, Rest: { type: AnyType, in: 'R' }, Flag: { type: Switch } });
    expect(outcomeOf(command, ['-x', 'a', 'b'])).toEqual({ set: everySet, bound: { First: 'b', Rest: ['-x', 'a'] } });
  });
});
