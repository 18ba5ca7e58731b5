import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitColumns } from '../../../packages/utility/src/views/column-widths.js';
import { cellsOf, headWithin, tailWithin } from '../../../packages/utility/src/views/display-cells.js';
import { wrapLines } from '../../../packages/utility/src/views/wrap-lines.js';

describe('cells of a text', () => {
  it.each([
    ['abc', 3],
    ['日本', 4],
    ['한국', 4],
    ['ＡＢ', 4],
    ['😀', 2],
    ['e\u0301', 2],
    ['\u001b[31mred\u001b[0m', 3],
    ['', 0],
  ])('%j takes %d', (text, cells) => {
    expect(cellsOf(text)).toBe(cells);
  });

  it('never cuts a character in two, and keeps what ends a colour', () => {
    expect(headWithin('日本語', 3)).toBe('日');
    expect(tailWithin('日本語', 5)).toBe('本語');
    expect(headWithin('😀😀', 3)).toBe('😀');
    expect(headWithin('\u001b[31mabc\u001b[0m', 2)).toBe('\u001b[31mab\u001b[0m');
  });

  it('a beginning and an end of any text fit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(20), (text, cells) => {
        expect(cellsOf(headWithin(text, cells))).toBeLessThanOrEqual(cells);
        expect(cellsOf(tailWithin(text, cells))).toBeLessThanOrEqual(cells);
      }),
    );
  });
});

describe('wrapping', () => {
  it.each([
    ['breaks at blanks, which stay at the end', 'one two three', 8, ['one two ', 'three']],
    ['cuts a word that is longer than a line', 'abcdefgh', 3, ['abc', 'def', 'gh']],
    ['keeps line breaks', 'a\r\nb\n\nc', 5, ['a', 'b', '', 'c']],
    ['puts ? where a wide character has no room', '日', 1, ['?']],
  ])('%s', (_what, text, width, lines) => {
    expect(wrapLines(text, width, width)).toEqual(lines);
  });

  it('gives lines that fit and lose no letter', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\t', '\n', '日') });
    fc.assert(
      fc.property(letters, fc.integer({ min: 2, max: 12 }), (text, width) => {
        const lines = wrapLines(text, width, width);
        for (const line of lines) expect(cellsOf(line)).toBeLessThanOrEqual(width);
        expect(lines.join('')).toBe(text.replaceAll('\n', ''));
      }),
    );
  });
});

describe('column widths', () => {
  it.each([
    ['as wanted where they fit', [5, 5], 80, [5, 5]],
    ['those without a width share what is left', [10, 0, 0], 32, [10, 10, 10]],
    ['the last is narrowed', [10, 10], 15, [10, 4]],
    ['and dropped where nothing is left of it', [10, 10, 10], 12, [10, 1, -1]],
    ['the one before it stays as it is', [10, 10], 11, [10, -1]],
  ])('%s', (_what, wanted, width, widths) => {
    expect(fitColumns(wanted, width)).toEqual(widths);
  });
});
