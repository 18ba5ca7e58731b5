/**
 * A script block of a case as a function. Cases use one-liners of PowerShell: literals, expandable text, `$_`,
 * `$args[0]`, properties, comparisons, `if`, `throw`. Anything beyond makes the case inapplicable.
 *
 * Statements write their results; a list written is spread one level. The function gives nothing as undefined, one
 * result as it is, several as a list.
 */
import { isTruthy } from '../../../packages/core/src/bind/convert/is-truthy.js';
import { textOfValue } from '../../../packages/core/src/bind/convert/text-of-value.js';
import { NotApplicable } from './binding-case.js';

/** `throw` in a script block. */
export class ScriptError extends Error {
  override name = 'RuntimeException';
}

/** The function that a script block stands for; its text is the source. */
export function scriptBlock(source: string): (record: unknown) => unknown {
  const block = (record: unknown): unknown => {
    const results = new ScriptRun(source, record).run();
    return results.length > 1 ? results : results[0];
  };
  return Object.assign(block, { toString: () => source });
}

const TOKEN =
  /\s*(?:(?<number>\d+(?:\.\d+)?)|'(?<single>(?:[^']|'')*)'|"(?<double>(?:[^"`]|`.|"")*)"|(?<variable>\$(?:\w+|\{\w+\}))|(?<operator>-[a-z]+)|(?<word>[A-Za-z][\w-]*)|(?<symbol>@\(|[(){}[\];,.+*/%!=-]))/y;

interface Token {
  readonly kind: string;
  readonly text: string;
}

class ScriptRun {
  readonly #tokens: readonly Token[];
  readonly #variables: Map<string, unknown>;
  #next = 0;

  constructor(source: string, record: unknown, variables?: Map<string, unknown>) {
    this.#tokens = tokensOf(source);
    this.#variables =
      variables ??
      new Map<string, unknown>([
        ['_', record],
        ['psitem', record],
        ['args', [record]],
        ['null', null],
        ['true', true],
        ['false', false],
      ]);
  }

  run(): unknown[] {
    const results = this.#statements(undefined);
    if (this.#next < this.#tokens.length) throw unsupported(this.#peek()?.text);
    return results;
  }

  #statements(end: string | undefined): unknown[] {
    const results: unknown[] = [];
    while (this.#next < this.#tokens.length && this.#peek()?.text !== end) {
      if (!this.#take(';')) results.push(...this.#statement());
    }
    return results;
  }

  #statement(): unknown[] {
    const token = this.#peek();
    if (token?.kind === 'word') {
      if (this.#takeWord('if')) return this.#if();
      if (this.#takeWord('throw')) throw new ScriptError(textOfValue(this.#expression()));
      if (this.#takeWord('return')) return spread(this.#expression());
      if (this.#takeWord('Write-Error')) {
        this.#expression();
        return [];
      }
      throw unsupported(token.text);
    }
    if (token?.kind === 'variable' && this.#tokens[this.#next + 1]?.text === '=') {
      this.#next += 2;
      this.#variables.set(variableName(token.text), this.#expression());
      return [];
    }
    return spread(this.#expression());
  }

  #if(): unknown[] {
    this.#expect('(');
    const holds = isTruthy(this.#expression());
    this.#expect(')');
    const results = this.#block(holds);
    if (this.#takeWord('elseif')) {
      if (!holds) return this.#if();
      this.#skipIf();
      return results;
    }
    if (this.#takeWord('else')) {
      const others = this.#block(!holds);
      return holds ? results : others;
    }
    return results;
  }

  #skipIf(): void {
    this.#skipGroup('(', ')');
    this.#skipGroup('{', '}');
  }

  /** A block that is not entered is skipped, so that it has no effect. */
  #block(entered: boolean): unknown[] {
    if (!entered) {
      this.#skipGroup('{', '}');
      return [];
    }
    this.#expect('{');
    const results = this.#statements('}');
    this.#expect('}');
    return results;
  }

  #skipGroup(open: string, close: string): void {
    this.#expect(open);
    for (let depth = 1; depth > 0; this.#next++) {
      const text = this.#peek()?.text;
      if (text === undefined) throw unsupported(open);
      if (text === open) depth++;
      if (text === close) depth--;
    }
  }

  #expression(): unknown {
    let left = this.#comparison();
    for (let operator = this.#peek()?.text.toLowerCase(); operator === '-and' || operator === '-or'; ) {
      this.#next++;
      const right = this.#comparison();
      left = operator === '-and' ? isTruthy(left) && isTruthy(right) : isTruthy(left) || isTruthy(right);
      operator = this.#peek()?.text.toLowerCase();
    }
    return left;
  }

