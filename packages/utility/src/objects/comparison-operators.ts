import {
  CmdletException,
  compareValues,
  enumerableElements,
  equalValues,
  isInstanceOf,
  isTruthy,
  type ParameterType,
  type TextComparison,
  textOfValue,
  typeByName,
  typeOf,
  wildcardPattern,
} from '@cmdlet/core';
import { regularExpression } from '../text/regular-expression.js';
import { text } from './text.js';

/** The operators of `Where-Object`, as its parameters are called. */
export const OPERATOR_NAMES = [
  'eq',
  'ceq',
  'ne',
  'cne',
  'gt',
  'cgt',
  'lt',
  'clt',
  'ge',
  'cge',
  'le',
  'cle',
  'like',
  'cLike',
  'notLike',
  'cNotLike',
  'match',
  'cMatch',
  'notMatch',
  'cNotMatch',
  'contains',
  'cContains',
  'notContains',
  'cNotContains',
  'in',
  'cIn',
  'notIn',
  'cNotIn',
  'is',
  'isNot',
  'not',
] as const;

export type OperatorName = (typeof OPERATOR_NAMES)[number];

/** A test of a property. */
export interface ComparisonOperator {
  /** As messages call it. */
  readonly name: string;
  /** What counts as true if the test holds. Of a list on the left most operators give the elements for which it does. */
  test(left: unknown, right: unknown): unknown;
}

/** The operator of a name; those that begin with `c` tell letters from their capitals. */
export function operatorNamed(name: OperatorName): ComparisonOperator {
  const caseSensitive = name.startsWith('c') && name !== 'contains';
  const plain = (caseSensitive ? name.charAt(1).toLowerCase() + name.slice(2) : name) as PlainName;
  const test = tests[plain]({ caseSensitive });
  const isTyped = plain === 'is' || plain === 'isNot' || plain === 'not';
  const prefix = isTyped ? '' : caseSensitive ? 'C' : 'I';
  const shown = prefix === '' ? plain.charAt(0).toUpperCase() + plain.slice(1) : prefix + plain.toLowerCase();
  return { name: shown, test };
}

/**
 * The type that `-Is` tests, from what was given as `-Value`: a name, also in brackets, or a class.
 *
 * @throws CmdletException `InvalidCastFromStringToType`
 */
export function typeToTest(given: unknown): ParameterType {
  if (typeof given === 'function') return typeOf(given as abstract new () => object);
  if (typeof given === 'object' && given !== null && 'kind' in given) return given as ParameterType;
  const name = textOfValue(given).replace(/^\[(.+)\]$/, '$1');
  const type = typeByName(name);
  if (type !== undefined) return type;
  throw new CmdletException(text.unknownType(name), {
    errorId: 'InvalidCastFromStringToType',
    category: 'InvalidArgument',
  });
}

type PlainName =
  | 'eq'
  | 'ne'
  | 'gt'
  | 'lt'
  | 'ge'
  | 'le'
  | 'like'
  | 'notLike'
  | 'match'
  | 'notMatch'
  | 'contains'
  | 'notContains'
  | 'in'
  | 'notIn'
  | 'is'
  | 'isNot'
  | 'not';

type Test = (left: unknown, right: unknown) => unknown;

const tests: Readonly<Record<PlainName, (options: TextComparison) => Test>> = {
  eq: (options) => filtering((left, right) => equalValues(left, right, options)),
  ne: (options) => filtering((left, right) => !equalValues(left, right, options)),
  gt: (options) => filtering((left, right) => compareValues(left, right, options) > 0),
  lt: (options) => filtering((left, right) => compareValues(left, right, options) < 0),
  ge: (options) => filtering((left, right) => compareValues(left, right, options) >= 0),
  le: (options) => filtering((left, right) => compareValues(left, right, options) <= 0),
  like: (options) => filtering(wildcardTest(options, true)),
  notLike: (options) => filtering(wildcardTest(options, false)),
  match: (options) => filtering(patternTest(options, true)),
  notMatch: (options) => filtering(patternTest(options, false)),
  contains: (options) => (left, right) => isAmong(left, right, options),
  notContains: (options) => (left, right) => !isAmong(left, right, options),
  in: (options) => (left, right) => isAmong(right, left, options),
  notIn: (options) => (left, right) => !isAmong(right, left, options),
  is: () => (left, right) => isOf(left, right as ParameterType),
  isNot: () => (left, right) => !isOf(left, right as ParameterType),
  not: () => (left) => !isTruthy(left),
};

/** Of a list the elements for which the test holds. */
function filtering(test: (left: unknown, right: unknown) => boolean): Test {
  return (left, right) => {
    const elements = enumerableElements(left);
    return elements === undefined ? test(left, right) : [...elements].filter((element) => test(element, right));
  };
}

function wildcardTest({ caseSensitive = false }: TextComparison, expected: boolean) {
  const patterns = new LastUsed((wildcard: unknown) => wildcardPattern(textOfValue(wildcard), caseSensitive));
  return (left: unknown, right: unknown): boolean => patterns.of(right).test(textOfValue(left)) === expected;
}

function patternTest({ caseSensitive = false }: TextComparison, expected: boolean) {
  const patterns = new LastUsed((pattern: unknown) =>
    pattern instanceof RegExp ? pattern : regularExpression(textOfValue(pattern), { ignoreCase: !caseSensitive }),
  );
  return (left: unknown, right: unknown): boolean => textOfValue(left).search(patterns.of(right)) >= 0 === expected;
}

function isAmong(list: unknown, value: unknown, options: TextComparison): boolean {
  for (const element of enumerableElements(list) ?? [list]) {
    if (equalValues(element, value, options)) return true;
  }
  return false;
}

function isOf(value: unknown, type: ParameterType): boolean {
  return value !== null && value !== undefined && isInstanceOf(value, type);
}

/** Makes something of a key again only when the key changes. */
class LastUsed<T> {
  #key: unknown;
  #made: T | undefined;
  constructor(private readonly make: (key: unknown) => T) {}

  of(key: unknown): T {
    if (this.#made === undefined || key !== this.#key) {
      this.#made = this.make(key);
      this.#key = key;
    }
    return this.#made;
  }
}
