import { enumOf, nullable } from '@cmdlet/core';
import { describe, expect, it, vi } from 'vitest';
import { refusalOfAnswer } from '../../../packages/core/src/bind/refusal-of-answer.js';
import { arrayOf } from '../../../packages/core/src/declare/types/collection-types.js';
import { Int32 } from '../../../packages/core/src/declare/types/number-types.js';
import { declareParameters, type ParameterFacts } from './declare-command.js';

function refusal(facts: ParameterFacts, answer: string): string | undefined {
  const [parameter] = declareParameters({ Value: facts }, 'declared');
  return parameter === undefined ? 'no parameter' : refusalOfAnswer(parameter, answer);
}

const range = { validations: [{ kind: 'ValidateRange', min: 1, max: 9 }] } satisfies ParameterFacts;

describe('What somebody typed for a parameter', () => {
  it.each<[string, ParameterFacts, string]>([
    ['text', {}, 'Oslo'],
    ['a number', { type: Int32 }, '3'],
    ['a number in its range', { type: Int32, ...range }, '3'],
    ['an element of a list', { type: arrayOf(Int32) }, '3'],
    ['an element of a list whose length is limited', { type: arrayOf(Int32), ...count(2, 5) }, '3'],
    ['a member', { type: enumOf(['Low', 'High'], 'Level') }, 'high'],
    ['nothing, which the binder refuses', { type: Int32 }, ''],
  ])('is taken: %s', (_what, facts, answer) => {
    expect(refusal(facts, answer)).toBeUndefined();
  });

  it.each<[string, ParameterFacts, string, RegExp]>([
    ['no number', { type: Int32 }, 'abc', /"abc".*int/],
    ['a number out of its range', { type: Int32, ...range }, '12', /12.*9/],
    ['no number for a list of them', { type: arrayOf(Int32) }, 'abc', /"abc".*int/],
    ['no number for a list that may be missing', { type: nullable(arrayOf(Int32)) }, 'abc', /"abc".*int/],
    ['no member', { type: enumOf(['Low', 'High'], 'Level') }, 'Middle', /Low.*High/],
  ])('is refused: %s', (_what, facts, answer, message) => {
    expect(refusal(facts, answer)).toMatch(message);
  });

  it('is left to the binder where the author transforms it', () => {
    const transform = vi.fn((value: unknown) => value);
    const transformations = [{ transform, transformNullOptionalParameters: false }];
    expect(refusal({ type: Int32, transformations }, 'three')).toBeUndefined();
    expect(transform).not.toHaveBeenCalled();
  });
});

function count(min: number, max: number): ParameterFacts {
  return { validations: [{ kind: 'ValidateCount', minCount: min, maxCount: max }] };
}
