import { CmdletException, isPropertyBag, typeNameOf } from '@cmdlet/core';
import { PropertyExpression, type RecordFunction } from './property-expression.js';
import { text } from './text.js';

/** A property of the user's own making: what it is computed from, and what the cmdlet wants to know besides. */
export interface CalculatedProperty {
  readonly expression: PropertyExpression;
  /** What it is called in the result. */
  readonly name?: string;
  readonly ascending?: boolean;
  readonly descending?: boolean;
}

/** What a cmdlet accepts in its `-Property`. */
export interface PropertyRules {
  /** Keys of a calculated property beside `expression`; `name` may be called `label` too. */
  readonly keys: readonly ('name' | 'ascending' | 'descending')[];
  /** Whether a wildcard may stand for several properties. */
  readonly wildcards: boolean;
}

/**
 * Reads what was given for `-Property`: names, wildcards, functions, and calculated properties with keys that may be
 * abbreviated, `{ n: 'Size', e: (file) => file.length }`.
 *
 * @throws CmdletException `DictionaryKeyIllegal` for an unknown key, `DictionaryKeyIllegalValue1` and `…2` for a value
 * of the wrong type, `DictionaryKeyUnknownType`, `DictionaryKeyDuplicate`, `DictionaryKeyMandatoryEntry`,
 * `ExpressionEmptyString1` and `…2`, `ExpressionGlobbing1` and `…2`
 */
export function readProperties(given: unknown, rules: PropertyRules): CalculatedProperty[] {
  if (given === null || given === undefined) return [];
  return (Array.isArray(given) ? (given as unknown[]) : [given]).map((item) => readProperty(item, rules));
}

function readProperty(item: unknown, rules: PropertyRules): CalculatedProperty {
  if (typeof item === 'string') return { expression: namedExpression(item, rules, '2') };
  if (typeof item === 'function') return { expression: new PropertyExpression(item as RecordFunction) };
  const entries = item instanceof Map ? [...item] : isPropertyBag(item) ? Object.entries(item) : undefined;
  if (entries === undefined) throw illegal('DictionaryKeyUnknownType', text.unknownPropertyType(typeNameOf(item)));
  return fromEntries(entries, rules);
}

function fromEntries(entries: readonly (readonly [unknown, unknown])[], rules: PropertyRules): CalculatedProperty {
  const found = new Map<string, unknown>();
  for (const [key, value] of entries) {
    if (typeof key !== 'string') throw illegal('DictionaryKeyNonString', text.keyNotText(String(key)));
    const keyName = keyOf(key, rules);
    if (found.has(keyName)) throw illegal('DictionaryKeyDuplicate', text.keyTwice(key, keyName));
    found.set(keyName, checked(key, keyName, value));
  }
  const source = found.get('expression');
  if (source === undefined) throw illegal('DictionaryKeyMandatoryEntry', text.keyMissing('expression'));
  const expression =
    typeof source === 'string' ? namedExpression(source, rules, '1') : new PropertyExpression(source as RecordFunction);
  const others = [...found].filter(([name, value]) => name !== 'expression' && value !== '');
  return { expression, ...Object.fromEntries(others) };
}

/** The key that a possibly shortened one means. */
function keyOf(key: string, { keys }: PropertyRules): string {
  const wanted = key.toLowerCase();
  const means = (name: string): boolean => wanted !== '' && name.startsWith(wanted);
  const found = ['expression', ...keys].filter((name) => means(name) || (name === 'name' && means('label')));
  const [first, second] = found;
  if (first === undefined) throw illegal('DictionaryKeyIllegal', text.keyUnknown(key, ['expression', ...keys]));
  if (second !== undefined) throw illegal('DictionaryKeyAmbiguous', text.keyAmbiguous(key, first, second));
  return first;
}

function checked(key: string, keyName: string, value: unknown): unknown {
  if (keyName === 'expression') {
    if (typeof value === 'string' || typeof value === 'function') return value;
    throw illegal('DictionaryKeyIllegalValue1', text.keyValueType(key, typeNameOf(value), ['String', 'Function']));
  }
  const wanted = keyName === 'name' ? 'string' : 'boolean';
  if (typeof value !== wanted) {
    throw illegal('DictionaryKeyIllegalValue2', text.keyValueType(key, typeNameOf(value), [wanted]));
  }
  return value;
}

/** @param form of the error ids: `1` for the entry of a calculated property, `2` for a name alone */
function namedExpression(name: string, rules: PropertyRules, form: '1' | '2'): PropertyExpression {
  if (name === '') throw illegal(`ExpressionEmptyString${form}`, text.expressionEmpty);
  const expression = new PropertyExpression(name);
  if (expression.isWildcard && !rules.wildcards) {
    throw illegal(`ExpressionGlobbing${form}`, text.expressionWildcard(name));
  }
  return expression;
}

function illegal(errorId: string, message: string): CmdletException {
  return new CmdletException(message, { errorId, category: 'InvalidArgument' });
}
