import { test } from 'vitest';
import { expectPassed, expectRefused } from './refusing.js';

const rule = { kind: 'ValidateLength', minLength: 2, maxLength: 4 } as const;

test.each<[unknown]>([['ab'], ['abcd'], ['🙂'], [['ab', 'abc']], [[]]])('%j passes', (value) => {
  expectPassed(rule, value);
});

test.each<[unknown, string, string]>([
  ['a', 'ValidateLengthMinLengthFailure', 'has 1 characters and needs at least 2'],
  ['abcde', 'ValidateLengthMaxLengthFailure', 'has 5 characters and may have at most 4'],
  [['ab', 'a', 'abcde'], 'ValidateLengthMinLengthFailure', 'has 1'],
  [null, 'ArgumentIsEmpty', 'null'],
  [['ab', null], 'ValidateLengthNotString', 'null'],
  [123, 'ValidateLengthNotString', 'Number'],
])('%j is refused as %s', (value, innerId, message) => {
  expectRefused(rule, value, innerId, message);
});
