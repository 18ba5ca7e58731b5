import type { FractionRule, ParameterType, ShapeOf } from './parameter-type.js';

/** A whole number from -2147483648 to 2147483647. */
export const Int32 = integer('int', -(2 ** 31), 2 ** 31 - 1);
/** A whole number from 0 to 4294967295. */
export const UInt32 = integer('uint', 0, 2 ** 32 - 1);
/** A whole number that a `number` holds exactly: up to 2^53 - 1 on both sides of zero. Use {@link BigInteger} beyond. */
export const Int64 = integer('long', Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
/** A whole number from 0 to 2^53 - 1. Use {@link BigInteger} beyond. */
export const UInt64 = integer('ulong', 0, Number.MAX_SAFE_INTEGER);
/** A whole number from -32768 to 32767. */
export const Int16 = integer('short', -(2 ** 15), 2 ** 15 - 1);
/** A whole number from 0 to 65535. */
export const UInt16 = integer('ushort', 0, 2 ** 16 - 1);
/** A whole number from 0 to 255. */
export const Byte = integer('byte', 0, 255);
/** A whole number from -128 to 127. */
export const SByte = integer('sbyte', -128, 127);
/** Any `number`, fractions, infinities and NaN included; what the specifier `Number` means. */
export const Double: ParameterType<number> = { kind: 'number', name: 'double' };
/** A whole number of any length, held in a `bigint`; what the specifier `BigInt` means. */
export const BigInteger: ParameterType<bigint> & ShapeOf<'bigint'> = { kind: 'bigint', name: 'bigint' };

/**
 * The same whole-number type, but a fraction is rounded half to even instead of refused: 2.5 becomes 2, 3.5 becomes 4.
 *
 * @example
 * @Parameter({ type: rounding(Int32) }) count!: number;
 */
export function rounding<T extends ShapeOf<'integer' | 'bigint'>>(type: T): T & { readonly fractions: FractionRule } {
  return { ...type, fractions: 'halfToEven' };
}

function integer(name: string, min: number, max: number): ParameterType<number> & ShapeOf<'integer'> {
  return { kind: 'integer', name, min, max };
}
