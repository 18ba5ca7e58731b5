import { isWildcard, wildcardPattern } from '@cmdlet/core';

/** Whether a text fits what was typed so far. */
export type WordPattern = (text: string) => boolean;

/** Fits texts that begin with the word, ignoring case; wildcards in the word stand for what they mean. */
export function wordPattern(word: string): WordPattern {
  const beginning = word.toLowerCase();
  const begins = (text: string): boolean => text.toLowerCase().startsWith(beginning);
  if (!isWildcard(word) && !word.includes('`')) return begins;
  const pattern = wildcardPattern(`${word}*`);
  return (text) => begins(text) || pattern.test(text);
}

/** Sorted as people read: letters without regard to case, signs before digits, digits before letters. */
export function sorted<T>(items: readonly T[], textOf: (item: T) => string): T[] {
  return [...items].sort((left, right) => textOf(left).localeCompare(textOf(right), 'en'));
}
