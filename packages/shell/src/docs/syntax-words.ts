/**
 * A syntax line in pieces that are not to be divided: the command, and each parameter with its value.
 *
 * `Get-Row [-Name] <string> [-All]` → `Get-Row`, `[-Name] <string>`, `[-All]`
 */
export function syntaxWords(line: string): readonly string[] {
  const words: string[] = [];
  let depth = 0;
  let word = '';
  const end = (): void => {
    const last = words.at(-1) ?? '';
    // A value belongs to the name before it, unless both stand in brackets.
    if (/^[<{]/u.test(word) && /^\[?-[^<{]*$/u.test(last)) words[words.length - 1] = `${last} ${word}`;
    else if (word !== '') words.push(word);
    word = '';
  };
  for (const character of line) {
    if (character === ' ' && depth === 0) {
      end();
      continue;
    }
    if ('[<{'.includes(character)) depth++;
    else if (']>}'.includes(character)) depth--;
    word += character;
  }
  end();
  return words;
}
