import { dateText } from '../views/date-text.js';

/**
 * A date by a format of Unix, as `Get-Date -UFormat` takes it: `%Y-%m-%d`. What is no format is itself; a `+` in front is
 * dropped.
 *
 * Braces do what they do in PowerShell: `{%d}` becomes `{0:dd}`, as it puts its own braces around each part.
 */
export function unixDateText(date: Date, format: string): string {
  if (format === '') throw new RangeError('The format is empty.');
  const pattern = format.startsWith('+') ? format.slice(1) : format;
  return pattern.replace(/\{%(.)\}|%(.)/gs, (_, inBraces: string | undefined, letter: string) => {
    if (inBraces === undefined) return partOf(date, letter);
    return `{${NET_FORMATS[inBraces] === undefined ? partOf(date, inBraces) : `0:${NET_FORMATS[inBraces]}`}}`;
  });
}

/** Parts that are formats of dates. */
const NET_FORMATS: Readonly<Record<string, string>> = {
  A: 'dddd',
  a: 'ddd',
  B: 'MMMM',
  b: 'MMM',
  D: 'MM/dd/yy',
  d: 'dd',
  F: 'yyyy-MM-dd',
  H: 'HH',
  h: 'MMM',
  I: 'hh',
  M: 'mm',
  m: 'MM',
  p: 'tt',
  R: 'HH:mm',
  r: 'hh:mm:ss tt',
  S: 'ss',
  T: 'HH:mm:ss',
  X: 'HH:mm:ss',
  x: 'MM/dd/yy',
  Y: 'yyyy',
  y: 'yy',
  Z: 'zz',
  c: 'ddd dd MMM yyyy HH:mm:ss',
};

function partOf(date: Date, letter: string): string {
  const net = NET_FORMATS[letter];
  if (net !== undefined) return dateText(date, net);
  const day = dayOfYear(date);
  switch (letter) {
    case 'C':
      return String(Math.trunc(date.getFullYear() / 100));
    case 'e':
      return String(date.getDate()).padStart(2);
    case 'G':
      return String(isoWeek(date).year).padStart(4, '0');
    case 'g':
      return twoDigits(isoWeek(date).year % 100);
    case 'j':
      return String(day).padStart(3, '0');
    case 'k':
      return String(date.getHours()).padStart(2);
    case 'l':
      return String(date.getHours() % 12 || 12).padStart(2);
    case 'n':
      return '\n';
    case 's':
      return String(Math.floor(date.getTime() / 1_000));
    case 't':
      return '\t';
    case 'u':
      return String(date.getDay() || 7);
    case 'V':
      return twoDigits(isoWeek(date).week);
    case 'U':
    case 'W':
      return String(Math.trunc(day / 7));
    case 'w':
      return String(date.getDay());
    default:
      return letter;
  }
}

function dayOfYear(date: Date): number {
  const today = Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((today - Date.UTC(date.getFullYear(), 0, 0)) / 86_400_000);
}

/** The week of ISO 8601: it begins on Monday and belongs to the year of its Thursday. */
function isoWeek(date: Date): { readonly year: number; readonly week: number } {
  const thursday = new Date(date.getFullYear(), date.getMonth(), date.getDate() + 4 - (date.getDay() || 7));
  return { year: thursday.getFullYear(), week: Math.ceil(dayOfYear(thursday) / 7) };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
