import { expect, test } from 'vitest';
import { validateArgument } from '../../../../packages/core/src/bind/validate/validate-argument.js';
import { validatedBy } from './parameter-with.js';
import { expectPassed, expectRefused } from './refusing.js';

const levels = { kind: 'ValidateSet', values: ['Low', 'High'], ignoreCase: true, canonical: false } as const;

test.each<[unknown]>([['low'], ['High'], [['LOW', 'high']], [[]]])('%j passes as it is', (value) => {
  expectPassed(levels, value);
});

test('An element is compared by its text', () => {
  expectPassed({ ...levels, values: ['1', '02'] }, 1);
  expectPassed({ ...levels, values: ['', 'a'] }, '');
  expectRefused({ ...levels, values: ['1', '02'] }, 2, 'ValidateSetFailure');
});

test.each<[unknown, string]>([
  ['Mid', 'ValidateSetFailure'],
  [['low', 'mid'], 'ValidateSetFailure'],
  [null, 'ArgumentIsEmpty'],
  [['low', null], 'ArgumentIsEmpty'],
])('%j is refused as %s', (value, innerId) => {
  expectRefused(levels, value, innerId);
});

test('The error lists the values, or says what the author says', () => {
  expectRefused(levels, 'Mid', 'ValidateSetFailure', /"Mid" is not one of: Low,High/);
  expectRefused({ ...levels, errorMessage: '{0} not in {1}' }, 'q', 'ValidateSetFailure', 'q not in Low,High');
});

test('The error tells which value was meant', () => {
  expectRefused(levels, 'hgih', 'ValidateSetFailure', /Low,High\. Did you mean High\?/);
});

test('Case counts where it is declared to', () => {
  expectRefused({ ...levels, ignoreCase: false }, 'low', 'ValidateSetFailure');
});

test('Values may be generated when they are needed', () => {
  expectPassed({ ...levels, values: () => ['a'] }, 'A');
  expectRefused({ ...levels, values: () => null }, 'a', 'ValidateSetGeneratedValidValuesListIsNull');
});

test.each<[unknown, unknown]>([
  ['low', 'Low'],
  [
    ['low', 'HIGH'],
    ['Low', 'High'],
  ],
  [new Set(['low']), new Set(['Low'])],
])('A canonical set gives %o its own spelling', (value, expected) => {
  expect(validateArgument(value, validatedBy({ ...levels, canonical: true }))).toEqual(expected);
});
