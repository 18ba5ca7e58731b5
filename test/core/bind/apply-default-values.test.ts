import { describe, expect, it } from 'vitest';
import type { DefaultParameterValue } from '../../../packages/core/src/bind/default-parameter-values.js';
import { arrayOf } from '../../../packages/core/src/declare/types/collection-types.js';
import { Int32 } from '../../../packages/core/src/declare/types/number-types.js';
import { bindCall, errorOf, outcomeOf, recordsOf } from './bind-call.js';
import { declareCommand } from './declare-command.js';

const everySet = '__AllParameterSets';
const inSets = { A: { type: Int32, in: { S1: '' } }, B: { type: Int32, in: { S2: '' } } };

type Table = Readonly<Record<string, unknown>>;

function defaults(table: Table): { defaults: DefaultParameterValue[] } {
  return { defaults: Object.entries(table).map(([parameter, value]) => ({ parameter, value })) };
}

describe('Default values of the user', () => {
  it('choose a parameter set', () => {
    expect(outcomeOf(declareCommand(inSets), [], defaults({ B: 1 }))).toEqual({ set: 'S2', bound: { B: 1 } });
  });

  it('are all left out where they have no set in common, and tried again for the default set', () => {
    expect(outcomeOf(declareCommand(inSets), [], defaults({ A: 1, B: 1 }))).toBe('AmbiguousParameterSet');
    const command = declareCommand(inSets, { defaultParameterSetName: 'S1' });
    expect(outcomeOf(command, [], defaults({ A: 1, B: 1 }))).toEqual({ set: 'S1', bound: { A: 1 } });
  });

  const command = declareCommand({ Name: { aliases: ['Label'] }, Count: { type: Int32 }, Counted: {} });

  it.each<[Table, Table, string]>([
    [{ Label: 'd' }, { Name: 'd' }, 'by alias'],
    [{ 'na*': 'd' }, { Name: 'd' }, 'by wildcard'],
    [{ Nam: 'd' }, {}, 'not by abbreviation'],
    [{ Count: '7' }, { Count: 7 }, 'converted'],
    [{ Name: () => 'f' }, { Name: 'f' }, 'computed'],
    [{ Name: () => undefined }, {}, 'computed as nothing'],
  ])('%j bind %j: %s', (table, bound) => {
    expect(outcomeOf(command, [], defaults(table))).toEqual({ set: everySet, bound });
  });

  it('give way to what was given', () => {
    expect(outcomeOf(command, ['-Name', 'given'], defaults({ Name: 'd' }))).toEqual({
      set: everySet,
      bound: { Name: 'given' },
    });
  });

  it.each<[Table, string]>([
    [{ Count: null }, 'a value that does not bind'],
    [{ Name: 'a', Label: 'b' }, 'different values for one parameter'],
    [{ 'Count*': 1 }, 'a wildcard that fits several parameters'],
  ])('%j is a warning and binds nothing: %s', (table) => {
    const { binding } = bindCall(command, [], defaults(table));
    expect(binding.boundParameters).toEqual({});
    expect(binding.takeWarnings()).toHaveLength(1);
    expect(binding.takeWarnings()).toEqual([]);
  });

  it('accept the same value twice for one parameter', () => {
    expect(outcomeOf(command, [], defaults({ Name: 'a', Label: 'a' }))).toEqual({
      set: everySet,
      bound: { Name: 'a' },
    });
  });

  it('hand warnings over where binding fails', () => {
    const mandatory = declareCommand({ Name: { in: 'M' } });
    const warnings: unknown[] = [];
    const facts = {
      ...defaults({ Name: '' }),
      warnOfFailed: (list: readonly unknown[]) => void warnings.push(...list),
    };
    expect(outcomeOf(mandatory, [], facts)).toBe('MissingMandatoryParameter');
    expect(warnings).toHaveLength(1);
  });

  it('call a function with the names of what is bound so far', () => {
    const mixed = declareCommand({ First: { in: 'P0' }, Second: {}, List: { type: arrayOf(String) }, Last: {} });
    const seen: unknown[] = [];
    bindCall(
      mixed,
      ['x', ['-Second', 'y']],
      defaults({ List: ['d'], Last: (soFar: unknown) => void seen.push(soFar) }),
    );
    expect(seen[0]).toEqual({
      boundParameters: ['Second', 'First', 'List'],
      boundPositionalParameters: ['First'],
      boundDefaultParameters: ['List'],
    });
  });

  it('let the error of a function through as it is', () => {
    const failing = () => {
      throw new RangeError('no default');
    };
    expect(() => bindCall(command, [], defaults({ Name: failing }))).toThrow(RangeError);
  });

  it('extend the message of a later error, which keeps its id', () => {
    const error = errorOf(() => bindCall(command, ['-Nope', 1], defaults({ Count: 1 })));
    expect(error.errorId).toBe('NamedParameterNotFound');
    expect(error.message).toContain('Count came from PSDefaultParameterValues');
  });
});

describe('Default values for parameters that take pipeline input', () => {
  const piped = declareCommand({ In: { type: Int32, in: 'V' }, Name: { in: 'N' } });

  it('lose against the record, and apply to records that leave the parameter unbound', () => {
    const records = [{ in: 5, name: 'n' }, 5, 'x'];
    const command = declareCommand({ In: { type: Int32, in: 'V N' }, Name: { in: 'N' } });
    expect(recordsOf(command, records, [], defaults({ In: 1, Name: 'd' }))).toEqual([
      { set: everySet, bound: { In: 5, Name: 'n' } },
      { set: everySet, bound: { In: 5, Name: 'd' } },
      'InputObjectNotBound',
    ]);
  });

  it('are taken at once where a mandatory parameter would have to be asked for', () => {
    const command = declareCommand(
      { Key: { in: { S1: 'M', S2: 'N' } }, In: { type: Int32, in: { S1: 'V' } } },
      { defaultParameterSetName: 'S1' },
    );
    expect(recordsOf(command, [3], [], defaults({ Key: 'k' }))).toEqual([{ set: 'S1', bound: { Key: 'k', In: 3 } }]);
  });

  it('switch input off when PowerShell is to be followed', () => {
    const facts = { ...defaults({ In: 1 }), historical: { defaultsBlockInput: true } };
    expect(recordsOf(piped, [5], [], facts)).toEqual(['InputObjectNotBound']);
  });
});
