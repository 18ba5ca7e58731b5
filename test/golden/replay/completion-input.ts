/*
 * Reads PowerShell text as far as completion of commands and their arguments needs it: where commands begin and end, and
 * their words. One pass from left to right that enters brackets, blocks and subexpressions. Every token knows its
 * command, so that the one at the cursor, or the last one in front of it, tells which call is being typed.
 */
import type {
  CommandElement,
  CompletionLine,
  ElementValue,
} from '../../../packages/shell/src/completion/completion-line.js';
import { NotApplicable } from './utility-case.js';

/** What is completed, and the part of the text that it replaces. */
export type CompletionTarget = { readonly start: number; readonly length: number } & (
  | { readonly kind: 'command'; readonly word: string }
  | { readonly kind: 'line'; readonly line: CompletionLine }
  | { readonly kind: 'path'; readonly word: string; readonly alsoCommands: boolean }
  | { readonly kind: 'nothing' }
);

interface Token {
  readonly start: number;
  end: number;
  readonly kind: 'name' | 'parameter' | 'value' | 'comma' | 'operator' | 'comment' | 'redirected' | 'text';
  readonly command?: Command;
  /** Index of the element. */
  readonly index?: number;
  /** As completers get it. */
  readonly word: string;
}

interface Command {
  name: string | undefined;
  start: number;
  end: number;
  readonly elements: (CommandElement & { end?: number })[];
  readonly expectsInput: boolean;
  isInvoked: boolean;
}

