import { expect } from 'vitest';
import { validateArgument } from '../../../../packages/core/src/bind/validate/validate-argument.js';
import type { ValidationMetadata } from '../../../../packages/core/src/declare/validation-metadata.js';
import { validatedBy } from './parameter-with.js';

/** Asserts that a rule lets a value pass unchanged. */
export function expectPassed(rule: ValidationMetadata, value: unknown): void {
  expect(validateArgument(value, validatedBy(rule))).toBe(value);
}

/** Asserts that a rule refuses a value, with the id of the broken rule inside. */
export function expectRefused(
  rule: ValidationMetadata,
  value: unknown,
  innerId: string,
  message: string | RegExp = /./,
): void {
  const attempt = () => validateArgument(value, validatedBy(rule));
  expect(attempt).toThrow(message);
  expect(attempt).toThrow(
    expect.objectContaining({
      name: 'ParameterBindingValidationException',
      errorId: 'ParameterArgumentValidationError',
      category: 'InvalidData',
      parameterName: 'Value',
      cause: expect.objectContaining({ name: 'ValidationMetadataException', errorId: innerId }) as Error,
    }) as Error,
  );
}
