import { Double } from '../../declare/types/number-types.js';
import type { FractionRule, ShapeOf } from '../../declare/types/parameter-type.js';
import type { Converter } from './conversion.js';
import { type ConversionErrorId, ConversionException } from './conversion-exception.js';
import { isTooLong, type NumberText, readNumberText, toNumber } from './number-text.js';
import { refusal } from './refusal.js';
import { cannotConvertBecause, hasFraction, notANumber, outOfRange, tooLong } from './text.js';

/** Converts to a whole number within the limits of a type. */
export function integerConverter(type: ShapeOf<'integer'>): Converter {
  const { min, max } = type;
  const limits = [BigInt(min), BigInt(max)] as const;
  const signedBits = min < 0 ? (max > 2 ** 32 ? 64 : Math.log2(max + 1) + 1) : undefined;

  return (value, { options }) => {
    const historical = options.historical === true;
    const fractions = type.fractions ?? (historical ? 'halfToEven' : undefined);
    switch (typeof value) {
      case 'number':
        return fromNumber(value, fractions);
      case 'string':
        return fromText(value, fractions, historical);
      case 'boolean':
        return value ? 1 : 0;
      case 'bigint':
        if (value < limits[0] || value > limits[1]) throw outside(value);
        return Number(value);
      default:
        if (value === null || value === undefined) return 0;
        throw refusal(value, type.name);
    }
  };

  function fromNumber(value: number, fractions: FractionRule | undefined): number {
    const whole = Number.isInteger(value) || fractions === undefined ? value : halfToEven(value);
    if (!(whole >= min && whole <= max)) throw outside(value);
    if (!Number.isInteger(whole)) throw failure('InvalidCastIConvertible', value, hasFraction(type.name));
    return whole === 0 ? 0 : whole;
  }

  function fromText(value: string, fractions: FractionRule | undefined, historical: boolean): number {
    const text = value.trim();
    if (text === '') return 0;
    if (FEW_DIGITS.test(text)) return fromDigits(value, Number(text));
    const number = readNumberText(text, { hashHexadecimal: true, historical, ...(signedBits && { signedBits }) });
    if (number === undefined) throw badText(value, notANumber(text));
    if (isTooLong(number)) throw badText(value, outOfRange(type.name, min, max));
    const whole = wholeNumber(number, fractions);
    if (whole === undefined) throw badText(value, hasFraction(type.name));
    const [lowest, highest] = number.limits ?? limits;
    if (whole < limits[0] || whole > limits[1] || whole < lowest || whole > highest) {
      throw badText(value, outOfRange(type.name, min, max));
    }
    return Number(whole);
  }

  function fromDigits(value: string, whole: number): number {
    if (whole < min || whole > max) throw badText(value, outOfRange(type.name, min, max));
    return whole === 0 ? 0 : whole;
  }

  function outside(value: unknown): ConversionException {
    return failure('InvalidCastIConvertible', value, outOfRange(type.name, min, max));
  }

  function badText(value: unknown, reason: string): ConversionException {
    return failure('InvalidCastFromStringToInteger', value, reason);
  }

  function failure(errorId: ConversionErrorId, value: unknown, reason: string): ConversionException {
    return new ConversionException(errorId, cannotConvertBecause(value, type.name, reason));
  }
}

/** Converts to a `bigint`. */
export function bigintConverter(type: ShapeOf<'bigint'>): Converter {
  return (value, { options }) => {
    const historical = options.historical === true;
    const fractions = type.fractions ?? (historical ? 'cut' : undefined);
    switch (typeof value) {
      case 'bigint':
        return value;
      case 'number':
        return fromNumber(value, fractions);
      case 'string':
        return fromText(value, fractions, historical);
      case 'boolean':
        return value ? 1n : 0n;
      default:
        if (value === null || value === undefined) return 0n;
        throw refusal(value, type.name);
    }
  };

  function fromNumber(value: number, fractions: Fractions): bigint {
    if (Number.isInteger(value)) return BigInt(value);
    if (Number.isFinite(value) && fractions !== undefined) {
      return BigInt(fractions === 'cut' ? Math.trunc(value) : halfToEven(value));
    }
    const reason = Number.isFinite(value) ? hasFraction(type.name) : notANumber(String(value));
    throw new ConversionException('InvalidCastIConvertible', cannotConvertBecause(value, type.name, reason));
  }

  function fromText(value: string, fractions: Fractions, historical: boolean): bigint {
    const text = value.trim();
    if (text === '') return 0n;
    const number = readNumberText(text, { hashHexadecimal: true, historical, signedBits: 64 });
    if (number === undefined) throw badText(value, notANumber(text));
    if (isTooLong(number)) throw badText(value, tooLong(type.name));
    const whole = wholeNumber(number, fractions);
    if (whole === undefined) throw badText(value, hasFraction(type.name));
    return whole;
  }

  function badText(value: string, reason: string): ConversionException {
    return new ConversionException('InvalidCastFromStringToInteger', cannotConvertBecause(value, type.name, reason));
  }
}

/** Converts to a `number` of any kind. */
export const toDouble: Converter = (value, { options }) => {
  switch (typeof value) {
    case 'number':
      return value;
    case 'string':
      return doubleFromText(value, options.historical === true);
    case 'bigint':
      return Number(value);
    case 'boolean':
      return value ? 1 : 0;
    default:
      if (value === null || value === undefined) return 0;
      throw refusal(value, Double.name);
  }
};

/** Digits that a `number` holds exactly: nearly all texts of whole numbers. */
const FEW_DIGITS = /^[+-]?\d{1,15}$/;
const SPECIAL = /^([+-]?)(infinity|nan)$/i;

function doubleFromText(value: string, historical: boolean): number {
  const text = value.trim();
  if (text === '') return 0;
  const number = readNumberText(text, { hashHexadecimal: false, historical, signedBits: 64 });
  if (number !== undefined) {
    const { limits } = number;
    const result = toNumber(number);
    if (limits === undefined || (result >= Number(limits[0]) && result <= Number(limits[1]))) return result;
  }
  const [, sign, special] = SPECIAL.exec(text) ?? [];
  if (special !== undefined) return special.toLowerCase() === 'nan' ? NaN : sign === '-' ? -Infinity : Infinity;
  throw new ConversionException(
    'InvalidCastFromStringToDoubleOrSingle',
    cannotConvertBecause(value, Double.name, notANumber(text)),
  );
}

/** `cut` drops the fraction, as PowerShell does for bigints. */
type Fractions = FractionRule | 'cut' | undefined;

/** The whole number that a text means; undefined if it has a fraction and no rule for it. */
function wholeNumber(text: NumberText, fractions: Fractions): bigint | undefined {
  const digits = text.digits * text.multiplier;
  if (text.places <= 0) return digits * 10n ** BigInt(-text.places);
  const divisor = 10n ** BigInt(text.places);
  const whole = digits / divisor;
  const rest = digits % divisor;
  if (rest === 0n) return whole;
  if (fractions === undefined) return undefined;
  if (fractions === 'cut') return whole;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  const up = twice > divisor || (twice === divisor && whole % 2n !== 0n);
  return up ? whole + (digits < 0n ? -1n : 1n) : whole;
}

function halfToEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}
