import { expect, test } from 'vitest';
import { validateArgument } from '../../../../packages/core/src/bind/validate/validate-argument.js';
import type { ValidationMetadata } from '../../../../packages/core/src/declare/validation-metadata.js';
import { PipelineStoppedException } from '../../../../packages/core/src/records/exceptions.js';
import { validatedBy } from './parameter-with.js';

const lengthTwoToThree = { kind: 'ValidateLength', minLength: 2, maxLength: 3 } as const;
const beginsWithA = { kind: 'ValidatePattern', pattern: /^a/ } as const;

test('Without rules every value passes', () => {
  const value = {};
  expect(validateArgument(value, validatedBy())).toBe(value);
});

test('The first broken rule decides', () => {
  const failingIn = (...rules: readonly ValidationMetadata[]) => {
    try {
      validateArgument('bbbb', validatedBy(...rules));
      return 'passed';
    } catch (error) {
      return ((error as Error).cause as { errorId: string }).errorId;
    }
  };
  expect(failingIn(lengthTwoToThree, beginsWithA)).toBe('ValidateLengthMaxLengthFailure');
  expect(failingIn(beginsWithA, lengthTwoToThree)).toBe('ValidatePatternFailure');
});

test('A sequence that can be read once is read once for all rules, and an array takes its place', () => {
  function* numbers(): Generator<number> {
    yield 1;
    yield 2;
  }
  const rules = [
    { kind: 'ValidateCount', minCount: 2, maxCount: 2 },
    { kind: 'ValidateRange', min: 1, max: 2 },
  ] as const;
  expect(validateArgument(numbers(), validatedBy(...rules))).toEqual([1, 2]);
});

test('A rule sees what the rule before made of the value', () => {
  const set = { kind: 'ValidateSet', values: ['Low'], ignoreCase: true, canonical: true } as const;
  const script = { kind: 'ValidateScript', script: (element: unknown) => element === 'Low' } as const;
  expect(validateArgument('low', validatedBy(set, script))).toBe('Low');
});

test('A stop passes through', () => {
  const stop = new PipelineStoppedException();
  const rule = {
    kind: 'Validate',
    name: 'Stopping',
    validate: () => {
      throw stop;
    },
  } as const;
  expect(() => validateArgument(1, validatedBy(rule))).toThrow(stop);
});
