import { expect, test } from 'vitest';
import { canBeNull } from '../../../../packages/core/src/bind/convert/can-be-null.js';
import { nullable } from '../../../../packages/core/src/declare/types/collection-types.js';
import { enumOf } from '../../../../packages/core/src/declare/types/enum-of.js';
import { Int32 } from '../../../../packages/core/src/declare/types/number-types.js';
import { Switch } from '../../../../packages/core/src/declare/types/simple-types.js';
import { typeOf } from '../../../../packages/core/src/declare/types/type-of.js';
import type { TypeSpecifier } from '../../../../packages/core/src/declare/types/type-specifier.js';

test.each<[TypeSpecifier, boolean]>([
  [String, true],
  [Object, true],
  [[Int32], true],
  [URL, true],
  [nullable(Int32), true],
  [Int32, false],
  [Boolean, false],
  [Switch, false],
  [Date, false],
  [enumOf(['A']), false],
])('%o can be null: %s', (specifier, expected) => {
  expect(canBeNull(typeOf(specifier))).toBe(expected);
});
