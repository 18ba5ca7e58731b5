/*
 * Gives parameters that take lists their lists, before the binder sees the words. First the named values are dealt with,
 * as only then it is known which parameters are left for the unnamed ones; those go to the positions in ascending order,
 * as the binder deals them.
 */
import type { CommandArgument, CommandMetadata, ParameterMetadata } from '@cmdlet/core';
import { text } from '../text.js';
import { findParameter } from './find-parameter.js';
import { UsageError } from './usage-error.js';
import type { WordArgument } from './words-to-arguments.js';

/**
 * Splits values at their commas where a list is wanted: `-City Oslo,Rome` has two elements, and so has
 * `-City Oslo -City Rome`.
 *
 * A comma that belongs to a value is written `\,`; words after `--` and values from files stay as they are. A parameter
 * that takes anything gets a list where each comma stands between two values, without blanks. All others get their words as they were typed.
 *
 * @throws UsageError `MissingListElement` where a list begins or ends with a comma: a system's shell cuts lists at blanks
 */
export function withListValues(words: readonly WordArgument[], command: CommandMetadata): readonly CommandArgument[] {
  const { given, unnamed, named } = dealNames(words, command.parameters);
  const slots = freePositions(command.parameters, named);
  unnamed.forEach((index, position) => {
    const { value, literal } = given[index] as WordArgument;
    const candidates = slots[position] ?? [];
    const [first] = candidates;
    if (first === undefined || literal === true || !candidates.every(sameKindAs(first))) return;
    given[index] = { value: valueFor(first, value), hasValue: true };
  });
  return given.map(({ literal: _literal, ...argument }) => argument);
}

interface Dealt {
  readonly given: WordArgument[];
  /** Where the unnamed values stand in {@link given}. */
  readonly unnamed: readonly number[];
  readonly named: ReadonlySet<ParameterMetadata>;
}

/** Joins names with their values, and lists that were given bit by bit. */
function dealNames(words: readonly WordArgument[], parameters: readonly ParameterMetadata[]): Dealt {
  const given: WordArgument[] = [];
  const unnamed: number[] = [];
  const named = new Set<ParameterMetadata>();
  const lists = new Map<ParameterMetadata, unknown[]>();
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as WordArgument;
    const next = words[index + 1];
    if (word.name === undefined) {
      unnamed.push(given.push(word) - 1);
      continue;
    }
    const parameter = findParameter(parameters, word.name);
    if (parameter !== undefined) named.add(parameter);
    const takesNext = !word.hasValue && parameter?.type.kind !== 'switch' && next?.name === undefined;
    const holder = takesNext ? next : word;
    if (takesNext && next !== undefined) index++;
    if (parameter === undefined || holder?.hasValue !== true || word.splatted === true) {
      // A name that nobody knows may be that of a dynamic parameter: the word behind it is not dealt out.
      given.push(word, ...(holder === undefined || holder === word ? [] : [holder]));
      continue;
    }
    const value = holder.literal === true ? holder.value : valueFor(parameter, holder.value);
    const list = lists.get(parameter);
    if (list !== undefined) {
      list.push(...(Array.isArray(value) ? (value as unknown[]) : [value]));
      continue;
    }
    const isRepeated = isList(parameter) && words.slice(index + 1).some(isNamed(parameters, parameter));
    const elements: unknown = isRepeated ? (Array.isArray(value) ? [...(value as unknown[])] : [value]) : value;
    if (isRepeated) lists.set(parameter, elements as unknown[]);
    given.push({ name: word.name, value: elements, hasValue: true });
  }
  return { given, unnamed, named };
}

function isNamed(parameters: readonly ParameterMetadata[], wanted: ParameterMetadata) {
  return ({ name, splatted }: WordArgument): boolean =>
    name !== undefined && splatted !== true && findParameter(parameters, name) === wanted;
}

/** The parameters at each position that is left, in the sets that the named ones leave. */
function freePositions(
  parameters: readonly ParameterMetadata[],
  named: ReadonlySet<ParameterMetadata>,
): readonly (readonly ParameterMetadata[])[] {
  const setsOf = ({ sets }: ParameterMetadata): readonly string[] =>
    sets.map((set) => set.parameterSetName.toLowerCase());
  const restricting = [...named].map(setsOf).filter((sets) => !sets.includes(ALL));
  const isLeft = (set: string): boolean => set === ALL || restricting.every((sets) => sets.includes(set));
  const positions = new Map<number, ParameterMetadata[]>();
  for (const parameter of parameters) {
    if (named.has(parameter)) continue;
    for (const { position, parameterSetName, valueFromRemainingArguments } of parameter.sets) {
      if (position === undefined || valueFromRemainingArguments || !isLeft(parameterSetName.toLowerCase())) continue;
      const candidates = positions.get(position);
      if (candidates === undefined) positions.set(position, [parameter]);
      else if (!candidates.includes(parameter)) candidates.push(parameter);
    }
  }
  return [...positions].sort(([left], [right]) => left - right).map(([, candidates]) => candidates);
}

const ALL = '__allparametersets';

function isList({ type }: ParameterMetadata): boolean {
  const { kind } = type.kind === 'nullable' ? type.element : type;
  return kind === 'array' || kind === 'set';
}

function isAnything({ type }: ParameterMetadata): boolean {
  return type.kind === 'any';
}

/** Whichever of them takes the value, it takes it in the same form. */
function sameKindAs(first: ParameterMetadata) {
  return (other: ParameterMetadata): boolean =>
    isList(first) === isList(other) && isAnything(first) === isAnything(other);
}

function valueFor(parameter: ParameterMetadata, value: unknown): unknown {
  if (typeof value !== 'string' || !value.includes(',')) return value;
  const isOpen = /^,|(?<!\\),$/u.test(value);
  if (!isList(parameter) && (!isAnything(parameter) || isOpen || /,\s/u.test(value))) return value;
  if (isOpen) throw new UsageError(text.openList(value), 'MissingListElement', value);
  const elements = value.split(/(?<!\\),/u).map((element) => element.replaceAll('\\,', ','));
  return elements.length === 1 ? elements[0] : elements;
}
