import type { ParameterType } from '../../../packages/core/src/declare/types/parameter-type.js';
import type { ConversionCase } from './conversion-case.js';
import { classesWithImplicitConversions } from './conversion-fixtures.js';
import { mentions, tagOf } from './conversion-values.js';

const COMPARISONS = new Set(['-eq', '-ne', '-lt', '-le', '-gt', '-ge', '-ceq', '-cne', '-clt', '-cle', '-cgt', '-cge']);

/** Why a case is about something that TypeScript values do not have; undefined if it is not. */
export function whyNotApplicable(given: ConversionCase, type: ParameterType | undefined): string | undefined {
  if (given.commandLine !== undefined) return 'needs the command language';
  if ('operand' in given) return 'needs the command language';
  if (given.op !== undefined && !COMPARISONS.has(given.op)) return 'needs the command language';
  if (given.op !== undefined && isList(given.left)) return 'needs the command language';
  if (type === undefined) return whyNotComparable(given.left, given.right);
  return whyNotConvertible(given.parameter === undefined ? given.value : given.argument, type);
}

function whyNotComparable(left: unknown, right: unknown): string | undefined {
  const both = [left, right];
  if (mentions(both, '$char')) return 'a character is a text in TypeScript';
  const enums = both.filter((side) => tagOf(side) === '$enum').length;
  if (enums === 1) return 'a value of an enum is a number in TypeScript';
  if (both.some((side) => tagOf(side) === '$double') && both.some(isUnsafeInteger)) {
    return 'a whole number beyond 2^53 is a bigint in TypeScript';
  }
  return undefined;
}

function whyNotConvertible(value: unknown, type: ParameterType): string | undefined {
  const innermost = innermostOf(type);
  if (
    mentions(value, '$char') &&
    innermost.kind !== 'string' &&
    innermost.kind !== 'char' &&
    innermost.kind !== 'any'
  ) {
    return 'a character is a text in TypeScript';
  }
  if (mentions(value, '$enum') && innermost.kind === 'string') return 'a value of an enum is a number in TypeScript';
  if (mentions(value, '$typeref') && innermost.kind === 'string') return 'types have other names in TypeScript';
  if (innermost.kind === 'type' && /`|Generic|\w\[\w/.test(String(value)))
    return 'types have other names in TypeScript';
  if (tagOf(value) === '$bytes' && innermost.kind !== 'string' && type.kind !== 'array')
    return 'bytes are converted to lists only';
  if (tagOf(value) === '$double' && innermost.kind === 'char') return 'whole numbers have one type in TypeScript';
  if (tagOf(value) === '$uri' && innermost.kind === 'string' && !isNormalised(value)) {
    return 'a URL holds the address in its normal form';
  }
  return whyNotMadeOf(value, innermost);
}

function whyNotMadeOf(value: unknown, type: ParameterType): string | undefined {
  const implicit = 'a class has conversions by its static from only';
  const source = tagOf(value) === '$new' ? String((value as { $new: unknown }).$new) : '';
  if (source !== type.name && classesWithImplicitConversions.has(source)) return implicit;
  if (type.kind !== 'class') return undefined;
  if (value === null && type.name === 'Pair') return 'there are no value types in TypeScript';
  const isBag = tagOf(value) === '$hashtable' || tagOf(value) === '$ordered' || tagOf(value) === '$object';
  const isPlain = value === null || isBag || source === type.name;
  return !isPlain && classesWithImplicitConversions.has(type.name) ? implicit : undefined;
}

function innermostOf(type: ParameterType): ParameterType {
  return 'element' in type ? innermostOf(type.element) : type;
}

function isList(value: unknown): boolean {
  return (
    Array.isArray(value) ||
    ['$array', '$list', '$arraylist', '$set', '$queue', '$iterator'].includes(tagOf(value) ?? '')
  );
}

function isUnsafeInteger(value: unknown): boolean {
  const tag = tagOf(value);
  return (tag === '$long' || tag === '$ulong') && !Number.isSafeInteger(Number(Object.values(value as object)[0]));
}

function isNormalised(value: unknown): boolean {
  const { $uri: text } = value as { $uri: string };
  return URL.canParse(text) && new URL(text).href === text;
}
