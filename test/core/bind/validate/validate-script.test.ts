import { expect, test } from 'vitest';
import { validateArgument } from '../../../../packages/core/src/bind/validate/validate-argument.js';
import { validatedBy } from './parameter-with.js';
import { expectPassed, expectRefused } from './refusing.js';

const aboveOne = { kind: 'ValidateScript', script: (element: unknown) => Number(element) > 1 } as const;
const itself = { kind: 'ValidateScript', script: (element: unknown) => element } as const;
const boom = () => {
  throw new Error('boom');
};

test('A script is asked for each element, and its result is a matter of truth', () => {
  expectPassed(aboveOne, 2);
  expectPassed(aboveOne, [2, 3]);
  expectPassed(itself, 'False');
  expectRefused(aboveOne, [2, 1, 0], 'ValidateScriptFailure', /value "1"/);
  expectRefused(itself, 0, 'ValidateScriptFailure');
  expectRefused(itself, null, 'ArgumentIsEmpty');
});

test('The error shows the script, or says what the author says', () => {
  expectRefused(aboveOne, 1, 'ValidateScriptFailure', /Number\(element\) > 1/);
  expectRefused({ ...aboveOne, errorMessage: 'Too low: {0}' }, 1, 'ValidateScriptFailure', 'Too low: 1');
});

test('What a script throws is the reason', () => {
  const attempt = () => validateArgument('x', validatedBy({ kind: 'ValidateScript', script: boom }));
  expect(attempt).toThrow('boom');
  expect(attempt).toThrow(
    expect.objectContaining({ errorId: 'ParameterArgumentValidationError', cause: new Error('boom') }) as Error,
  );
});

test('A promise is no answer', () => {
  const rule = { kind: 'ValidateScript', script: () => Promise.resolve(false) } as const;
  expectRefused(rule, 1, 'ValidateScriptFailure', /must be synchronous/);
});

test("An author's rule sees the whole value, and refuses by false or by throwing", () => {
  const sorted = {
    kind: 'Validate',
    name: 'ValidateSorted',
    validate: (value: unknown) => String(value) === String([...(value as number[])].sort()),
  } as const;
  expectPassed(sorted, [1, 2]);
  expectRefused(sorted, [2, 1], 'ValidateSortedFailure', /ValidateSorted refuses/);
  expectPassed({ kind: 'Validate', name: 'Nothing', validate: () => undefined }, [2, 1]);
  expect(() => validateArgument(1, validatedBy({ kind: 'Validate', name: 'Boom', validate: boom }))).toThrow('boom');
});
