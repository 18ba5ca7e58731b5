import { describe, expect, test } from 'vitest';
import { suggestVerbs } from '../../../packages/core/src/declare/suggest-verbs.js';
import { approvedVerbs, findVerb } from '../../../packages/core/src/declare/verbs.js';

describe('The approved verbs', () => {
  test('are one hundred, in seven groups', () => {
    const counts = new Map<string, number>();
    for (const { group } of approvedVerbs()) counts.set(group, (counts.get(group) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({
      Common: 34,
      Data: 24,
      Lifecycle: 22,
      Diagnostic: 7,
      Communications: 6,
      Security: 6,
      Other: 1,
    });
  });

  test('have alias prefixes of their own', () => {
    const prefixes = approvedVerbs().map(({ aliasPrefix }) => aliasPrefix);
    expect(new Set(prefixes).size).toBe(100);
  });

  test.each([
    ['get', { verb: 'Get', aliasPrefix: 'g', group: 'Common' }],
    ['CONVERTFROM', { verb: 'ConvertFrom', aliasPrefix: 'cf', group: 'Data' }],
    ['Complete', { verb: 'Complete', aliasPrefix: 'cmp', group: 'Lifecycle' }],
    ['Sort', undefined],
    ['Frobnicate', undefined],
  ])('%s is found ignoring case: %j', (name, expected) => {
    expect(findVerb(name)).toEqual(expected);
  });
});

describe('Suggestions', () => {
  test.each([
    ['Delete', ['Remove']],
    ['CREATE', ['New']],
    ['change', ['Convert', 'Edit', 'Rename']],
    ['release', ['Clear', 'Install', 'Publish', 'Unlock']],
    ['Frobnicate', []],
    ['get', []],
    ['constructor', []],
  ])('for %s are %j', (verb, expected) => {
    expect(suggestVerbs(verb)).toEqual(expected);
  });

  test.each(['name', 'salvage'])('for %s are none: what PowerShell says there is odd', (verb) => {
    expect(suggestVerbs(verb)).toEqual([]);
  });

  test.each([
    ['insert', ['Add']],
    ['input', ['ConvertTo']],
  ])('for %s leave out Unregister', (verb, expected) => {
    expect(suggestVerbs(verb)).toEqual(expected);
  });
});
