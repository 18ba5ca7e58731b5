import type { CommandElement, CompletionLine, CursorPlace } from './completion-line.js';
import type { Stage } from './stage-at-cursor.js';

/** A word of a call as it is typed, and what of it is a value. */
export type TypedWord =
  | { readonly kind: 'name'; readonly name: string; readonly dashes: string; readonly prefix: '' }
  | {
      readonly kind: 'value';
      readonly value: string;
      /** The name that the value belongs to, where it stands in the same word. */
      readonly name?: string;
      /** What stands in front of the value: `-City:` or `--city=`. */
      readonly prefix: string;
    };

/** A dash begins a name only before a letter, `_` or `?`; while it is typed also at the end. */
const NAME = /^(?<dashes>--?|[\u2013\u2014\u2015])(?<name>(?:[\p{L}_?][^:=]*)?)(?:(?<separator>[:=])(?<value>.*))?$/su;

/** Reads a word of the command line as the call itself will. */
export function typedWord(word: string, isLiteral: boolean): TypedWord {
  const { dashes, name = '', separator, value } = (isLiteral ? null : NAME.exec(word))?.groups ?? {};
  if (dashes === undefined || (dashes !== '--' && separator === '=') || (name === '' && separator !== undefined)) {
    return { kind: 'value', value: word, prefix: '' };
  }
  const parameter = dashes === '--' ? name.replaceAll('-', '') : name;
  if (separator === undefined || value === undefined) return { kind: 'name', name: parameter, dashes, prefix: '' };
  return { kind: 'value', value, name: parameter, prefix: `${dashes}${name}${separator}` };
}

/** The call of one command, with the cursor in a word. */
export function lineOfWords({ before, after, word, isLiteral, isFirst }: Stage, typed: TypedWord): CompletionLine {
  const [command = '', ...given] = before;
  const front = elementsOf(given, false);
  const behind = elementsOf(after, isLiteral);
  const { elements, cursor, value } = atCursor(typed, word, front.length);
  return {
    command,
    commandText: [...before, word, ...after].join(' ').trimEnd(),
    elements: [...front, ...elements, ...behind],
    cursor,
    word: value,
    expectsInput: !isFirst,
  };
}

function atCursor(
  typed: TypedWord,
  word: string,
  index: number,
): { readonly elements: readonly CommandElement[]; readonly cursor: CursorPlace; readonly value: string } {
  if (typed.kind === 'name') {
    if (typed.name === '') return { elements: [], cursor: { at: 'blank', index }, value: '-' };
    return { elements: [{ name: typed.name }], cursor: { at: 'name', index }, value: word };
  }
  const { name, value } = typed;
  if (value !== '') return { elements: [elementOf(typed)], cursor: { at: 'value', index }, value };
  if (name === undefined) return { elements: [], cursor: { at: 'blank', index }, value };
  return { elements: [{ name, hasColon: true }], cursor: { at: 'blank', index: index + 1 }, value };
}

function elementsOf(words: readonly string[], isLiteral: boolean): readonly CommandElement[] {
  const end = isLiteral ? 0 : words.indexOf('--');
  const named = end < 0 ? words : words.slice(0, end);
  const literal = end < 0 ? [] : words.slice(isLiteral ? 0 : end + 1);
  return [
    ...named.map((word) => elementOf(typedWord(word, false))),
    ...literal.map((word) => elementOf(typedWord(word, true))),
  ];
}

function elementOf(typed: TypedWord): CommandElement {
  if (typed.kind === 'name') return { name: typed.name };
  const { name, value } = typed;
  const isSplatted = name === undefined && /^@.+\.json$/iu.test(value);
  const argument = { value: wordValue(value), isKnown: !isSplatted, isSplatted };
  return name === undefined ? { argument } : { name, hasColon: true, argument };
}

/** A comma makes a list, unless a backslash stands in front of it. */
function wordValue(word: string): unknown {
  const elements = word.split(/(?<!\\),/u).map((element) => element.replaceAll('\\,', ','));
  return elements.length === 1 ? elements[0] : elements;
}
