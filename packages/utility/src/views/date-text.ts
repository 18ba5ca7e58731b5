const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
/** Between the time and AM or PM, so that they are never torn apart. */
const NARROW_SPACE = '\u202f';

/** Standard formats of one letter, as patterns of en-US. */
const STANDARD: Readonly<Record<string, string>> = {
  d: 'M/d/yyyy',
  D: 'dddd, MMMM d, yyyy',
  f: `dddd, MMMM d, yyyy h:mm${NARROW_SPACE}tt`,
  F: `dddd, MMMM d, yyyy h:mm:ss${NARROW_SPACE}tt`,
  g: `M/d/yyyy h:mm${NARROW_SPACE}tt`,
  G: `M/d/yyyy h:mm:ss${NARROW_SPACE}tt`,
  m: 'MMMM d',
  M: 'MMMM d',
  o: "yyyy'-'MM'-'dd'T'HH':'mm':'ss'.'fffffffzzz",
  O: "yyyy'-'MM'-'dd'T'HH':'mm':'ss'.'fffffffzzz",
  s: "yyyy'-'MM'-'dd'T'HH':'mm':'ss",
  t: `h:mm${NARROW_SPACE}tt`,
  T: `h:mm:ss${NARROW_SPACE}tt`,
  u: "yyyy'-'MM'-'dd HH':'mm':'ss'Z'",
  y: 'MMMM yyyy',
  Y: 'MMMM yyyy',
};
const HTTP = "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'";

/**
 * A date in local time by a format of PowerShell's: one letter (`d`, `G`, `o` …) or a pattern (`yyyy-MM-dd HH:mm`).
 *
 * Names, order and AM/PM are those of en-US, whatever the machine's culture. `i` is ISO 8601 in UTC.
 *
 * @param format default `G`: `5/6/2024 7:08:09 AM`
 */
export function dateText(date: Date, format = 'G'): string {
  if (Number.isNaN(date.getTime())) return 'Invalid Date';
  if (format === 'i') return date.toISOString();
  if (format === 'r' || format === 'R') return byPattern(asLocal(date), HTTP);
  if (format === 'U') return byPattern(asLocal(date), STANDARD.F ?? '');
  if (format.length === 1 && STANDARD[format] === undefined)
    throw new RangeError(`'${format}' is no format of a date.`);
  return byPattern(date, STANDARD[format] ?? (format.startsWith('%') ? format.slice(1) : format));
}

/** The same moment as the clocks of UTC show it. */
function asLocal(date: Date): Date {
  return new Date(date.getTime() + date.getTimezoneOffset() * 60_000);
}

const TOKENS =
  /'([^']*)'|"([^"]*)"|\\(.)|d{1,4}|M{1,4}|y{1,5}|h{1,2}|H{1,2}|m{1,2}|s{1,2}|f{1,7}|F{1,7}|t{1,2}|z{1,3}|K|g{1,2}/g;

function byPattern(date: Date, pattern: string): string {
  return pattern.replace(
    TOKENS,
    (token, single: string | undefined, double: string | undefined, escaped: string | undefined) => {
      return single ?? double ?? escaped ?? part(date, token);
    },
  );
}

function part(date: Date, token: string): string {
  const length = token.length;
  switch (token.charAt(0)) {
    case 'd':
      return length < 3 ? padded(date.getDate(), length) : named(DAYS[date.getDay()], length);
    case 'M':
      return length < 3 ? padded(date.getMonth() + 1, length) : named(MONTHS[date.getMonth()], length);
    case 'y':
      return padded(length < 3 ? date.getFullYear() % 100 : date.getFullYear(), length);
    case 'h':
      return padded(date.getHours() % 12 || 12, length);
    case 'H':
      return padded(date.getHours(), length);
    case 'm':
      return padded(date.getMinutes(), length);
    case 's':
      return padded(date.getSeconds(), length);
    case 'f':
      return fraction(date).slice(0, length);
    case 'F':
      return fraction(date).slice(0, length).replace(/0+$/, '');
    case 't':
      return (date.getHours() < 12 ? 'AM' : 'PM').slice(0, length);
    case 'g':
      return 'A.D.';
    default:
      return offset(date, token === 'K' ? 3 : length);
  }
}

function named(name: string | undefined, length: number): string {
  return length === 3 ? (name ?? '').slice(0, 3) : (name ?? '');
}

function padded(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

function fraction(date: Date): string {
  return `${padded(date.getMilliseconds(), 3)}0000`;
}

function offset(date: Date, length: number): string {
  const minutes = -date.getTimezoneOffset();
  const hours = padded(Math.trunc(Math.abs(minutes) / 60), Math.min(length, 2));
  return `${minutes < 0 ? '-' : '+'}${hours}${length === 3 ? `:${padded(Math.abs(minutes) % 60, 2)}` : ''}`;
}
