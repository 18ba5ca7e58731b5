/**
 * A number by a format of PowerShell's: a letter with digits (`N2`, `F0`, `P1`, `X4`, `D5`, `E3`, `C`, `G`) or a pattern
 * (`0.00`, `#,##0`, `000`, `0%`). Signs and separators are those of en-US, whatever the machine's culture.
 *
 * @throws RangeError for a letter that is no format of the number
 */
export function numberText(value: number | bigint, format: string): string {
  const match = /^([a-zA-Z])(\d{0,9})$/.exec(format);
  if (typeof value === 'number' && !Number.isFinite(value)) return specialText(value);
  if (match === null) return format === '' ? String(value) : patternText(value, format);
  const [, letter = '', digits = ''] = match;
  return standardText(value, letter, digits === '' ? undefined : Number(digits));
}

function specialText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  return value > 0 ? '∞' : '-∞';
}

/** Digits behind the point where a number with a fraction stands in a cell, and where a format names none. */
export const DEFAULT_DIGITS = 3;

function standardText(value: number | bigint, letter: string, digits: number | undefined): string {
  switch (letter.toUpperCase()) {
    case 'N':
      return grouped(fixed(value, digits ?? DEFAULT_DIGITS));
    case 'F':
      return fixed(value, digits ?? DEFAULT_DIGITS);
    case 'P':
      return `${grouped(fixed(times100(value), digits ?? DEFAULT_DIGITS))}%`;
    case 'C': {
      const amount = grouped(fixed(value, digits ?? 2));
      return amount.startsWith('-') ? `-$${amount.slice(1)}` : `$${amount}`;
    }
    case 'D':
      return signed(whole(value).toString(), digits ?? 0);
    case 'X': {
      const text = BigInt.asUintN(whole(value) < -0x80000000n ? 64 : 32, whole(value)).toString(16);
      const positive = whole(value) >= 0n ? whole(value).toString(16) : text;
      return inCaseOf(letter, positive.padStart(digits ?? 0, '0'));
    }
    case 'B':
      return whole(value)
        .toString(2)
        .padStart(digits ?? 0, '0');
    case 'E':
      return inCaseOf(letter, withExponent(Number(value).toExponential(digits ?? 6), 3));
    case 'G':
      return general(value, digits ?? 0);
    case 'R':
      return general(value, 0);
    default:
      throw new RangeError(`'${letter}' is no format of a number.`);
  }
}

/** Rounds a tie to the even digit, as the digits of a double are made. */
export function fixed(value: number | bigint, digits: number): string {
  if (typeof value === 'bigint') return digits === 0 ? String(value) : `${value}.${'0'.repeat(digits)}`;
  if (Number.isInteger(value)) return fixed(BigInt(value), digits);
  if (digits === DEFAULT_DIGITS && Math.abs(value) < SMALL) {
    const text = inThousandths(value);
    if (text !== undefined) return text;
  }
  const places = Math.min(digits, 100);
  const scaled = value * 10 ** places;
  return scaled - Math.floor(scaled) === 0.5 ? tieToEven(value, places) : value.toFixed(places);
}

const SMALL = 1e9;

/** The usual case without big arithmetic: three digits, nowhere near a tie. */
function inThousandths(value: number): string | undefined {
  const scaled = Math.abs(value) * 1000;
  const below = Math.floor(scaled);
  const rest = scaled - below;
  if (Math.abs(rest - 0.5) < 1e-4) return undefined;
  const thousandths = rest < 0.5 ? below : below + 1;
  const whole = Math.floor(thousandths / 1000);
  const digits = thousandths - whole * 1000;
  const zeros = digits < 10 ? '00' : digits < 100 ? '0' : '';
  return `${value < 0 ? '-' : ''}${whole}.${zeros}${digits}`;
}

/** What looks like a tie after a multiplication need not be one: its exact digits tell. */
function tieToEven(value: number, places: number): string {
  const exact = value.toFixed(Math.min(places + 30, 100));
  const end = exact.indexOf('.') + 1 + places;
  const down = places === 0 ? exact.slice(0, end - 1) : exact.slice(0, end);
  const isTie = /^50*$/.test(exact.slice(end));
  return isTie && Number(down.at(-1)) % 2 === 0 ? down : value.toFixed(places);
}

function times100(value: number | bigint): number | bigint {
  if (typeof value === 'bigint') return value * 100n;
  // As a person multiplies: 0.256 is 25.6 percent, not 25.6000000000000005.
  return Number.parseFloat((value * 100).toPrecision(15));
}

function grouped(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const withCommas = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? withCommas : `${withCommas}.${fraction}`;
}

