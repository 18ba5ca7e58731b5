import { describe, test } from 'vitest';
import { expectPassed, expectRefused } from './refusing.js';

describe('ValidateNotNull', () => {
  const rule = { kind: 'ValidateNotNull' } as const;

  test.each<[unknown]>([[0], [''], [[]], [['', 0]], [{}]])('takes %j', (value) => {
    expectPassed(rule, value);
  });

  test.each<[unknown]>([[null], [undefined], [[1, null]], [new Set([null])]])('refuses %o', (value) => {
    expectRefused(rule, value, 'ArgumentIsNull');
  });
});

describe('ValidateNotNullOrEmpty', () => {
  const rule = { kind: 'ValidateNotNullOrEmpty' } as const;

  test.each<[unknown]>([[' '], [0], [['a']], [{}], [new Map([[1, null]])]])('takes %o', (value) => {
    expectPassed(rule, value);
  });

  test.each<[unknown, string]>([
    [null, 'ArgumentIsNull'],
    ['', 'ArgumentIsEmpty'],
    [[], 'ArgumentIsEmpty'],
    [new Set(), 'ArgumentIsEmpty'],
    [new Map(), 'ArgumentIsEmpty'],
    [['a', null], 'ArgumentIsNull'],
    [['', 1], 'ArgumentCollectionContainsEmpty'],
  ])('refuses %o as %s', (value, innerId) => {
    expectRefused(rule, value, innerId);
  });
});

describe('ValidateNotNullOrWhiteSpace', () => {
  const rule = { kind: 'ValidateNotNullOrWhiteSpace' } as const;

  test('takes text with something in it', () => {
    expectPassed(rule, ' a ');
    expectPassed(rule, ['a', 5]);
  });

  test.each<[unknown, string]>([
    [null, 'ArgumentIsNull'],
    ['', 'ArgumentIsEmptyOrWhiteSpace'],
    [' \t', 'ArgumentIsEmptyOrWhiteSpace'],
    [['a', ' '], 'ArgumentCollectionContainsEmptyOrWhiteSpace'],
    [[null], 'ArgumentIsNull'],
    [[], 'ArgumentIsEmpty'],
  ])('refuses %j as %s', (value, innerId) => {
    expectRefused(rule, value, innerId);
  });
});
