import { expect, test } from 'vitest';
import {
  arrayOf,
  dictionaryOf,
  nullable,
  setOf,
} from '../../../../packages/core/src/declare/types/collection-types.js';
import { Int32 } from '../../../../packages/core/src/declare/types/number-types.js';
import type { ParameterType } from '../../../../packages/core/src/declare/types/parameter-type.js';

test.each<[string, ParameterType]>([
  ['string[]', arrayOf(String)],
  ['int[][]', arrayOf([Int32])],
  ['Set[string]', setOf(String)],
  ['int', nullable(Int32)],
  ['Map[string,int]', dictionaryOf(String, Int32)],
])('A collection is shown by the names of its parts: %s', (name, type) => {
  expect(type.name).toBe(name);
});
