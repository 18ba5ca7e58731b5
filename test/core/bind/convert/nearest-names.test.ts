import { expect, test } from 'vitest';
import { nearestNames } from '../../../../packages/core/src/bind/convert/nearest-names.js';

test.each([
  ['strng', ['string', 'int', 'sprint'], ['string']],
  ['NAEM', ['Name', 'Size'], []],
  ['nme', ['Name', 'Size'], ['Name']],
  ['citi', ['City', 'Cite', 'Cities'], ['City', 'Cite']],
  ['zzzz', ['Name'], []],
])('Nearest to %s among %j: %j', (typed, names, expected) => {
  expect(nearestNames(typed, names)).toEqual(expected);
});
