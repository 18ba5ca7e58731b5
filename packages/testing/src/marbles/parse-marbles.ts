import { text } from '../text.js';

/** What happens at one moment of a marble diagram. */
export type MarbleEvent =
  | { readonly kind: 'record'; readonly frame: number; readonly name: string }
  | { readonly kind: 'complete' | 'error' | 'stop'; readonly frame: number };

const ENDS: Readonly<Record<string, 'complete' | 'error' | 'stop'>> = { '|': 'complete', '#': 'error', '!': 'stop' };
const PROGRESSION = /^(\d+(?:\.\d+)?)(ms|s|m)(?= |$)/;
const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000 };

/**
 * Reads a marble diagram: the notation of rxjs, and `!` for a run that is stopped.
 *
 * Each character is one frame. `-` nothing happens; a letter or digit is a record; `(ab|)` happen at once and take as many
 * frames as characters; `|` completes, `#` fails, `!` stops; ` 9ms `, ` 5s `, ` 2m ` between blanks let so many frames of
 * one millisecond pass. Blanks mean nothing.
 *
 * @throws SyntaxError for anything else
 */
export function parseMarbles(notation: string): readonly MarbleEvent[] {
  const events: MarbleEvent[] = [];
  let frame = 0;
  let group: number | undefined;
  for (let index = 0; index < notation.length; index++) {
    const character = notation.charAt(index);
    if (character === ' ') continue;
    const progression = startsWord(notation, index) ? PROGRESSION.exec(notation.slice(index)) : null;
    if (progression !== null && group === undefined) {
      const [whole, count = '0', unit = 'ms'] = progression;
      frame += Number(count) * (UNITS[unit] ?? 1);
      index += whole.length - 1;
      continue;
    }
    if (events.some(({ kind }) => kind !== 'record') && character !== ')') throw wrong(notation, index);
    const end = ENDS[character];
    if (character === '(' && group === undefined) group = frame;
    else if (character === ')' && group !== undefined) group = undefined;
    else if (end !== undefined) events.push({ kind: end, frame: group ?? frame });
    else if (/[\p{L}\p{N}]/u.test(character)) events.push({ kind: 'record', frame: group ?? frame, name: character });
    else if (character !== '-' || group !== undefined) throw wrong(notation, index);
    frame++;
  }
  if (group !== undefined) throw wrong(notation, notation.length);
  return events;
}

function startsWord(notation: string, index: number): boolean {
  return index === 0 || notation.charAt(index - 1) === ' ';
}

function wrong(notation: string, index: number): SyntaxError {
  return new SyntaxError(text.badMarbles(notation, index));
}
