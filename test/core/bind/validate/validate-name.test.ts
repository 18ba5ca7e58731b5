import { describe, test } from 'vitest';
import { expectPassed, expectRefused } from './refusing.js';

describe('ValidateDrive', () => {
  const rule = { kind: 'ValidateDrive', drives: ['C', 'Data'] } as const;

  test.each(['C:\\x', 'c:', 'data:/a/b'])('takes the path %j', (path) => {
    expectPassed(rule, path);
  });

  test.each<[unknown, string]>([
    [null, 'PathArgumentIsEmpty'],
    ['', 'PathArgumentIsEmpty'],
    [5, 'PathArgumentIsNotValid'],
    ['/a/b', 'PathArgumentNoRoot'],
    ['a/b:c', 'PathArgumentNoRoot'],
    ['D:/x', 'PathRootInvalid'],
  ])('refuses %j as %s', (path, innerId) => {
    expectRefused(rule, path, innerId);
  });
});

describe('The name of a variable', () => {
  const rule = { kind: 'ValidateVariableName' } as const;

  test.each(['errors', '+errors', 'global:errors', '+:errors', null])('may be %j', (name) => {
    expectPassed(rule, name);
  });

  test.each<[unknown, string]>([
    ['', 'ArgumentIsEmpty'],
    ['+', 'ArgumentIsEmpty'],
    ['global:', 'ArgumentIsEmpty'],
    ['env:errors', 'ArgumentNotValidVariableName'],
  ])('may not be %j: %s', (name, innerId) => {
    expectRefused(rule, name, innerId);
  });
});
