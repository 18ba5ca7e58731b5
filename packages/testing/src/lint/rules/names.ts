import { findVerb, namingWarnings, suggestVerbs } from '@cmdlet/core';
import { isPlural, singularOf } from '../plural.js';
import { lintText as text } from '../text.js';
import { type CommandRule, when } from './rule.js';

/** Commands whose verbs are excused. */
const TOLERATED = new Set(['ForEach', 'Sort', 'Tee', 'Where']);
const PASCAL_CASE = /^\p{Lu}[\p{L}\p{N}]*$/u;

export const unapprovedVerb: CommandRule = ({ command: { verb, noun } }) =>
  when(findVerb(verb) === undefined && !TOLERATED.has(verb), () => ({
    id: 'UnapprovedVerb',
    severity: 'warning',
    message: text.unapprovedVerb(verb),
    remedy: text.useVerb(suggestVerbs(verb).map((suggested) => `${suggested}-${noun}`)),
  }));

export const verbSpelling: CommandRule = ({ command: { verb } }) => {
  const approved = findVerb(verb)?.verb;
  return when(approved !== undefined && approved !== verb, () => ({
    id: 'VerbSpelling',
    severity: 'warning',
    message: text.verbSpelling(verb),
    remedy: text.write(approved ?? verb),
  }));
};

export const restrictedCharacter: CommandRule = ({ command: { name } }) =>
  namingWarnings('', [name])
    .filter(({ ruleId }) => ruleId === 'RestrictedCharacter')
    .map(({ ruleId }) => ({
      id: ruleId,
      severity: 'error',
      message: text.restrictedCharacter,
      remedy: text.lettersAndDigits,
    }));

export const pluralNoun: CommandRule = ({ command: { verb, noun } }) =>
  when(isPlural(noun), () => ({
    id: 'PluralNoun',
    severity: 'warning',
    message: text.pluralNoun(noun),
    remedy: text.write(`${verb}-${singularOf(noun)}`),
  }));

export const nounCase: CommandRule = ({ command: { noun } }) =>
  when(!PASCAL_CASE.test(noun) && /^[\p{L}\p{N}_]+$/u.test(noun), () => ({
    id: 'NounNotPascalCase',
    severity: 'warning',
    message: text.notPascalCase(noun),
    remedy: text.write(pascalCase(noun)),
  }));

/** Every word with a capital letter, nothing between them. */
export function pascalCase(name: string): string {
  return name.replaceAll(/(?:^|_)(\p{L}|\p{N})/gu, (_match, letter: string) => letter.toUpperCase());
}