function whole(value: number | bigint): bigint {
  if (typeof value === 'bigint') return value;
  if (!Number.isInteger(value)) throw new RangeError('Only whole numbers have this format.');
  return BigInt(value);
}

function signed(text: string, digits: number): string {
  return text.startsWith('-') ? `-${text.slice(1).padStart(digits, '0')}` : text.padStart(digits, '0');
}

function inCaseOf(letter: string, text: string): string {
  return letter === letter.toUpperCase() ? text.toUpperCase() : text.toLowerCase();
}

function withExponent(text: string, digits: number): string {
  return text.replace(
    /e([+-])(\d+)$/,
    (_, sign: string, exponent: string) => `E${sign}${exponent.padStart(digits, '0')}`,
  );
}

function general(value: number | bigint, digits: number): string {
  if (typeof value === 'bigint' || digits === 0) {
    const text = String(value);
    return text.includes('e') ? withExponent(text, 2) : text;
  }
  const precise = Number.parseFloat(value.toPrecision(Math.min(digits, 100)));
  const exponent = Math.floor(Math.log10(Math.abs(precise)));
  return exponent >= digits || exponent < -5 ? withExponent(precise.toExponential(), 2) : String(precise);
}

/** Custom patterns: `0` a digit always, `#` if there is one, `,` groups, `%` percent, `;` for negatives and zero. */
function patternText(value: number | bigint, pattern: string): string {
  const sections = sectionsOf(pattern);
  const number = Number(value);
  const negative = number < 0;
  const section =
    (number === 0 ? sections[2] : negative && sections[1] !== '' ? sections[1] : undefined) ?? sections[0] ?? '';
  const ownSign = negative && (sections[1] === undefined || sections[1] === '');
  const text = sectionText(value, section);
  return ownSign && /[1-9]/.test(text) ? `-${text}` : text;
}

function sectionsOf(pattern: string): string[] {
  return (pattern.match(/(?:'[^']*'|"[^"]*"|\\.|[^;])+|(?<=;)(?=;|$)/g) ?? ['']).slice(0, 3);
}

const PIECES = /'[^']*'|"[^"]*"|\\.|[0#.,]+(?:[eE][+-]?0+)?|%|[^0#.,'"\\%]+/g;

function sectionText(value: number | bigint, section: string): string {
  const pieces: readonly string[] = section.match(PIECES) ?? [];
  const isDigits = (piece: string): boolean => /^[0#.,]/.test(piece);
  const mask = pieces.filter(isDigits).join('');
  const scaled = pieces.includes('%') ? times100(value) : value;
  const magnitude = typeof scaled === 'bigint' ? (scaled < 0n ? -scaled : scaled) : Math.abs(scaled);
  const exponent = /[eE]([+-]?)(0+)$/.exec(mask);
  const digits = exponent === null ? maskedText(magnitude, mask) : exponentText(Number(magnitude), mask, exponent);
  let placed = false;
  return pieces
    .map((piece) => {
      if (isDigits(piece)) {
        if (placed) return '';
        placed = true;
        return digits;
      }
      if (/^['"]/.test(piece)) return piece.slice(1, -1);
      return piece.startsWith('\\') ? piece.slice(1) : piece;
    })
    .join('');
}

function maskedText(value: number | bigint, mask: string): string {
  const [wholeMask = '', fractionMask = ''] = mask.split('.');
  const scaleDown = /,+$/.exec(wholeMask)?.[0].length ?? 0;
  const scaled = scaleDown === 0 ? value : Number(value) / 1000 ** scaleDown;
  const [wholeDigits = '', fractionDigits = ''] = fixed(scaled, fractionMask.length).split('.');
  const least = wholeMask.replace(/[^0#]/g, '').replace(/^#+/, '').length;
  const bare = wholeDigits === '0' && least === 0 ? '' : wholeDigits.padStart(least, '0');
  const groups = /[0#],+[0#]/.test(wholeMask) ? grouped(bare) : bare;
  const needed = fractionMask.lastIndexOf('0') + 1;
  let fraction = fractionDigits;
  while (fraction.length > needed && fraction.endsWith('0')) fraction = fraction.slice(0, -1);
  return fraction === '' ? groups : `${groups}.${fraction}`;
}

function exponentText(value: number, mask: string, [all, sign, zeros = '']: RegExpExecArray): string {
  const fraction = (mask.slice(0, -all.length).split('.')[1] ?? '').length;
  const [mantissa = '', power = '0'] = value.toExponential(fraction).split('e');
  const digits = String(Math.abs(Number(power))).padStart(zeros.length, '0');
  return `${mantissa}${all.charAt(0)}${Number(power) < 0 ? '-' : sign}${digits}`;
}
