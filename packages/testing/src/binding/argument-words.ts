import type { CommandArgument } from '@cmdlet/core';

/** A text that is a value although it looks like a name. */
class Literal {
  constructor(readonly text: string) {}
}

/** A text that is a value although it begins with a dash: `[literal('-x'), '-Force']`. */
export function literal(text: string): object {
  return new Literal(text);
}

const NAME = /^-(\p{L}[^:]*)(:?)$/u;

/**
 * The words of a command line as the binder takes them: `['Oslo', '-Days', 3, '-Force']`.
 *
 * A text that begins with a dash and a letter is a name; with a colon behind it, it owns the word that follows, as switches
 * need it: `['-Force:', false]`. Everything else is a value of whatever type it has.
 */
export function argumentWords(words: readonly unknown[]): CommandArgument[] {
  const list: CommandArgument[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    const [, name, colon] = (typeof word === 'string' ? NAME.exec(word) : null) ?? [];
    if (name === undefined) list.push({ value: word instanceof Literal ? word.text : word, hasValue: true });
    else if (colon === ':') list.push({ name, value: words[++index], hasValue: true });
    else list.push({ name, hasValue: false });
  }
  return list;
}

/** The words as people would type them, for titles. */
export function wordsText(words: readonly unknown[]): string {
  return words.map(wordText).join(' ');
}

function wordText(word: unknown): string {
  if (word instanceof Literal) return `'${word.text}'`;
  if (typeof word === 'string') return /^[^\s'",;|]+$/.test(word) ? word : `'${word.replaceAll("'", "''")}'`;
  if (word === null || word === undefined) return '$null';
  if (typeof word === 'boolean') return `$${word}`;
  if (Array.isArray(word)) return word.map(wordText).join(',');
  return typeof word === 'object' || typeof word === 'function' ? '{…}' : String(word);
}
