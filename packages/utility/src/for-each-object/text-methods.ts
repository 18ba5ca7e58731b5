import { text } from './text.js';

type TextMethod = (value: string, ...args: readonly unknown[]) => unknown;

/** Methods of texts under the names that PowerShell's users know, where the language has others, or none. */
export const textMethods: Readonly<Record<string, TextMethod>> = {
  ToUpper: (value) => value.toUpperCase(),
  ToLower: (value) => value.toLowerCase(),
  Contains: (value, part) => value.includes(String(part)),
  Replace: (value, part, replacement) => value.replaceAll(String(part), () => String(replacement ?? '')),
  Split: (value, ...separators) => value.split(new RegExp(separators.map(escaped).join('|'))),
  Substring: (value, start, length) =>
    substring(value, Number(start), length === undefined ? undefined : Number(length)),
  Insert: (value, at, part) => value.slice(0, Number(at)) + String(part) + value.slice(Number(at)),
  Remove: (value, from, count = value.length) =>
    value.slice(0, Number(from)) + value.slice(Number(from) + Number(count)),
  PadLeft: (value, width, filler = ' ') => value.padStart(Number(width), String(filler)),
  PadRight: (value, width, filler = ' ') => value.padEnd(Number(width), String(filler)),
  ToCharArray: (value) => value.split(''),
  Equals: (value, other) => value === other,
};

function substring(value: string, start: number, length = value.length - start): string {
  if (start < 0) throw new RangeError(text.negative('startIndex'));
  if (length < 0 && start <= value.length) throw new RangeError(text.negative('length'));
  if (start > value.length) throw new RangeError(text.startTooLarge);
  if (start + length > value.length) throw new RangeError(text.lengthTooLarge);
  return value.slice(start, start + length);
}

function escaped(separator: unknown): string {
  return String(separator).replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
