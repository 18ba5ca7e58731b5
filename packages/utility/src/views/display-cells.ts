/**
 * How many cells of a terminal a text takes: two for a wide character (CJK, Hangul, full-width forms), one for any other
 * UTF-16 unit, none for escape sequences. Combining characters and joiners count one, as PowerShell counts them.
 */
export function cellsOf(text: string): number {
  if (isNarrow(text)) return text.length;
  const plain = withoutEscapes(text);
  let cells = plain.length;
  for (let index = 0; index < plain.length; index++) {
    if (isWide(plain.charCodeAt(index))) cells++;
  }
  return cells;
}

/** Whether a text is made of characters of one cell only, without escape sequences; line breaks count as such. */
function isNarrow(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit >= FIRST_WIDE || unit === ESCAPE) return false;
  }
  return true;
}

/** The text without escape sequences of a terminal. */
export function withoutEscapes(text: string): string {
  return text.includes('\u001b') ? text.replace(ESCAPES, '') : text;
}

/** The beginning of a text that fits; escape sequences are kept, and a character is never cut in two. */
export function headWithin(text: string, cells: number): string {
  if (isNarrow(text)) return text.slice(0, cells);
  let taken = '';
  let used = 0;
  for (const { value, width } of units(text)) {
    if (used + width > cells) {
      if (width > 0) return taken + escapesIn(text.slice(taken.length));
      continue;
    }
    taken += value;
    used += width;
  }
  return taken;
}

/** The end of a text that fits. */
export function tailWithin(text: string, cells: number): string {
  if (isNarrow(text)) return text.slice(Math.max(0, text.length - cells));
  const all = [...units(text)];
  let used = 0;
  let first = all.length;
  while (first > 0) {
    const { width } = all[first - 1]!;
    if (used + width > cells) break;
    used += width;
    first--;
  }
  const escapes = all.slice(0, first).filter(({ width }) => width === 0);
  return [...escapes, ...all.slice(first)].map(({ value }) => value).join('');
}

/** Characters and escape sequences, one after the other, with their widths. */
export function* units(text: string): Generator<{ readonly value: string; readonly width: number }> {
  for (const [value] of text.matchAll(UNITS))
    yield { value, width: value.startsWith('\u001b') && value.length > 1 ? 0 : cellsOf(value) };
}

/** Escape sequences of a terminal: colours and the like, and titles. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what an escape sequence is
export const ESCAPES = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\))/g;
const UNITS = new RegExp(`${ESCAPES.source}|[\\s\\S]`, 'gu');
const FIRST_WIDE = 0x1100;
const ESCAPE = 0x1b;

function escapesIn(text: string): string {
  return text.includes('\u001b') ? (text.match(ESCAPES) ?? []).join('') : '';
}

function isWide(unit: number): boolean {
  return (
    unit >= FIRST_WIDE &&
    (unit <= 0x115f ||
      unit === 0x2329 ||
      unit === 0x232a ||
      (unit >= 0x2e80 && unit <= 0xa4cf && unit !== 0x303f) ||
      (unit >= 0xac00 && unit <= 0xd7a3) ||
      (unit >= 0xf900 && unit <= 0xfaff) ||
      (unit >= 0xfe10 && unit <= 0xfe19) ||
      (unit >= 0xfe30 && unit <= 0xfe6f) ||
      (unit >= 0xff00 && unit <= 0xff60) ||
      (unit >= 0xffe0 && unit <= 0xffe6))
  );
}
