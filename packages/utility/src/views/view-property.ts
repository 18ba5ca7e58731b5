import { typeNameOf, type ViewAlignment } from '@cmdlet/core';
import { text } from './text.js';
import { viewError } from './view-error.js';

/**
 * A property computed for a view. Keys may be abbreviated as far as they stay clear; `name` is the same as `label`.
 *
 * @example
 * { label: 'Size (KB)', expression: (file) => file.bytes / 1024, formatString: 'N1', width: 10, alignment: 'right' }
 */
export interface CalculatedProperty<T = unknown> {
  /** Header, or what stands before the colon. Default the property's name, or the function's source. */
  readonly label?: string;
  readonly name?: string;
  /** Name or wildcard of a property, or a function of the object. */
  readonly expression?: string | ((value: T) => unknown);
  /** Cells of a table's column. */
  readonly width?: number;
  readonly alignment?: ViewAlignment;
  /** `N2`, `yyyy-MM-dd`, `{0:N1} %`. */
  readonly formatString?: string;
  /** How deep a custom view goes into it. */
  readonly depth?: number;
}

/** What `-Property` and `-GroupBy` take: a name or wildcard, a function, or a {@link CalculatedProperty}. */
export type PropertyArgument<T = unknown> = string | ((value: T) => unknown) | CalculatedProperty<T>;

/** An argument that was checked: expression, and the keys that were given. */
export interface ViewProperty {
  readonly expression: string | ((value: unknown) => unknown);
  readonly label?: string;
  readonly width?: number;
  readonly alignment?: ViewAlignment;
  readonly formatString?: string;
  readonly depth?: number;
}

/** Keys that a command understands. */
export type PropertyKey = 'expression' | 'label' | 'width' | 'alignment' | 'formatString' | 'depth';

const ALIGNMENTS: readonly ViewAlignment[] = ['left', 'center', 'right'];

/**
 * Checks what a user gave for a property.
 *
 * @throws CmdletException `DictionaryKeyUnknownType`, `DictionaryKeyMandatoryEntry`, `DictionaryKeyMissingValue`,
 *   `DictionaryKeyIllegal`, `DictionaryKeyAmbiguous`, `DictionaryKeyIllegalValue1`, `DictionaryKeyIllegalValue2`,
 *   `WidthOutOfRange`, `AlignmentIllegalValue`, `EmptyLabel`, `EmptyFormatStringValue`, `ExpressionEmptyString1`, `ExpressionEmptyString2`
 */
export function viewProperty(argument: unknown, allowed: readonly PropertyKey[]): ViewProperty {
  if (typeof argument === 'string') return { expression: checkedExpression(argument, 'ExpressionEmptyString2') };
  if (typeof argument === 'function') return { expression: argument as (value: unknown) => unknown };
  if (argument === null || argument === undefined) throw viewError(text.propertyNull, 'DictionaryKeyUnknownType');
  const entries = entriesOf(argument);
  if (entries === undefined)
    throw viewError(text.propertyType(typeNameOf(argument)), 'DictionaryKeyUnknownType', 'InvalidArgument', argument);

  const given: Partial<Record<PropertyKey, unknown>> = {};
  for (const [key, value] of entries) {
    const known = keyMeant(String(key), allowed);
    given[known] = checkedValue(known, value);
  }
  if (given.expression === undefined) throw viewError(text.keyMissing('expression'), 'DictionaryKeyMandatoryEntry');
  return { ...given, expression: given.expression } as ViewProperty;
}

function entriesOf(argument: unknown): readonly (readonly [unknown, unknown])[] | undefined {
  if (argument instanceof Map) return [...argument];
  const prototype: unknown = typeof argument === 'object' ? Object.getPrototypeOf(argument) : undefined;
  return prototype === Object.prototype || prototype === null ? Object.entries(argument as object) : undefined;
}

function keyMeant(key: string, allowed: readonly PropertyKey[]): PropertyKey {
  const typed = key.toLowerCase();
  const names = allowed.flatMap((known) => (known === 'label' ? (['label', 'name'] as const) : [known]));
  const matches = names.filter((name) => typed !== '' && name.toLowerCase().startsWith(typed));
  const exact = matches.find((name) => name.toLowerCase() === typed) ?? matches[0];
  if (exact === undefined) throw viewError(text.keyUnknown(key, names), 'DictionaryKeyIllegal');
  if (matches.length > 1 && exact.toLowerCase() !== typed) {
    throw viewError(text.keyAmbiguous(key, matches), 'DictionaryKeyAmbiguous');
  }
  return exact === 'name' ? 'label' : exact;
}

function checkedValue(key: PropertyKey, value: unknown): unknown {
  if (value === null || value === undefined) throw viewError(text.keyWithoutValue(key), 'DictionaryKeyMissingValue');
  switch (key) {
    case 'expression':
      if (typeof value === 'function') return value;
      if (typeof value !== 'string') throw wrongType(key, value, 'String or Function', 'DictionaryKeyIllegalValue1');
      return checkedExpression(value, 'ExpressionEmptyString1');
    case 'width':
    case 'depth':
      if (!Number.isInteger(value)) throw wrongType(key, value, 'Int32');
      if ((value as number) < 1 && key === 'width')
        throw viewError(text.widthOutOfRange(value as number), 'WidthOutOfRange');
      return value;
    default:
      if (typeof value !== 'string') throw wrongType(key, value, 'String');
      if (key === 'alignment') return alignmentMeant(value);
      if (value === '') throw viewError(text.emptyText(key), key === 'label' ? 'EmptyLabel' : 'EmptyFormatStringValue');
      return value;
  }
}

function checkedExpression(expression: string, errorId: string): string {
  if (expression === '') throw viewError(text.emptyText('expression'), errorId);
  return expression;
}

function wrongType(key: PropertyKey, value: unknown, expected: string, errorId = 'DictionaryKeyIllegalValue2'): Error {
  return viewError(text.keyType(key, typeNameOf(value), expected), errorId);
}

function alignmentMeant(value: string): ViewAlignment {
  const found = value === '' ? undefined : ALIGNMENTS.find((alignment) => alignment.startsWith(value.toLowerCase()));
  if (found === undefined) throw viewError(text.alignmentUnknown(value), 'AlignmentIllegalValue');
  return found;
}
