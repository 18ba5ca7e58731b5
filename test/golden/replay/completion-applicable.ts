import type { CompletionCase } from './completion-case.js';

/** Why a case is about the command language and not about commands and their arguments; undefined if it is not. */
export function needsLanguage({ input, options, expect }: CompletionCase): string | undefined {
  const { matches = [] } = expect;
  if (expect.exception !== undefined) return 'a cursor outside of the text';
  const language = matches.find(({ type }) => LANGUAGE_TYPES.has(type));
  if (language !== undefined) return `${language.type} belongs to the command language`;
  if (Object.keys(options ?? {}).some((name) => name !== 'IgnoreHiddenShares')) return 'options of the host';
  if (
    matches.some(({ text }) => text.startsWith('bound=')) &&
    EVALUATED.test(input.replaceAll(/"[^"]*"|'[^']*'/gu, ''))
  ) {
    return 'values of variables and expressions belong to the command language';
  }
  for (const [pattern, reason] of LANGUAGE) if (pattern.test(input)) return reason;
  return undefined;
}

const LANGUAGE_TYPES = new Set(['Variable', 'Method', 'Type', 'Property', 'Keyword', 'Namespace']);

/** A variable that is no constant, an expression in brackets, a cast. */
const EVALUATED = /\$(?!(?:true|false|null)\b)\w|\(\s*[\d-]|\[\w+\]/iu;

const LANGUAGE: readonly (readonly [RegExp, string])[] = [
  [/^\$\w+ (?:-|\+)|^'[^']*' -|^\d+ -/u, 'operators belong to the command language'],
  [/\[[\w.]+\]?::|^\[|^\(\[|\(\[/u, 'types belong to the command language'],
  [/@\{/u, 'tables belong to the command language'],
  [/^(?:switch|using|param)\b|^@'/u, 'statements belong to the command language'],
  [/^& \{/u, 'script blocks that are called belong to the command language'],
];
