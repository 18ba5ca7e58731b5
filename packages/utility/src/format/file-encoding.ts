import { Buffer } from 'node:buffer';

/** Names of the encodings that `-Encoding` takes. */
export const fileEncodings = [
  'utf8NoBOM',
  'utf8',
  'utf8BOM',
  'ascii',
  'ansi',
  'oem',
  'unicode',
  'bigendianunicode',
  'utf32',
  'bigendianutf32',
] as const;

/** How the characters of a file become bytes. */
export type FileEncoding = (typeof fileEncodings)[number];

/** The bytes of a text. What the encoding does not have becomes `?`. */
export function encodeText(text: string, encoding: FileEncoding): Uint8Array {
  switch (encoding) {
    case 'utf8':
    case 'utf8NoBOM':
    case 'utf8BOM':
      return Buffer.from(text, 'utf8');
    case 'ascii':
      return Buffer.from(replaceAbove(text, 0x7f), 'latin1');
    case 'ansi':
    case 'oem':
      return Buffer.from(replaceAbove(text, 0xff), 'latin1');
    case 'unicode':
      return Buffer.from(text, 'utf16le');
    case 'bigendianunicode':
      return Buffer.from(text, 'utf16le').swap16();
    case 'utf32':
      return codePoints(text, true);
    case 'bigendianutf32':
      return codePoints(text, false);
  }
}

/** What stands at the beginning of a file of the encoding. */
export function byteOrderMark(encoding: FileEncoding): Uint8Array {
  const hasMark = encoding !== 'utf8' && encoding !== 'utf8NoBOM' && !/^(ascii|ansi|oem)$/.test(encoding);
  return hasMark ? encodeText('\ufeff', encoding) : new Uint8Array();
}

function replaceAbove(text: string, highest: number): string {
  let result = '';
  for (const character of text) result += (character.codePointAt(0) ?? 0) > highest ? '?' : character;
  return result;
}

function codePoints(text: string, littleEndian: boolean): Uint8Array {
  const points = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const bytes = new DataView(new ArrayBuffer(points.length * 4));
  for (const [index, point] of points.entries()) bytes.setUint32(index * 4, point, littleEndian);
  return new Uint8Array(bytes.buffer);
}
