import { describe, expect, it } from 'vitest';
import { Int32 } from '../../../packages/core/src/declare/types/number-types.js';
import { BooleanType, Switch } from '../../../packages/core/src/declare/types/simple-types.js';
import { bindCall, errorOf, outcomeOf } from './bind-call.js';
import { declareCommand } from './declare-command.js';

const command = declareCommand({
  Name: { in: 'P0' },
  Force: { type: Switch },
  On: { type: BooleanType },
  Count: { type: Int32 },
});
const set = '__AllParameterSets';

describe('Giving names their values', () => {
  it.each<[unknown[], object, string]>([
    [['-Name', 'x'], { Name: 'x' }, 'the next word is the value'],
    [['-Force', 'x'], { Force: true, Name: 'x' }, 'a switch stands alone'],
    [['-Name:x', '-Force'], { Name: 'x', Force: true }, 'a name may own its value'],
    [['-On', true], { On: true }, 'a boolean takes the next word'],
  ])('binds %j to %j: %s', (words, bound) => {
    expect(outcomeOf(command, words)).toEqual({ set, bound });
  });

  it.each([
    [['-Name'], 'no word follows'],
    [['-On'], 'only switches may stand alone'],
    [['-Name', '-Force'], 'a name of a parameter follows'],
    [['-Name', '-Nope:1'], 'a name that owns a value follows'],
    [['-Name', '-zzz'], 'an unknown name follows'],
    [['-Count:abc', '-Name'], 'names are paired before any value is bound'],
  ])('is MissingArgument for %j: %s', (words) => {
    expect(outcomeOf(command, words)).toBe('MissingArgument');
  });

  it('says which type is missing, and that an unknown name was no value', () => {
    const error = errorOf(() => bindCall(command, ['-Name', '-Forse']));
    expect(error).toMatchObject({ errorId: 'MissingArgument', parameterName: 'Name', parameterType: 'string' });
    expect(error.message).toContain('-Name:-Forse');
    expect(error.message).toContain('-Force');
  });

  it('reports an ambiguous name behind a name before the missing argument', () => {
    const ambiguous = declareCommand({ Path: {}, PassThru: { type: Switch }, Name: {} });
    expect(outcomeOf(ambiguous, ['-Name', '-pa'])).toBe('AmbiguousParameter');
  });

  it('takes an unknown dash word as the value when PowerShell is to be followed', () => {
    const facts = { historical: { dashWordsAsValues: true } };
    expect(outcomeOf(command, ['-Name', '-zzz'], facts)).toEqual({ set, bound: { Name: '-zzz' } });
  });
});
