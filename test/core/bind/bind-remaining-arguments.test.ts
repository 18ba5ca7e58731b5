import { describe, expect, it } from 'vitest';
import { arrayOf } from '../../../packages/core/src/declare/types/collection-types.js';
import { AnyType } from '../../../packages/core/src/declare/types/simple-types.js';
import { bindCall, errorOf, outcomeOf } from './bind-call.js';
import { declareCommand } from './declare-command.js';

const texts = declareCommand({ First: { in: 'P0' }, Rest: { type: arrayOf(String), in: 'R' } });
const objects = declareCommand({ First: { in: 'P0' }, Rest: { type: arrayOf(AnyType), in: 'R' } });

describe('Remaining arguments', () => {
  it.each([
    ['texts', texts, ['a', 'b', 'c'], ['b', 'c']],
    ['a single list, which is not wrapped again', texts, ['a', ['b', 'c']], ['b', 'c']],
    ['a list and more', objects, ['a', ['b', 'c'], 'd'], [['b', 'c'], 'd']],
    ['an unknown name with its value', texts, ['a', ['-x', 1], 'b'], ['-x:', '1', 'b']],
    ['an unknown name alone', texts, ['a', '-x', 'b'], ['-x', 'b']],
    ['nothing at all, which is skipped', texts, ['a', undefined], []],
  ])('collect %s', (_, command, words, rest) => {
    expect(outcomeOf(command, words)).toMatchObject({ bound: { First: 'a', Rest: rest } });
  });

  it('leave the collecting parameter unbound where there are none', () => {
    expect(outcomeOf(texts, ['a'])).toEqual({ set: '__AllParameterSets', bound: { First: 'a' } });
  });

  it('never take part in positional binding', () => {
    const command = declareCommand({ Rest: { type: arrayOf(String), in: 'P0 R' }, Head: { in: 'P1' } });
    expect(outcomeOf(command, ['a', 'b'])).toMatchObject({ bound: { Head: 'a', Rest: ['b'] } });
  });

  it('are AmbiguousParameterSet / MetadataError for the second of two collecting parameters', () => {
    const command = declareCommand({ One: { type: AnyType, in: 'R' }, Two: { type: AnyType, in: 'R' } });
    expect(errorOf(() => bindCall(command, ['a']))).toMatchObject({
      errorId: 'AmbiguousParameterSet',
      category: 'MetadataError',
      parameterName: 'Two',
    });
  });

  it('that nobody takes are reported by the first one', () => {
    const command = declareCommand({ Only: {} });
    const error = errorOf(() => bindCall(command, ['-Onlx:1', 'x']));
    expect(error).toMatchObject({ errorId: 'NamedParameterNotFound', parameterName: 'Onlx' });
    expect(error.message).toContain('-Only');
    expect(outcomeOf(command, ['x', ['-Nope', 1]])).toBe('PositionalParameterNotFound');
  });
});