  #comparison(): unknown {
    let left = this.#sum();
    for (;;) {
      const token = this.#peek();
      const operator = token?.kind === 'operator' ? operators[token.text.toLowerCase()] : undefined;
      if (operator === undefined) return left;
      this.#next++;
      left = operator(left, this.#sum());
    }
  }

  #sum(): unknown {
    let left = this.#product();
    for (;;) {
      if (this.#take('+')) left = add(left, this.#product());
      else if (this.#take('-')) left = Number(left) - Number(this.#product());
      else return left;
    }
  }

  #product(): unknown {
    let left = this.#list();
    for (;;) {
      if (this.#take('*')) {
        const right = Number(this.#list());
        left = typeof left === 'string' ? left.repeat(right) : Number(left) * right;
      } else if (this.#take('/')) left = Number(left) / Number(this.#list());
      else if (this.#take('%')) left = Number(left) % Number(this.#list());
      else return left;
    }
  }

  #list(): unknown {
    if (this.#take(',')) return [this.#unary()];
    const first = this.#unary();
    if (this.#peek()?.text !== ',') return first;
    const items = [first];
    while (this.#take(',')) items.push(this.#unary());
    return items;
  }

  #unary(): unknown {
    if (this.#take('!') || this.#takeWord('-not')) return !isTruthy(this.#unary());
    if (this.#take('-')) return -Number(this.#unary());
    let value = this.#primary();
    for (;;) {
      if (this.#take('.')) value = propertyOf(value, this.#word());
      else if (this.#take('[')) {
        value = (value as unknown[])[Number(this.#expression())];
        this.#expect(']');
      } else return value;
    }
  }

  #primary(): unknown {
    const token = this.#peek();
    this.#next++;
    switch (token?.kind) {
      case 'number':
        return Number(token.text);
      case 'single':
        return token.text.replaceAll("''", "'");
      case 'double':
        return this.#expanded(token.text);
      case 'variable':
        return this.#variable(token.text);
      case 'symbol':
        return this.#group(token.text);
      default:
        throw unsupported(token?.text);
    }
  }

  #group(open: string): unknown {
    if (open !== '(' && open !== '@(') throw unsupported(open);
    const results = this.#statements(')');
    this.#expect(')');
    if (open === '@(') return results;
    return results.length > 1 ? results : results[0];
  }

  /** `$name`, `${name}` and `$(…)` inside a text; a backtick takes the meaning away. */
  #expanded(text: string): string {
    return text.replace(/`(.)|""|\$\(([^)]*)\)|\$(\w+|\{\w+\})/g, (match, escaped, inner, name) => {
      if (escaped !== undefined) return String(escaped);
      if (match === '""') return '"';
      if (name !== undefined) return textOfValue(this.#variable(`$${name}`));
      return textOfValue(new ScriptRun(String(inner), undefined, this.#variables).run());
    });
  }

  #variable(text: string): unknown {
    return this.#variables.get(variableName(text)) ?? null;
  }

  #word(): string {
    const token = this.#peek();
    this.#next++;
    if (token?.kind !== 'word' || this.#peek()?.text === '(') throw unsupported(token?.text);
    return token.text;
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#next];
  }

  #take(symbol: string): boolean {
    const token = this.#peek();
    if (token?.kind !== 'symbol' || token.text !== symbol) return false;
    this.#next++;
    return true;
  }

  #takeWord(word: string): boolean {
    const token = this.#peek();
    if (token?.text.toLowerCase() !== word.toLowerCase() || !['word', 'operator'].includes(token.kind)) return false;
    this.#next++;
    return true;
  }

  #expect(symbol: string): void {
    if (!this.#take(symbol)) throw unsupported(this.#peek()?.text);
  }
}

function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  const text = source.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (match === null) throw unsupported(text.slice(at));
    const [kind, content] = Object.entries(match.groups ?? {}).find(([, group]) => group !== undefined) ?? [];
    if (kind === undefined || content === undefined) throw unsupported(match[0]);
    tokens.push({ kind, text: content });
  }
  return tokens;
}

function variableName(text: string): string {
  return text.replace(/[${}]/g, '').toLowerCase();
}

function spread(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** Property of a value, ignoring case. */
function propertyOf(value: unknown, name: string): unknown {
  if (value === null || value === undefined) return null;
  if (name.toLowerCase() === 'length' || name.toLowerCase() === 'count') {
    if (typeof value === 'string' || Array.isArray(value)) return value.length;
  }
  const object = Object(value) as object;
  const key = [...Object.keys(object), ...propertyNamesOf(object)].find(
    (own) => own.toLowerCase() === name.toLowerCase(),
  );
  return key === undefined ? null : (Reflect.get(object, key) as unknown);
}

/** camelCase members of the objects that our engine hands to script blocks. */
function propertyNamesOf(object: object): string[] {
  return Object.getOwnPropertyNames(Object.getPrototypeOf(object) ?? {});
}

function add(left: unknown, right: unknown): unknown {
  if (typeof left === 'string') return left + textOfValue(right);
  if (Array.isArray(left)) return [...(left as unknown[]), ...spread(right)];
  return left === null ? right : Number(left) + Number(right);
}

type BinaryOperator = (left: unknown, right: unknown) => unknown;

const operators: Readonly<Record<string, BinaryOperator>> = {
  '-eq': (left, right) => order(left, right) === 0,
  '-ne': (left, right) => order(left, right) !== 0,
  '-gt': (left, right) => order(left, right) > 0,
  '-ge': (left, right) => order(left, right) >= 0,
  '-lt': (left, right) => order(left, right) < 0,
  '-le': (left, right) => order(left, right) <= 0,
  '-like': (left, right) => wildcard(textOfValue(right)).test(textOfValue(left)),
  '-notlike': (left, right) => !wildcard(textOfValue(right)).test(textOfValue(left)),
  '-match': (left, right) => new RegExp(textOfValue(right), 'i').test(textOfValue(left)),
  '-notmatch': (left, right) => !new RegExp(textOfValue(right), 'i').test(textOfValue(left)),
  '-in': (left, right) => spread(right).some((item) => order(left, item) === 0),
  '-notin': (left, right) => !spread(right).some((item) => order(left, item) === 0),
  '-contains': (left, right) => spread(left).some((item) => order(item, right) === 0),
  '-join': (left, right) =>
    spread(left)
      .map((item) => textOfValue(item))
      .join(textOfValue(right)),
  '-split': (left, right) => textOfValue(left).split(new RegExp(textOfValue(right))),
  '-replace': (left, right) => {
    const [pattern, replacement] = spread(right);
    return textOfValue(left).replace(new RegExp(textOfValue(pattern), 'gi'), textOfValue(replacement));
  },
};

/** Comparison in the type of the left side; NaN where it does not make sense, so that nothing holds. */
function order(left: unknown, right: unknown): number {
  const [a, b] = [bare(left), bare(right)];
  if (a === null || b === null) return a === b ? 0 : Number.NaN;
  if (typeof a === 'number' || typeof a === 'boolean') return Number(a) - Number(b);
  const [first, second] = [textOfValue(a).toLowerCase(), textOfValue(b).toLowerCase()];
  return first === second ? 0 : first < second ? -1 : 1;
}

function bare(value: unknown): unknown {
  return value === undefined
    ? null
    : Object(value) === value && !Array.isArray(value)
      ? (value as object).valueOf()
      : value;
}

function wildcard(pattern: string): RegExp {
  return new RegExp(
    `^${pattern
      .replace(/[.+^${}()|\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    'i',
  );
}

function unsupported(text: string | undefined): NotApplicable {
  return new NotApplicable(`script block with ${text ?? 'no end'} needs the command language`);
}
