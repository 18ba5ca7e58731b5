/**
 * Reads the text of a number exactly, in three steps: sign and form (decimal, hexadecimal, binary), the type suffix
 * (`l`, `u`, `y` …), the multiplier (`kb` … `pb`). The value is kept as a whole number and a count of decimal places,
 * so that `1.10`, thirty digits or `1.5kb` lose nothing before the target type is known.
 */
export interface NumberText {
  /** The value is `digits / 10^places`, the multiplier not yet applied. */
  readonly digits: bigint;
  /** Negative for a positive exponent. */
  readonly places: number;
  readonly multiplier: bigint;
  /** The decimal text, as `Number` reads it; empty for hexadecimal and binary text. */
  readonly decimal: string;
  /** Limits of the type that a suffix names. */
  readonly limits: readonly [bigint, bigint] | undefined;
}

/** What {@link readNumberText} accepts besides plain numbers. */
export interface NumberTextRules {
  /** `#1F` and `&h1F` are hexadecimal too. */
  readonly hashHexadecimal: boolean;
  /** Commas anywhere behind the first digit are skipped, and the top bit of hexadecimal and binary text is a sign. */
  readonly historical: boolean;
  /** Bits of the target type if it is signed, for the historical sign bit. */
  readonly signedBits?: number;
}

/** The number that a text without surrounding blanks means; undefined if it is none. */
export function readNumberText(text: string, rules: NumberTextRules): NumberText | undefined {
  return readRadix(text, rules) ?? readDecimal(text, rules);
}

/** Whether the number is too long to be written out. */
export function isTooLong(text: NumberText): boolean {
  return Math.abs(text.places) > LONGEST;
}

/** The value of a number's text as a `number`, rounded once. */
export function toNumber(text: NumberText): number {
  return (text.decimal === '' ? Number(text.digits) : Number(text.decimal)) * Number(text.multiplier);
}

const MULTIPLIERS: Readonly<Record<string, bigint>> = {
  kb: 1024n,
  mb: 1024n ** 2n,
  gb: 1024n ** 3n,
  tb: 1024n ** 4n,
  pb: 1024n ** 5n,
};
const SUFFIX_LIMITS: Readonly<Record<string, readonly [bigint, bigint]>> = {
  l: [-(2n ** 63n), 2n ** 63n - 1n],
  ul: [0n, 2n ** 64n - 1n],
  u: [0n, 2n ** 64n - 1n],
  s: [-(2n ** 15n), 2n ** 15n - 1n],
  us: [0n, 2n ** 16n - 1n],
  y: [-128n, 127n],
  uy: [0n, 255n],
};
const TAIL = '(u?[lsy]|u|n)?([kmgtp]b)?$';
const HEXADECIMAL = new RegExp(`^([+-]?)(?:0x|(#|&h))([0-9a-f]+?)${TAIL}`, 'i');
const BINARY = new RegExp(`^([+-]?)0b([01]+)${TAIL}`, 'i');
const DECIMAL = new RegExp(`^([+-]?)(\\d*)(?:\\.(\\d*))?(?:e([+-]?\\d+))?(d)?${TAIL}`, 'i');
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?(?:e[+-]?\d+)?$/i;
const LOOSELY_GROUPED = /^[+-]?\d[\d,]*(?:\.\d*)?(?:e[+-]?\d+)?$/i;
/** More decimal places than any type of ours has; to write them out would fill the memory. */
const LONGEST = 5_000;

function readRadix(text: string, rules: NumberTextRules): NumberText | undefined {
  const hexadecimal = HEXADECIMAL.exec(text);
  const [, sign = '', prefix, digits = '', suffix, multiplier] = hexadecimal ?? withoutPrefix(BINARY.exec(text));
  if (digits === '' || (prefix !== undefined && !rules.hashHexadecimal)) return undefined;
  const bitsPerDigit = hexadecimal === null ? 1 : 4;
  let magnitude = BigInt(`${hexadecimal === null ? '0b' : '0x'}${digits}`);
  if (rules.historical && rules.signedBits !== undefined) {
    magnitude = withSignBit(magnitude, digits.length * bitsPerDigit, bitsPerDigit, rules.signedBits);
  }
  return {
    digits: sign === '-' ? -magnitude : magnitude,
    places: 0,
    multiplier: multiplierOf(multiplier),
    decimal: '',
    limits: suffix === undefined ? undefined : SUFFIX_LIMITS[suffix.toLowerCase()],
  };
}

/** Gives the groups of a binary match the places that they have in a hexadecimal one. */
function withoutPrefix(match: RegExpExecArray | null): readonly (string | undefined)[] {
  return match === null ? [] : [match[0], match[1], undefined, ...match.slice(2)];
}

/** The width at which the top bit is a sign: a full width of the notation, or the target type's own. */
function withSignBit(magnitude: bigint, bits: number, bitsPerDigit: number, targetBits: number): bigint {
  const widths = bitsPerDigit === 4 ? [32, 64] : [8, 16, 32, 64];
  const width = [...widths, targetBits].find((candidate) => candidate === bits);
  return width === undefined ? magnitude : BigInt.asIntN(width, magnitude);
}

function readDecimal(text: string, rules: NumberTextRules): NumberText | undefined {
  const plain = text.includes(',') ? withoutCommas(text, rules) : text;
  const match = plain === undefined ? null : DECIMAL.exec(plain);
  if (match === null) return undefined;
  const [, sign = '', whole = '', fraction = '', exponentText = '0', decimalSuffix, suffix, multiplier] = match;
  if (whole === '' && fraction === '') return undefined;
  if (decimalSuffix !== undefined && suffix !== undefined) return undefined;
  const exponent = Number(exponentText);
  const magnitude = BigInt(whole + fraction);
  return {
    digits: sign === '-' ? -magnitude : magnitude,
    places: fraction.length - exponent,
    multiplier: multiplierOf(multiplier),
    decimal: `${sign}${whole || '0'}.${fraction || '0'}e${exponentText}`,
    limits: suffix === undefined ? undefined : SUFFIX_LIMITS[suffix.toLowerCase()],
  };
}

function withoutCommas(text: string, rules: NumberTextRules): string | undefined {
  return (rules.historical ? LOOSELY_GROUPED : GROUPED).test(text) ? text.replaceAll(',', '') : undefined;
}

function multiplierOf(suffix: string | undefined): bigint {
  return suffix === undefined ? 1n : (MULTIPLIERS[suffix.toLowerCase()] ?? 1n);
}
