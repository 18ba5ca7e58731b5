import { isWildcard } from '@cmdlet/core';
import { displayOfClass } from '../properties/display-of.js';
import { matchingPropertyNames } from '../properties/matching-property-names.js';
import { PlainProperty, type PlainRecord } from '../properties/plain-property.js';
import { findPropertyName, propertyValue } from '../properties/property-value.js';
import { type CellOptions, cellText, formattedText } from './cell-text.js';
import { labelOf } from './label-of.js';
import { ERROR_MARK, FORMAT_ERROR_MARK } from './text.js';
import type { ViewProperty } from './view-property.js';

/** A property or function whose values are shown, once wildcards have become names. */
export interface ResolvedProperty {
  /** The name, or the source of the function: the label where none is given. */
  readonly name: string;
  readonly read: (value: unknown) => unknown;
  readonly given: ViewProperty | undefined;
  /** Reads plain records as `read` does, faster; undefined where `read` does more than find a name. */
  readonly readPlain?: (record: PlainRecord) => unknown;
}

/** The property of a name; an accessor that throws gives nothing. */
export function namedProperty(name: string, given?: ViewProperty): ResolvedProperty {
  const plain = new PlainProperty(name);
  return {
    name,
    read: (value) => {
      try {
        return propertyValue(value, name);
      } catch {
        return undefined;
      }
    },
    given,
    readPlain: (record) => {
      try {
        return plain.valueIn(record);
      } catch {
        return undefined;
      }
    },
  };
}

/** The properties that an argument means for an object: those a wildcard matches, else the one it names. */
export function resolveProperty(given: ViewProperty, value: unknown): readonly ResolvedProperty[] {
  const { expression } = given;
  if (typeof expression === 'function') return [{ name: String(expression), read: expression, given }];
  if (!isWildcard(expression)) return [namedProperty(expression, given)];
  return matchingPropertyNames(value, expression).map((name) => {
    const formatString = given.formatString ?? declaredFormat(value, name);
    return namedProperty(labelOf(value, name), formatString === undefined ? given : { ...given, formatString });
  });
}

/** How the list that is declared for the type writes a property: the dates of a job look the same in `Format-List *`. */
function declaredFormat(value: unknown, name: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const list = displayOfClass(value)?.views.find(({ kind }) => kind === 'list');
  if (list?.kind !== 'list') return undefined;
  return list.items.find(({ property }) => property?.toLowerCase() === name.toLowerCase())?.formatString;
}

/** Whether an object has what a list would show a line for: functions always, properties if they exist. */
export function isPresent({ given, name }: ResolvedProperty, value: unknown): boolean {
  return typeof given?.expression === 'function' || findPropertyName(value, name) !== undefined;
}

/** How values become cells, and what is done about those that cannot. */
export interface ReadOptions extends CellOptions {
  /** `#ERR` stands for what could not be computed; otherwise nothing does. */
  readonly displayError?: boolean;
  /** Told of each value that could not be computed. */
  readonly onError?: (cause: unknown, expression: string, value: unknown) => void;
}

/**
 * The text that is shown of an object for a property.
 *
 * @param plain the object once more, if it is a plain record
 */
export function propertyText(
  property: ResolvedProperty,
  value: unknown,
  formatString: string | undefined,
  options: ReadOptions,
  fixedDigits: boolean,
  plain?: PlainRecord,
): string {
  let content: unknown;
  try {
    content =
      plain === undefined || property.readPlain === undefined ? property.read(value) : property.readPlain(plain);
  } catch (cause) {
    options.onError?.(cause, property.name, value);
    return options.displayError === true ? ERROR_MARK : '';
  }
  if (formatString !== undefined) {
    try {
      return formattedText(content, formatString, options);
    } catch (cause) {
      if (!(cause instanceof RangeError)) throw cause;
      if (options.displayError === true) return FORMAT_ERROR_MARK;
    }
  }
  return cellText(content, options, fixedDigits);
}
