import { dateOfJson, type JsonDateKind } from './json-dates.js';
import { JsonSyntaxError } from './json-syntax-error.js';

/*
 * Reads JSON as PowerShell does, which takes more than JSON: comments, names without quotes, texts in single quotes and
 * over several lines, commas at the end, hexadecimal and octal numbers, NaN, Infinity and undefined. Recursive descent;
 * the depth is limited, so the stack is too.
 */

/** How a text is read. */
export interface JsonReaderOptions {
  /** How many levels of objects and lists are allowed. */
  readonly depth: number;
  /** What becomes of texts that are dates. */
  readonly dateKind: JsonDateKind;
  /** Objects become `Map`s, in the order of the text. */
  readonly asMaps: boolean;
}

/**
 * The value that a text means; null for an empty one.
 *
 * Whole numbers that a `number` cannot hold exactly are `bigint`.
 *
 * @throws JsonSyntaxError
 */
export function readJson(text: string, options: JsonReaderOptions): unknown {
  return new JsonReader(text, options).read();
}

class JsonReader {
  #at = 0;
  /** How many brackets are open. */
  #level = 0;
  readonly #path: (string | number)[] = [];

  constructor(
    private readonly text: string,
    private readonly options: JsonReaderOptions,
  ) {}

  read(): unknown {
    this.#skipBlanks();
    if (this.#at >= this.text.length) return null;
    const value = this.#value();
    this.#skipBlanks();
    if (this.#at < this.text.length) {
      throw this.#error(`Additional text encountered after finished reading JSON content: ${this.#character}.`);
    }
    return value;
  }

  get #character(): string {
    return this.text.charAt(this.#at);
  }

  #value(): unknown {
    const character = this.#character;
    switch (character) {
      case '{':
        return this.#object();
      case '[':
        return this.#list();
      case '"':
      case "'":
        return dateOfJson(this.#string(character), this.options.dateKind);
      case '':
        throw this.#error('Unexpected end of the text.');
      default:
        return this.#literal();
    }
  }

  #object(): unknown {
    this.#enter();
    const entries = new Map<string, unknown>();
    for (;;) {
      this.#skipBlanks();
      if (this.#take('}')) break;
      const name = this.#name();
      this.#skipBlanks();
      if (!this.#take(':')) throw this.#unexpected('after the name of a property');
      this.#skipBlanks();
      this.#path.push(name);
      entries.set(name, this.#value());
      this.#path.pop();
      this.#skipBlanks();
      if (this.#take(',')) continue;
      if (this.#take('}')) break;
      throw this.#unexpected('after a value');
    }
    return this.options.asMaps ? entries : objectOf(entries);
  }

  #name(): string {
    const quote = this.#character;
    if (quote === '"' || quote === "'") return this.#string(quote);
    NAME.lastIndex = this.#at;
    const [name] = NAME.exec(this.text) ?? [];
    if (name === undefined) throw this.#unexpected('in the place of a name');
    this.#at += name.length;
    return name;
  }

  #list(): unknown[] {
    this.#enter();
    const elements: unknown[] = [];
    for (;;) {
      this.#skipBlanks();
      if (this.#take(']')) break;
      if (this.#take(',')) {
        elements.push(null); // nothing between two commas
        continue;
      }
      this.#path.push(elements.length);
      elements.push(this.#value());
      this.#path.pop();
      this.#skipBlanks();
      if (this.#take(',')) continue;
      if (this.#take(']')) break;
      throw this.#unexpected('after a value');
    }
    return elements;
  }

  /** Takes the opening bracket. */
  #enter(): void {
    if (++this.#level > this.options.depth) {
      throw this.#error(`The reader's MaxDepth of ${this.options.depth} has been exceeded.`);
    }
    this.#at++;
  }

  #string(quote: string): string {
    const start = this.#at++;
    let result = '';
    for (;;) {
      const character = this.#character;
      if (character === '') {
        this.#at = start;
        throw this.#error(`Unterminated string. Expected delimiter: ${quote}.`);
      }
      this.#at++;
      if (character === quote) return result;
      result += character === '\\' ? this.#escape() : character;
    }
  }

  #escape(): string {
    const character = this.text.charAt(this.#at++);
    if (character === 'u') {
      const digits = this.text.slice(this.#at, this.#at + 4);
      if (!/^[\da-f]{4}$/i.test(digits)) throw this.#error(`Bad Unicode escape sequence: \\u${digits}.`);
      this.#at += 4;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const meaning = ESCAPES[character];
    if (meaning === undefined) throw this.#error(`Bad JSON escape sequence: \\${character}.`);
    return meaning;
  }

  #literal(): unknown {
    WORD.lastIndex = this.#at;
    const [word = ''] = WORD.exec(this.text) ?? [];
    const value = Object.hasOwn(WORDS, word) ? WORDS[word] : numberOf(word);
    if (value === undefined) {
      throw this.#error(`Unexpected character encountered while parsing value: ${this.#character}.`);
    }
    this.#at += word.length;
    return value;
  }

  #take(character: string): boolean {
    if (this.#character !== character) return false;
    this.#at++;
    if (character === '}' || character === ']') this.#level--;
    return true;
  }

  #skipBlanks(): void {
    BLANKS.lastIndex = this.#at;
    this.#at += BLANKS.exec(this.text)?.[0].length ?? 0;
    if (this.text.startsWith('/*', this.#at)) throw this.#error('Unexpected end while parsing comment.');
  }

  #unexpected(where: string): JsonSyntaxError {
    if (this.#character === '') return this.#error('Unexpected end of the text.');
    return this.#error(`Unexpected character ${where}: ${this.#character}.`);
  }

  #error(reason: string): JsonSyntaxError {
    const before = this.text.slice(0, this.#at).split('\n');
    const path = this.#path.map((part, index) => pathPart(part, index === 0)).join('');
    return new JsonSyntaxError(reason, path, before.length, (before.at(-1)?.length ?? 0) + 1);
  }
}

const BLANKS = /(?:\s|\/\*[\s\S]*?\*\/|\/\/[^\n\r]*)*/y;
const NAME = /[\p{L}\p{Nd}_$]+/uy;
const WORD = /[-+.\w]+/y;
const ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  '\\': '\\',
  '"': '"',
  "'": "'",
  '/': '/',
};
const WORDS: Readonly<Record<string, unknown>> = {
  true: true,
  false: false,
  null: null,
  undefined: null,
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY,
};

/** The number that a word means; one that begins with zero is hexadecimal or octal. */
function numberOf(word: string): number | bigint | undefined {
  if (/^0x[\da-f]+$/i.test(word)) return wholeNumber(BigInt(word));
  if (/^0[0-7]+$/.test(word)) return wholeNumber(BigInt(`0o${word.slice(1)}`));
  if (/^(?:-\d+|0|[1-9]\d*)$/.test(word)) return wholeNumber(BigInt(word));
  return /^-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(word) ? Number(word) : undefined;
}

function wholeNumber(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/** Any name is a property, `__proto__` too. */
function objectOf(entries: ReadonlyMap<string, unknown>): object {
  return Object.fromEntries(entries);
}

function pathPart(part: string | number, isFirst: boolean): string {
  if (typeof part === 'number') return `[${part}]`;
  if (!/^\w+$/.test(part)) return `['${part}']`;
  return isFirst ? part : `.${part}`;
}