/** Finds what is being typed at a place of a text. */
export function completionTarget(input: string, cursor: number): CompletionTarget {
  const tokens = new Scanner(input).scan();
  const at = tokens.filter(({ start, end }) => start < cursor && cursor <= end).at(-1);
  if (at !== undefined) return targetOf(at, input);
  const before = tokens.filter(({ end }) => end < cursor || (end === cursor && end > 0)).at(-1);
  const nothing = { kind: 'nothing', start: -1, length: -1 } as const;
  if (before?.command?.name === undefined || before.kind === 'operator') return nothing;
  const gap = input.slice(before.end, cursor);
  if (/(?<!`)\n/u.test(gap)) return nothing;
  const index = before.kind === 'name' ? 0 : (before.index ?? 0) + 1;
  const isList = before.kind === 'comma';
  const place = isList ? ({ at: 'value', index: before.index ?? 0 } as const) : ({ at: 'blank', index } as const);
  return { kind: 'line', start: cursor, length: 0, line: lineOf(before.command, place, '', input) };
}

function targetOf(token: Token, input: string): CompletionTarget {
  const { start, end, kind, command, index = 0, word } = token;
  const place = { start, length: end - start };
  switch (kind) {
    case 'comment':
      return { kind: 'nothing', ...place };
    case 'operator':
      return /^(?:@?\(|;)$/u.test(word) ? { kind: 'nothing', ...place } : { kind: 'nothing', start: -1, length: -1 };
    case 'name':
      return { kind: 'command', word, ...place };
    case 'text':
      return { kind: 'path', word, alsoCommands: word.includes('-'), ...place };
    case 'redirected':
      return { kind: 'path', word, alsoCommands: false, ...place };
    case 'comma':
      return {
        kind: 'line',
        start: end,
        length: 0,
        line: lineOf(command as Command, { at: 'value', index }, '', input),
      };
    case 'parameter':
      if (input[end - 1] === ':') {
        const behind = { at: 'blank', index: index + 1 } as const;
        return { kind: 'line', start: end, length: 0, line: lineOf(command as Command, behind, '', input) };
      }
      return { kind: 'line', ...place, line: lineOf(command as Command, { at: 'name', index }, word, input) };
    case 'value': {
      if (command?.name === undefined) throw new NotApplicable('expressions belong to the command language');
      if (/^[-\u2013\u2014\u2015]$/u.test(word)) {
        const dash = withoutElement(command, index);
        return { kind: 'line', ...place, line: lineOf(dash, { at: 'blank', index }, word, input) };
      }
      return { kind: 'line', ...place, line: lineOf(command, { at: 'value', index }, word, input) };
    }
  }
}

/** A dash alone is no argument yet. */
function withoutElement(command: Command, index: number): Command {
  return { ...command, elements: command.elements.filter((_, each) => each !== index) };
}

function lineOf(command: Command, cursor: CompletionLine['cursor'], word: string, input: string): CompletionLine {
  return {
    command: command.name ?? '',
    commandText: input.slice(command.start, command.end),
    elements: command.elements,
    cursor,
    word,
    expectsInput: command.expectsInput,
  };
}

class Scanner {
  #at = 0;
  readonly #tokens: Token[] = [];

  constructor(private readonly input: string) {}

  scan(): readonly Token[] {
    while (this.#at < this.input.length) {
      this.#statements('');
      this.#at++;
    }
    return this.#tokens.sort((left, right) => left.start - right.start || right.end - left.end);
  }

  /** Reads statements up to a closing bracket, which stays. */
  #statements(closing: string): void {
    let command: Command | undefined;
    let expectsInput = false;
    for (; this.#at < this.input.length; ) {
      const rest = this.input.slice(this.#at);
      const blank = /^(?:[ \t]+|`\r?\n)+/u.exec(rest)?.[0];
      if (blank !== undefined) {
        this.#at += blank.length;
        continue;
      }
      if (closing !== '' && rest.startsWith(closing)) return;
      const comment = /^(?:#[^\n]*|<#.*?(?:#>|$))/su.exec(rest)?.[0];
      if (comment !== undefined) {
        this.#take('comment', comment.length);
        continue;
      }
      const end = /^(?:\r?\n|;|\|\||&&|\||&(?=\s*$))/u.exec(rest)?.[0];
      if (end !== undefined) {
        expectsInput = end === '|';
        command = undefined;
        this.#take('operator', end.length);
        continue;
      }
      if (command === undefined) command = this.#begin(rest, expectsInput);
      else this.#argument(command);
    }
  }

  /** The beginning of a statement: an invoked or plain name, or an expression, which is no command. */
  #begin(rest: string, expectsInput: boolean): Command | undefined {
    const assignment = /^\$[\w:]+\s*=\s*/u.exec(rest)?.[0];
    if (assignment !== undefined) {
      this.#take('operator', assignment.trimEnd().length);
      return undefined;
    }
    const command: Command = {
      name: undefined,
      start: this.#at,
      end: this.#at,
      elements: [],
      expectsInput,
      isInvoked: false,
    };
    const invocation = /^[&.](?=\s)/u.exec(rest)?.[0];
    if (invocation !== undefined) {
      this.#take('operator', 1);
      command.isInvoked = true;
      this.#at += /^\s*/u.exec(this.input.slice(this.#at))?.[0].length ?? 0;
      command.start = this.#at;
    }
    const first = this.input.charAt(this.#at);
    if (/["']/u.test(first)) {
      const [start, length] = [this.#at, this.#tokens.length];
      const { value, word } = this.#text();
      if (command.isInvoked) command.name = value;
      this.#tokens.splice(length, 0, this.#token(command.isInvoked ? 'name' : 'text', start, word, command));
    } else if (/[$@[({]/u.test(first) || /^\d/u.test(first) || first === '') {
      if (command.isInvoked && first !== '') command.name = '';
      this.#value(command, first);
    } else {
      const [start, name] = [this.#at, this.#bareWord()];
      command.name = name;
      this.#tokens.push(this.#token('name', start, name, command));
    }
    command.end = this.#at;
    return command;
  }

  #argument(command: Command): void {
    const rest = this.input.slice(this.#at);
    const start = this.#at;
    const redirection = /^(?:\d|\*)?>>?\s*/u.exec(rest)?.[0];
    if (redirection !== undefined) {
      this.#take('operator', redirection.trimEnd().length);
      this.#at = start + redirection.length;
      const from = this.#at;
      const word = this.#bareWord();
      if (word !== '') this.#tokens.push(this.#token('redirected', from, word));
      return;
    }
    const parameter = /^[-\u2013\u2014\u2015](?<name>[\p{L}_?][^\s:(){};,|&.[\]=]*)(?<colon>:)?/u.exec(rest);
    if (parameter?.groups !== undefined && command.name !== undefined) {
      const { name = '', colon } = parameter.groups;
      const index = command.elements.length;
      command.elements.push({ name, hasColon: colon !== undefined });
      this.#at += parameter[0].length;
      this.#tokens.push(this.#token('parameter', start, parameter[0], command, index));
      command.end = this.#at;
      if (colon !== undefined && /^[ \t]*[^\s;|)}]/u.test(this.input.slice(this.#at))) {
        this.#at += /^[ \t]*/u.exec(this.input.slice(this.#at))?.[0].length ?? 0;
        const argument = this.#list(command, index);
        command.elements[index] = { name, hasColon: true, argument };
        command.end = this.#at;
      }
      return;
    }
    const index = command.elements.length;
    command.elements.push({});
    command.elements[index] = { argument: this.#list(command, index) };
    if (this.#at === start) this.#take('operator', 1);
    command.end = this.#at;
  }

  /** A value, or several with commas between. A comma at the end makes them unknown. */
  #list(command: Command, index: number): ElementValue {
    const values: ElementValue[] = [this.#element(command, index)];
    let isOpen = false;
    for (;;) {
      const comma = /^[ \t]*,/u.exec(this.input.slice(this.#at))?.[0];
      if (comma === undefined) break;
      const start = this.#at + comma.length - 1;
      this.#at = start + 1;
      this.#tokens.push(this.#token('comma', start, ',', command, index));
      command.end = this.#at;
      const blank = /^[ \t]*/u.exec(this.input.slice(this.#at))?.[0] ?? '';
      const next = this.input.charAt(this.#at + blank.length);
      isOpen = next === '' || next === ',' || /[;|)}\n]/u.test(next);
      if (isOpen) continue;
      this.#at += blank.length;
      values.push(this.#element(command, index));
    }
    if (values.length === 1 && !isOpen) return values[0] as ElementValue;
    return { value: values.map(({ value }) => value), isKnown: !isOpen && values.every(({ isKnown }) => isKnown) };
  }

  #element(command: Command, index: number): ElementValue {
    const start = this.#at;
    const first = this.input.charAt(start);
    if (/["']/u.test(first)) {
      const length = this.#tokens.length;
      const { value, word, isKnown } = this.#text();
      if (this.#tokens.length === length) this.#tokens.push(this.#token('value', start, word, command, index));
      if (/[.[]/u.test(this.input.charAt(this.#at))) {
        this.#bareWord();
        this.#enterBracket(command);
        return { value: undefined, isKnown: false };
      }
      return { value, isKnown };
    }
    if (/^(?:\$[^\s;|)]|[@({])/u.test(this.input.slice(start))) return this.#value(command, first, index);
    const word = this.#bareWord();
    this.#tokens.push(this.#token('value', start, word, command, index));
    const plain = word.replaceAll(/`(.)/gu, '$1');
    return { value: numberIn(word) ?? plain, isKnown: true };
  }

  /** A variable, a bracket, a block: what only the language can tell the value of. */
  #value(command: Command, first: string, index?: number): ElementValue {
    const start = this.#at;
    const variable = /^[$@](?:\{[^}]*\}?|[\w:?]+|\$|\^)/u.exec(this.input.slice(start))?.[0];
    const isTable = this.input.startsWith('@{', start);
    if (variable !== undefined && !isTable && !this.input.startsWith('$(', start)) {
      this.#at += variable.length;
      const known = CONSTANTS.get(variable.toLowerCase());
      const isPlain = !/[.[?]/u.test(this.input.charAt(this.#at));
      if (!isPlain) this.#bareWord();
      this.#tokens.push(this.#token('value', start, variable, command, index));
      if (first === '@') return { value: undefined, isKnown: false, isSplatted: true };
      return { value: known?.value, isKnown: known !== undefined && isPlain };
    }
    if (/^\d/u.test(first)) {
      this.#bareWord();
      return { value: undefined, isKnown: false };
    }
    const inner = this.#enterBracket(command);
    if (first === '{') return { value: { text: inner }, isKnown: true };
    return { value: undefined, isKnown: false };
  }

  #enterBracket(command: Command): string {
    const opening = /^(?:\$\(|@\(|@\{|[({[])/u.exec(this.input.slice(this.#at))?.[0];
    if (opening === undefined) return '';
    const kind = opening.at(-1) as '(' | '{' | '[';
    this.#take('operator', opening.length);
    const start = this.#at;
    if (kind === '[') this.#at += /^[^\]]*/u.exec(this.input.slice(start))?.[0].length ?? 0;
    else this.#statements({ '(': ')', '{': '}' }[kind]);
    const inner = this.input.slice(start, this.#at);
    if (this.#at < this.input.length) this.#at++;
    command.end = this.#at;
    return inner;
  }

  /** A text in quotes; enters what is expanded in it. */
  #text(): { readonly value: string; readonly word: string; readonly isKnown: boolean } {
    const quote = this.input.charAt(this.#at++);
    let value = '';
    let isKnown = true;
    while (this.#at < this.input.length) {
      const character = this.input.charAt(this.#at);
      if (character === quote && this.input.charAt(this.#at + 1) !== quote) {
        this.#at++;
        break;
      }
      if (character === quote) this.#at++;
      if (quote === '"' && character === '`') {
        value += this.input.charAt(this.#at + 1);
        this.#at += 2;
        continue;
      }
      if (quote === '"' && this.input.startsWith('$(', this.#at)) {
        this.#at += 2;
        isKnown = false;
        this.#statements(')');
      } else if (quote === '"' && /^\$\w/u.test(this.input.slice(this.#at))) isKnown = false;
      value += this.input.charAt(this.#at++);
    }
    return { value, word: `${quote}${value}${quote}`, isKnown };
  }

  #bareWord(): string {
    const start = this.#at;
    while (this.#at < this.input.length) {
      const character = this.input.charAt(this.#at);
      if (character === '`') this.#at++;
      else if (/[\s;|&(){},]/u.test(character)) break;
      this.#at++;
    }
    this.#at = Math.min(this.#at, this.input.length);
    return this.input.slice(start, this.#at);
  }

  #take(kind: Token['kind'], length: number): void {
    const start = this.#at;
    this.#at += length;
    this.#tokens.push(this.#token(kind, start, this.input.slice(start, this.#at)));
  }

  #token(kind: Token['kind'], start: number, word: string, command?: Command, index?: number): Token {
    return {
      kind,
      start,
      end: this.#at,
      word,
      ...(command === undefined ? {} : { command }),
      ...(index === undefined ? {} : { index }),
    };
  }
}

/** `5`, `-1.5`, `0x1f`, `4kb`; undefined for a word that is no number. */
function numberIn(word: string): number | undefined {
  const { digits = '', unit = '' } =
    /^(?<digits>[-+]?(?:0x[\da-f]+|\d+(?:\.\d+)?(?:e[-+]?\d+)?))(?<unit>[kmgt]b)?$/iu.exec(word)?.groups ?? {};
  return digits === ''
    ? undefined
    : Number(digits) * 1024 ** (['kb', 'mb', 'gb', 'tb'].indexOf(unit.toLowerCase()) + 1);
}

const CONSTANTS = new Map<string, { readonly value: unknown }>([
  ['$true', { value: true }],
  ['$false', { value: false }],
  ['$null', { value: null }],
]);
