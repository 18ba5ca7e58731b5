import { expect, test } from 'vitest';
import {
  Byte,
  Int16,
  Int32,
  Int64,
  rounding,
  SByte,
  UInt16,
  UInt32,
  UInt64,
} from '../../../../packages/core/src/declare/types/number-types.js';

test.each([
  [SByte, -128, 127],
  [Byte, 0, 255],
  [Int16, -32_768, 32_767],
  [UInt16, 0, 65_535],
  [Int32, -2_147_483_648, 2_147_483_647],
  [UInt32, 0, 4_294_967_295],
  [Int64, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  [UInt64, 0, Number.MAX_SAFE_INTEGER],
])('$name holds whole numbers between its limits', (type, min, max) => {
  expect(type).toMatchObject({ kind: 'integer', min, max });
});

test('Rounding makes a type of its own and leaves the given one alone', () => {
  expect(rounding(Int32)).toEqual({ ...Int32, fractions: 'halfToEven' });
  expect(Int32).not.toHaveProperty('fractions');
});
