/** The values of `--pack` in the words of a call. */
export function packsOf(words: readonly string[]): readonly string[] {
  const end = words.indexOf('--');
  return words.slice(0, end < 0 ? words.length : end).flatMap((word, index, all) => {
    if (word.startsWith('--pack=')) return [word.slice('--pack='.length)];
    const next = all[index + 1];
    return word === '--pack' && next !== undefined && next !== '' ? [next] : [];
  });
}
