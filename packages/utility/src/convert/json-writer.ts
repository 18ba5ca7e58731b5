import { enumerableElements, isPropertyBag, textOfValue } from '@cmdlet/core';
import { propertyNamesOf } from '../properties/property-names.js';
import { propertyValue } from '../properties/property-value.js';

/** What is escaped in texts beside what must be: nothing, characters outside ASCII, what means something in HTML. */
export type JsonEscapeHandling = 'Default' | 'EscapeNonAscii' | 'EscapeHtml';

/** How values are written. */
export interface JsonWriterOptions {
  /** How many levels below the first are written out; what lies deeper becomes text. */
  readonly depth: number;
  /** Without blanks and line breaks. */
  readonly compress: boolean;
  readonly escapeHandling: JsonEscapeHandling;
}

/** JSON, and whether anything lay too deep. */
export interface WrittenJson {
  readonly json: string;
  readonly isTruncated: boolean;
}

/**
 * A value as JSON: objects by their properties, dictionaries by their entries, lists by their elements. A class that says
 * how it becomes JSON by `toJSON` decides for itself.
 */
export function writeJson(value: unknown, options: JsonWriterOptions): WrittenJson {
  const writer = new JsonWriter(options);
  return { json: writer.write(value, 0), isTruncated: writer.isTruncated };
}

class JsonWriter {
  isTruncated = false;

  constructor(private readonly options: JsonWriterOptions) {}

  write(value: unknown, level: number): string {
    switch (typeof value) {
      case 'string':
        return this.#text(value);
      case 'number':
        return Number.isFinite(value) ? String(value) : this.#text(String(value));
      case 'bigint':
      case 'boolean':
        return String(value);
      case 'undefined':
        return 'null';
      case 'object':
        return value === null ? 'null' : this.#object(value, level);
      default:
        return this.#text(textOfValue(value));
    }
  }

  #object(value: object, level: number): string {
    if (value instanceof Date) return this.#text(dateText(value));
    if (value instanceof Number || value instanceof String || value instanceof Boolean) {
      return this.write(value.valueOf(), level);
    }
    const { toJSON } = value as { toJSON?: unknown };
    if (typeof toJSON === 'function' && !isPropertyBag(value)) return this.write(toJSON.call(value), level);
    if (value instanceof URL || value instanceof RegExp) return this.#text(textOfValue(value));
    if (level > this.options.depth) {
      this.isTruncated = true;
      return this.#text(textOfValue(value));
    }
    const elements =
      ArrayBuffer.isView(value) && Symbol.iterator in value ? (value as Uint8Array) : enumerableElements(value);
    if (elements !== undefined) {
      return this.#inBrackets(
        '[',
        Array.from(elements, (element) => this.write(element, level + 1)),
        ']',
        level,
      );
    }
    const colon = this.options.compress ? ':' : ': ';
    const members = entriesOf(value).map(([name, part]) => `${this.#text(name)}${colon}${this.write(part, level + 1)}`);
    return this.#inBrackets('{', members, '}', level);
  }

  #inBrackets(open: string, parts: readonly string[], close: string, level: number): string {
    if (parts.length === 0 || this.options.compress) return `${open}${parts.join(',')}${close}`;
    const inner = `\n${'  '.repeat(level + 1)}`;
    return `${open}${inner}${parts.join(`,${inner}`)}\n${'  '.repeat(level)}${close}`;
  }

  #text(text: string): string {
    const quoted = JSON.stringify(text).replace(/[\u0085\u2028\u2029]/g, escaped);
    switch (this.options.escapeHandling) {
      case 'EscapeNonAscii':
        return quoted.replace(/[\u0080-\uffff]/g, escaped);
      case 'EscapeHtml':
        return `"${quoted
          .slice(1, -1)
          .replaceAll('\\"', '\\u0022')
          .replace(/[<>&']/g, escaped)}"`;
      default:
        return quoted;
    }
  }
}

function entriesOf(value: object): (readonly [string, unknown])[] {
  if (value instanceof Map) return [...value].map(([key, part]) => [textOfValue(key), part] as const);
  if (isPropertyBag(value)) return Object.entries(value);
  return propertyNamesOf(value).map((name) => [name, readOrNull(value, name)] as const);
}

function readOrNull(value: object, name: string): unknown {
  try {
    return propertyValue(value, name);
  } catch {
    return null;
  }
}

/** A moment in UTC; fractions of a second only if there are some. */
function dateText(date: Date): string {
  return Number.isNaN(date.getTime()) ? 'Invalid Date' : date.toISOString().replace(/\.?0*Z$/, 'Z');
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
