import { expect, test } from 'vitest';
import { nearestNames } from '../../../../packages/core/src/bind/convert/nearest-names.js';

test.each([
  ['strng', ['string', 'int', 'sprint'], ['string']],
  ['NAEM', ['Name', 'Size'], ['Name']],
  ['NAME', ['Size', 'Name'], ['Name']],
  ['anem', ['Name'], []],
  ['Get-Porcess', ['Get-Content', 'Get-Process'], ['Get-Process']],
  ['Get-Cont', ['Get-Count', 'Get-ContentSummary', 'Set-Content'], ['Get-Count', 'Get-ContentSummary']],
  ['na', ['Name'], []],
  ['nme', ['Name', 'Size'], ['Name']],
  ['citi', ['City', 'Cite', 'Places', 'Cities'], ['City', 'Cite', 'Cities']],
  ['zzzz', ['Name'], []],
])('Nearest to %s among %j: %j', (typed, names, expected) => {
  expect(nearestNames(typed, names)).toEqual(expected);
});
