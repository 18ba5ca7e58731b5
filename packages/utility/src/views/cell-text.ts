import { Duration, enumerableElements, textOfValue } from '@cmdlet/core';
import { displayOf } from '../properties/display-of.js';
import { readProperty } from '../properties/property-value.js';
import { dateText } from './date-text.js';
import { DictionaryEntry } from './dictionary-entry.js';
import { displayPropertyOf } from './display-property.js';
import { durationText } from './duration-text.js';
import { DEFAULT_DIGITS, fixed, numberText } from './number-text.js';

/** How values become text in every view. */
export interface CellOptions {
  /** So many elements of a collection are shown, then `…`. Default 4; -1 shows all. */
  readonly enumerationLimit?: number;
  /** What stands for values that have no text of their own. Default the name of the class. */
  readonly typeNameOf?: (value: unknown) => string;
}

/** A collection shows so many of its elements. */
const DEFAULT_ENUMERATION_LIMIT = 4;

/**
 * The text of a value in a cell or behind a colon. One decision for all views, the same on every machine (en-US):
 *
 * * null is nothing, booleans are `True` and `False`, numbers have at most 15 digits;
 * * with `fixedDigits` a number with a fraction has three digits behind the point;
 * * a date is `5/6/2024 7:08:09 AM` in local time, a {@link Duration} `00:01:30`;
 * * a collection is `{1, 2, 3}`, cut with `…` at the limit; a dictionary `{[key, value]}`;
 * * a plain object is `@{Name=Oslo; Size=5}`; a function its source; anything else is asked for its own text.
 */
export function cellText(value: unknown, options: CellOptions = {}, fixedDigits = false): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      if (Number.isSafeInteger(value)) return textOf(value, options);
      return fixedDigits && Number.isFinite(value) ? fixed(value, DEFAULT_DIGITS) : textOf(value, options);
    case 'boolean':
      return value ? 'True' : 'False';
    case 'object': {
      const elements = elementsOf(value);
      return elements === undefined ? textOf(value, options) : collectionText(elements, options);
    }
    default:
      return textOf(value, options);
  }
}

/**
 * The text of a value by a format (`N2`, `yyyy-MM-dd`), or a composite of text and format (`{0:N1} %`).
 *
 * A value that has no formats is shown as without. Throws a RangeError for what is no format.
 */
export function formattedText(value: unknown, format: string, options: CellOptions = {}): string {
  if (value === null || value === undefined) return '';
  if (!format.includes('{0') && !format.includes('}')) return simpleFormat(value, format, options);
  return format.replace(/\{\{|\}\}|\{0(?:,(-?\d+))?(?::([^{}]*))?\}|[{}]/g, (token, room?: string, inner?: string) => {
    if (token === '{{' || token === '}}') return token.charAt(0);
    if (token.length === 1) throw new RangeError(`'${format}' is no format: a brace stands alone.`);
    const text = inner === undefined ? textOf(value, options) : simpleFormat(value, inner, options);
    const width = Number(room ?? 0);
    return width < 0 ? text.padEnd(-width) : text.padStart(width);
  });
}

function simpleFormat(value: unknown, format: string, options: CellOptions): string {
  if (typeof value === 'number' || typeof value === 'bigint') return numberText(value, format);
  if (value instanceof Date) return dateText(value, format);
  return value instanceof Duration ? durationText(value, format) : textOf(value, options);
}

/** What a value enumerates in a view: elements of a list, bytes, entries of a dictionary; undefined for a single value. */
export function elementsOf(value: unknown): Iterable<unknown> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (value instanceof Map) return entriesOf(value);
  if (ArrayBuffer.isView(value)) return Symbol.iterator in value ? (value as Uint8Array) : undefined;
  return enumerableElements(value);
}

function* entriesOf(map: ReadonlyMap<unknown, unknown>): Generator<DictionaryEntry> {
  for (const [key, value] of map) yield new DictionaryEntry(key, value);
}

function collectionText(elements: Iterable<unknown>, options: CellOptions): string {
  const limit = options.enumerationLimit ?? DEFAULT_ENUMERATION_LIMIT;
  let text = '{';
  let count = 0;
  for (const element of elements) {
    if (limit >= 0 && count === limit) return `${text}…}`;
    text += count === 0 ? elementText(element, options) : `, ${elementText(element, options)}`;
    count++;
  }
  return `${text}}`;
}

/** Inside a collection an object that has no text of its own is called by its name. */
function elementText(element: unknown, options: CellOptions): string {
  if (element === null || element === undefined) return '$null';
  if (typeof element !== 'object') return textOf(element, options);
  const declared = displayOf(element)?.defaultDisplayProperty;
  const isPlain = Object.getPrototypeOf(element) === Object.prototype || Object.getPrototypeOf(element) === null;
  const property = declared ?? (isPlain || hasOwnText(element) ? undefined : displayPropertyOf(element));
  if (property === undefined) return textOf(element, options);
  try {
    return textOf(readProperty(element, property)?.value, options);
  } catch {
    return textOf(element, options);
  }
}

function hasOwnText(value: object): boolean {
  return (
    Array.isArray(value) || value instanceof Map || value instanceof Set || value.toString !== Object.prototype.toString
  );
}

/** The text of a single value. */
export function textOf(value: unknown, options: CellOptions): string {
  if (typeof value === 'number') {
    if (Number.isSafeInteger(value)) return Object.is(value, -0) ? '-0' : String(value);
    if (!Number.isFinite(value)) return numberText(value, '');
  }
  if (typeof value === 'object' && value !== null) {
    if (value instanceof Date) return dateText(value);
    const prototype: unknown = Object.getPrototypeOf(value);
    if ((prototype === Object.prototype || prototype === null) && !(Symbol.iterator in value))
      return bagText(value, options);
  }
  return textOfValue(value, { fifteenDigits: true, ...(options.typeNameOf && { typeNameOf: options.typeNameOf }) });
}

/** A plain object in one line; one inside it is empty, a list inside it the name of its type. */
function bagText(value: object, options: CellOptions): string {
  const parts = Object.entries(value).map(([name, content]) => `${name}=${insideText(content, options)}`);
  return parts.length === 0 ? '' : `@{${parts.join('; ')}}`;
}

function insideText(content: unknown, options: CellOptions): string {
  if (content instanceof Date) return dateText(content);
  return textOfValue([content], { fifteenDigits: true, ...(options.typeNameOf && { typeNameOf: options.typeNameOf }) });
}
