import type { ParameterDescription } from '@cmdlet/core';
import { type ArgumentPlace, argumentPlace } from './argument-place.js';
import type { CompletionLine } from './completion-line.js';
import { unsettled, type ValueMatches } from './completion-match.js';
import { ParameterSets } from './parameter-sets.js';
import type { ParsedArgument } from './parsed-arguments.js';
import type { PseudoBinding } from './pseudo-binding.js';
import type { BoundArgument } from './pseudo-binding-state.js';
import { wordPattern } from './word-pattern.js';

/** Proposes values of one parameter. */
export type CompleteValue = (parameter: ParameterDescription) => Promise<ValueMatches>;

/** Finds the parameter that the value at the cursor is for, by name or by position, and proposes its values. */
export async function completeArgument(
  line: CompletionLine,
  binding: PseudoBinding,
  completeValue: CompleteValue,
): Promise<ValueMatches> {
  const { list } = binding.arguments;
  const place = list.length === 0 ? undefined : argumentPlace(list, line.cursor);
  if (place === undefined) return completeWithoutPlace(line, binding, completeValue);
  return binding.succeeded
    ? completeBound(place, binding, completeValue)
    : completeUnbound(place, binding, completeValue);
}

/** Nothing is bound, or the value was passed over because of the name in front of it. */
async function completeWithoutPlace(
  { elements, cursor }: CompletionLine,
  binding: PseudoBinding,
  completeValue: CompleteValue,
): Promise<ValueMatches> {
  if (cursor.index === 0) return completePosition(0, ParameterSets.ANY, binding, completeValue);
  const previous = elements[cursor.index - 1];
  if (previous?.name === undefined || previous.argument !== undefined) return unsettled;
  return completeByBeginning(previous.name, binding.unbound, completeValue);
}

/** No set fits: one parameter is as good as another. */
function completeUnbound(
  place: ArgumentPlace,
  binding: PseudoBinding,
  completeValue: CompleteValue,
): Promise<ValueMatches> {
  if (place.kind === 'positional') return completePosition(place.position, ParameterSets.ANY, binding, completeValue);
  return completeByBeginning(place.argument.name ?? '', binding.unbound, completeValue);
}

function completeByBeginning(
  name: string,
  parameters: readonly ParameterDescription[],
  completeValue: CompleteValue,
): Promise<ValueMatches> {
  const fits = wordPattern(name);
  const parameter = parameters.find((each) => [each.name, ...each.aliases].some(fits));
  return parameter === undefined ? Promise.resolve(unsettled) : completeValue(parameter);
}

async function completeBound(
  place: ArgumentPlace,
  binding: PseudoBinding,
  completeValue: CompleteValue,
): Promise<ValueMatches> {
  const { bound, valid } = binding;
  const values = binding.arguments.list.filter(({ kind }) => kind === 'value');
  let argument = place.argument;
  if (argument === undefined && place.kind === 'positional') {
    argument = values[place.position];
    const last = values.at(-1);
    if (argument === undefined) {
      const owners = last === undefined ? [] : restOwners(bound, last);
      if (owners.length > 0) return completeEach(owners, completeValue);
      // What stands in front of the cursor found no place: neither will what is typed now.
      if (last !== undefined && ![...bound.values()].includes(last)) return unsettled;
      return completePosition(place.position, valid, binding, completeValue);
    }
  }
  const wanted = argument;
  if (wanted === undefined) return unsettled;
  const owners = [...bound].flatMap(([parameter, each]) => (each === wanted ? [parameter] : []));
  return completeEach([...owners, ...restOwners(bound, wanted)], completeValue);
}

/** Parameters that take the rest of the line, an argument included. */
function restOwners(
  bound: ReadonlyMap<ParameterDescription, BoundArgument>,
  argument: ParsedArgument,
): ParameterDescription[] {
  return [...bound].flatMap(([parameter, each]) =>
    typeof each === 'object' && !('kind' in each) && each.includes(argument) ? [parameter] : [],
  );
}

async function completeEach(
  parameters: readonly ParameterDescription[],
  completeValue: CompleteValue,
): Promise<ValueMatches> {
  let all = unsettled;
  for (const parameter of parameters) {
    const { matches, settled } = await completeValue(parameter);
    all = { matches: [...all.matches, ...matches], settled: all.settled || settled };
  }
  return all;
}

/**
 * The parameter at a position, or at the next one that is taken: that of the default set first, then those of other sets
 * until one has something to propose. If there is none, those that take the rest of the line.
 */
async function completePosition(
  position: number,
  valid: bigint,
  { unbound, sets }: PseudoBinding,
  completeValue: CompleteValue,
): Promise<ValueMatches> {
  const candidates = unbound.flatMap((parameter) =>
    sets
      .declarationsIn(parameter, valid)
      .filter((inSet) => !inSet.valueFromRemainingArguments)
      .map((inSet) => ({ parameter, position: inSet.position ?? -1, isDefault: sets.of(inSet) === sets.default })),
  );
  const taken = candidates.map((each) => each.position).filter((each) => each >= position);
  const nearest = Math.min(...taken);
  const atNearest = candidates.filter((each) => each.position === nearest);
  const byDefault = [...atNearest].sort((left, right) => Number(right.isDefault) - Number(left.isDefault));
  let answer = unsettled;
  for (const parameter of new Set(byDefault.map((each) => each.parameter))) {
    const found = await completeValue(parameter);
    if (found.matches.length > 0) return found;
    answer = { matches: [], settled: answer.settled || found.settled };
  }
  if (byDefault.length > 0) return answer;
  const takesRest = unbound.filter((each) =>
    sets.declarationsIn(each, valid).some(({ valueFromRemainingArguments }) => valueFromRemainingArguments),
  );
  return completeEach(takesRest, completeValue);
}
