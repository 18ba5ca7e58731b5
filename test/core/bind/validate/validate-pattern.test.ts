import { test } from 'vitest';
import { expectPassed, expectRefused } from './refusing.js';

test.each<[RegExp, unknown]>([
  [/^a\d+$/i, 'A1'],
  [/b/, 'xxbxx'],
  [/^\d\d$/, 12],
  [/^a/, ['a', 'ab']],
])('%s is found in %o', (pattern, value) => {
  expectPassed({ kind: 'ValidatePattern', pattern }, value);
});

test.each<[RegExp, unknown, string]>([
  [/^A/, 'a', 'ValidatePatternFailure'],
  [/^a/, ['a', 'b'], 'ValidatePatternFailure'],
  [/^a/, null, 'ArgumentIsEmpty'],
])('%s is not found in %o', (pattern, value, innerId) => {
  expectRefused({ kind: 'ValidatePattern', pattern }, value, innerId);
});

test('The answer does not depend on the value before', () => {
  const rule = { kind: 'ValidatePattern', pattern: /a/g } as const;
  expectPassed(rule, 'a');
  expectPassed(rule, 'a');
  expectPassed(rule, ['a', 'a', 'a']);
});

test('A message of the author has the text and the pattern in its places', () => {
  const rule = { kind: 'ValidatePattern', pattern: /^a/, errorMessage: '<{0}> must match <{1}>{2}' } as const;
  expectRefused(rule, 'b', 'ValidatePatternFailure', '<b> must match <^a>{2}');
});
