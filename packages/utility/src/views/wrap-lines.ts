import { ANSI } from './ansi.js';
import { cellsOf, ESCAPES, units, withoutEscapes } from './display-cells.js';

/**
 * Breaks a text into lines that fit, at blanks and tabs where there are some; a word longer than a line is cut.
 *
 * Line breaks inside the text stay. The blank at which a line was broken stays at its end.
 *
 * @param first cells of the first line
 * @param following cells of the others
 */
export function wrapLines(text: string, first: number, following: number): string[] {
  return splitLines(text).flatMap((line) => (cellsOf(line) <= first ? [line] : wrapLine(line, first, following)));
}

/** The lines of a text; carriage returns are dropped. */
export function splitLines(text: string): string[] {
  return text.replaceAll('\r', '').split('\n');
}

function wrapLine(line: string, first: number, following: number): string[] {
  const lines: string[] = [];
  let width = first;
  let left = first;
  let current = '';
  const breakLine = (): void => {
    lines.push(current);
    current = '';
    width = following;
    left = following;
  };

  for (const { word, softHyphen, style } of styledWords(line)) {
    const cells = cellsOf(word);
    const hyphen = softHyphen && cells + 1 === left ? '-' : '';
    if (cells <= width) {
      if (cells > left) breakLine();
      current += styled(word + hyphen, style);
      left -= cells;
      continue;
    }
    for (const { value, width: wanted } of units(word)) {
      // Where not even one wide character fits, something must stand in its place.
      const fits = wanted <= width;
      if ((fits ? wanted : 1) > left) breakLine();
      current += styled(fits ? value : '?', style);
      left -= fits ? wanted : 1;
    }
  }
  lines.push(current);
  return lines;
}

/** Words without escape sequences; the colour that was last set goes to each word by itself. */
function* styledWords(line: string): Generator<Word & { readonly style: string }> {
  let style = '';
  for (const { word, softHyphen } of wordsOf(line)) {
    if (!word.includes('\u001b')) {
      yield { word, softHyphen, style };
      continue;
    }
    const sequences = word.match(ESCAPES) ?? [];
    const atStart = word.startsWith('\u001b') ? (sequences[0] ?? '') : style;
    const last = sequences.at(-1) ?? '';
    yield { word: withoutEscapes(word), softHyphen, style: atStart === ANSI.reset ? '' : atStart };
    style = last === ANSI.reset ? '' : last;
  }
}

function styled(text: string, style: string): string {
  return style === '' ? text : style + text + ANSI.reset;
}

interface Word {
  /** With the blank or tab behind it. */
  readonly word: string;
  readonly softHyphen: boolean;
}

/** A soft hyphen breaks and is dropped; hard hyphens and non-breaking spaces are dropped too, without a break. */
function wordsOf(line: string): Word[] {
  const words: Word[] = [];
  let start = 0;
  for (let index = 0; index < line.length; index++) {
    const character = line.charAt(index);
    if (character === ' ' || character === '\t') words.push({ word: line.slice(start, index + 1), softHyphen: false });
    else if (character === '\u00ad') words.push({ word: line.slice(start, index), softHyphen: true });
    else if (character === '\u2011' || character === '\u00a0')
      words.push({ word: line.slice(start, index), softHyphen: false });
    else continue;
    start = index + 1;
  }
  words.push({ word: line.slice(start), softHyphen: false });
  return words;
}
