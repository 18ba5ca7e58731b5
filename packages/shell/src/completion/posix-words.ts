/** A command line cut into words, as far as the cursor and behind it. */
export interface CutLine {
  /** Words without their quotes; that at the cursor ends at it. */
  readonly words: readonly string[];
  /** Which of them the cursor stands in; an empty one where it stands in blank space. */
  readonly cursor: number;
}

/**
 * Cuts a line into words as bash, zsh and fish do, and takes quotes and backslashes away. An open quote ends with the line.
 *
 * @param cursor how many characters stand in front of it
 */
export function cutLine(line: string, cursor: number): CutLine {
  const characters = Array.from(line);
  const before = wordsIn(characters.slice(0, cursor).join(''));
  const behind = wordsIn(characters.slice(cursor).join(''));
  // The rest of the word that the cursor stands in is not typed again.
  const rest = /^\s?$/u.test(characters[cursor] ?? '') ? behind.words : behind.words.slice(1);
  const isBlank = before.endsInBlank || before.words.length === 0;
  const words = isBlank ? [...before.words, ''] : before.words;
  return { words: [...words, ...rest], cursor: words.length - 1 };
}

/** One word without its quotes and backslashes. */
export function unquoted(word: string): string {
  return wordsIn(word, false).words[0] ?? '';
}

function wordsIn(text: string, cutsAtBlanks = true): { readonly words: string[]; readonly endsInBlank: boolean } {
  const words: string[] = [];
  let word: string | undefined;
  let quote = '';
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    const next = text.charAt(index + 1);
    if (quote === '' && cutsAtBlanks && /\s/u.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
      continue;
    }
    word ??= '';
    if (quote === '' && /["']/u.test(character)) quote = character;
    else if (character === quote) quote = '';
    else if (character === '\\' && quote === '') {
      word += next;
      index++;
    } else if (character === '\\' && quote === '"' && /["\\$`]/u.test(next)) {
      word += next;
      index++;
    } else word += character;
  }
  if (word !== undefined) words.push(word);
  return { words, endsInBlank: word === undefined };
}
